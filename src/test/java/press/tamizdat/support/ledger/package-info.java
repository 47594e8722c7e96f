@NullMarked
package press.tamizdat.support.ledger;

import org.jspecify.annotations.NullMarked;
