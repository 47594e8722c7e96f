package press.tamizdat.edition.page;

/**
 * How much one page of an article weighs.
 *
 * @param bytes as sent: Brotli, quality 11
 * @param firstBlock index of the body's top-level block with which the page begins, or in the
 *     middle of which
 */
public record PartSize(int bytes, int firstBlock) {}
