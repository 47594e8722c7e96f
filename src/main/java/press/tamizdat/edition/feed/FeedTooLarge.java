package press.tamizdat.edition.feed;

/** A feed or sitemap that a blocked reader's connection would not carry whole. */
public final class FeedTooLarge extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param bytes as sent, that is after Brotli, with everything left out that may be
   */
  FeedTooLarge(String path, int bytes) {
    super(
        path
            + " is "
            + bytes
            + " bytes as sent, "
            + (bytes - Fit.LIMIT)
            + " more than a file may have: shorten its headlines, names and slugs");
  }
}
