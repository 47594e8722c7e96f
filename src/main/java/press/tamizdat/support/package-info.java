/**
 * Readers fund the publication: what they pledge, by which till it comes, and what the ledger says.
 *
 * <p>Money is whole minor units of a currency and never a floating-point number. Nothing here knows
 * who a supporter is: no name, no address of any kind, no card. The one thing that could reach
 * somebody, an e-mail address left for a receipt, is kept sealed to a key that this room cannot
 * open.
 */
@NullMarked
package press.tamizdat.support;

import org.jspecify.annotations.NullMarked;
