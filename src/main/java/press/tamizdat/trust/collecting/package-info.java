/**
 * Requests that are signed: how a post room shows a site that it may collect what lies there.
 *
 * <p>A profile of HTTP Message Signatures (RFC 9421) with one algorithm, Ed25519, and one fixed
 * list of what is signed: method, authority, path, query and the body's digest (RFC 9530), with a
 * time and a nonce. It guarantees that a request was made by who has the key, for this site, just
 * now, and that it counts once. Answers are not signed: what they carry is sealed, and the way is
 * TLS.
 */
@NullMarked
package press.tamizdat.trust.collecting;

import org.jspecify.annotations.NullMarked;
