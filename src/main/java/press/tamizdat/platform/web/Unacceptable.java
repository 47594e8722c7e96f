package press.tamizdat.platform.web;

/** A request that is not read further; the status says why (RFC 9110 §15.5). */
public final class Unacceptable extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final int status;

  public Unacceptable(int status, String why) {
    super(why);
    this.status = status;
  }

  public int status() {
    return status;
  }
}
