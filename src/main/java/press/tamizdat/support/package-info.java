/**
 * Support: pledges of readers, the ways of paying, and the books.
 *
 * <p>It guarantees: money is whole minor units; what is booked is never changed, only added to; no
 * name and no address of a donor is kept but sealed, and only where they asked for it.
 */
@NullMarked
package press.tamizdat.support;

import org.jspecify.annotations.NullMarked;
