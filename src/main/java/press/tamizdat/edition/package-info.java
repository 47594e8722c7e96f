/**
 * Freezing what is published into signed, immutable editions.
 *
 * <p>Guarantees that an edition is a function of what is published and of nothing else, that what
 * did not change is not rendered, stored or listed again, and that a crash at any moment leaves the
 * last edition whole. Reading editions is in {@code edition.reading}, the look of the pages in
 * {@code edition.page}.
 */
@NullMarked
package press.tamizdat.edition;

import org.jspecify.annotations.NullMarked;
