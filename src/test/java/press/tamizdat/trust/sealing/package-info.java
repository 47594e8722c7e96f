@NullMarked
package press.tamizdat.trust.sealing;

import org.jspecify.annotations.NullMarked;
