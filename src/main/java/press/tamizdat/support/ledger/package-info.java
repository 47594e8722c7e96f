/**
 * The newsroom's books for what readers give: double-entry, append-only, chained by hashes.
 *
 * <p>Guarantees that every entry sums to zero in each currency, that one event is booked once, and
 * that a change of any entry shows: each carries the hash of the one before. The format is written
 * down in {@code docs/ledger.md}, so that others can check it with their own program. An entry
 * holds a month, accounts and amounts; nothing in it points to a person.
 */
@NullMarked
package press.tamizdat.support.ledger;

import org.jspecify.annotations.NullMarked;
