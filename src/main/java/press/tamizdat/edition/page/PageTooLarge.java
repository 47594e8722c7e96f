package press.tamizdat.edition.page;

/** A page that a blocked reader's connection would not carry whole. */
public final class PageTooLarge extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param bytes as sent, that is after Brotli
   */
  public PageTooLarge(String path, int bytes) {
    super(
        path
            + " is "
            + bytes
            + " bytes as sent, "
            + (bytes - Budget.PAGE)
            + " more than a page may have: shorten its texts");
  }
}
