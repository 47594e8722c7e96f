/**
 * Letters at the desk: their plans, the issues that are put together, armed and watched while they
 * go out, and the numbers of all that.
 *
 * <p>It guarantees: no page shows a subscriber's address; the roll's passphrase is kept in memory
 * alone, for the one issue that it was typed for, and is in no log, form or page; whatever changes
 * an issue does so from the state that it expects, so that two who do the same do it once.
 */
@NullMarked
package press.tamizdat.desk.letters;

import org.jspecify.annotations.NullMarked;
