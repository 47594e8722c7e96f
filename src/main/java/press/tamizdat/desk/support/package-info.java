/**
 * The desk's pages about money: what came in, campaigns, how readers are asked, pledges, refunds,
 * the bank's statements.
 *
 * <p>It guarantees: no page and no file it gives out says anything of a supporter. Chiefs change
 * and refund; editors see sums and campaigns.
 */
@NullMarked
package press.tamizdat.desk.support;

import org.jspecify.annotations.NullMarked;
