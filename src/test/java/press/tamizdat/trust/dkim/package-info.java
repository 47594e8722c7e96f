@NullMarked
package press.tamizdat.trust.dkim;

import org.jspecify.annotations.NullMarked;
