package press.tamizdat.platform.web;

/**
 * What is read of a request at most, in bytes.
 *
 * @param form a form without files
 * @param upload a form with files, all together
 */
public record Limits(int form, int upload) {
  /** 4 MB of text, 48 MB of pictures. */
  public static final Limits USUAL = new Limits(4 << 20, 48 << 20);
}
