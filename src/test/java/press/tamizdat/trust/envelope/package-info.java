@NullMarked
package press.tamizdat.trust.envelope;

import org.jspecify.annotations.NullMarked;
