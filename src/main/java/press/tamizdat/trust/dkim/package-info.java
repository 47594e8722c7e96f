/**
 * DKIM signatures (RFC 6376): what proves to a mail server that a message is from our domain and
 * was not changed on its way.
 *
 * <p>It guarantees: every message gets a signature by RSA with 2048 bits (RFC 8301) and one by
 * Ed25519 (RFC 8463); the fields by which a reader leaves the list are signed (RFC 8058 §4); no
 * field that is signed can be added to unnoticed where readers look at it. Canonical forms are
 * relaxed for both, header and body. It does not verify.
 */
@NullMarked
package press.tamizdat.trust.dkim;

import org.jspecify.annotations.NullMarked;
