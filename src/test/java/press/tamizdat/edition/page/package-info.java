/** The reader's pages, tested as they go out. */
@NullMarked
package press.tamizdat.edition.page;

import org.jspecify.annotations.NullMarked;
