/**
 * Signing keys and the folder they rest in.
 *
 * <p>Every holder of a role has a pair: one Ed25519 key (RFC 8032) and one ECDSA P-256 key (FIPS
 * 186-5), and signs with both, because a browser may know only the second. A private key leaves its
 * object only against a {@link press.tamizdat.trust.SecretAccess} and is never printed.
 */
@NullMarked
package press.tamizdat.trust.keys;

import org.jspecify.annotations.NullMarked;
