@NullMarked
package press.tamizdat.edition.reading;

import org.jspecify.annotations.NullMarked;
