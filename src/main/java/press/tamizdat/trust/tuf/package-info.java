/**
 * Signed editions: metadata of The Update Framework (TUF) 1.0.31, written and verified.
 *
 * <p>What it guarantees: whoever holds a root that they trust learns from a {@link
 * press.tamizdat.trust.tuf.Source} that nobody needs to trust either the newest signed edition or
 * exactly what is wrong with what was served: changed, old, expired, mixed, or signed by another
 * key. What is written here a stock TUF client verifies.
 *
 * <p>What it does not: it cannot tell that a newer edition exists while the source withholds it and
 * the timestamp has not yet expired. {@code docs/trust.md} has the format in full.
 */
@NullMarked
package press.tamizdat.trust.tuf;

import org.jspecify.annotations.NullMarked;
