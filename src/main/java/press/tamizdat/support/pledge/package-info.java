/**
 * Pledges: what readers promise and what came of it.
 *
 * <p>A pledge is the newsroom's own and outlives the till that collects it. Its state and its
 * entries in the ledger follow from the set of facts about it, whatever the order in which they
 * became known, and however often. All that a fact changes is written in one transaction.
 */
@NullMarked
package press.tamizdat.support.pledge;

import org.jspecify.annotations.NullMarked;
