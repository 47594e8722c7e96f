/**
 * Editions: what is published, frozen into a signed tree of files that never changes.
 *
 * <p>Nothing here can reach a draft; the only view of the desk is {@code article.published}.
 */
@NullMarked
package press.tamizdat.edition;

import org.jspecify.annotations.NullMarked;
