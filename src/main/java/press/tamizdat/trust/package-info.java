/**
 * Trust: the only room that touches cryptography.
 *
 * <p>What it guarantees: a name for bytes ({@link press.tamizdat.trust.Sha256}), a holder for what
 * must not be printed ({@link press.tamizdat.trust.Secret}), keys and their files ({@code keys}),
 * files under a passphrase that the stock {@code age} tool opens ({@code age}), and signed editions
 * that a stock TUF client verifies ({@code tuf}).
 *
 * <p>What it does not: it knows no article, no reader and no network. It does not protect a key
 * whose passphrase is known, nor a machine that is taken while a key is open on it.
 */
@NullMarked
package press.tamizdat.trust;

import org.jspecify.annotations.NullMarked;
