@NullMarked
package press.tamizdat.trust.pgp;

import org.jspecify.annotations.NullMarked;
