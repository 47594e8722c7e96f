package press.tamizdat.platform.mail;

/** What a mail server is told to let us in (RFC 4954). It says nothing where it is logged. */
public record Login(String user, String password) {

  @Override
  public String toString() {
    return "[login]";
  }
}
