/**
 * The reader's pages: what is published, as HTML.
 *
 * <p>Guarantees: the same input gives the same bytes; a page is at most {@link
 * press.tamizdat.edition.page.Budget#PAGE} bytes as sent; a page reads whole without script, style
 * sheet file or font; every link inside the paper is relative, so that the pages work under any
 * prefix and from a folder on a disk. It does not decide what is published and writes no file.
 */
@NullMarked
package press.tamizdat.edition.page;

import org.jspecify.annotations.NullMarked;
