/**
 * HTTP/1.1 for files that are known beforehand, and for what comes in (RFC 9110, RFC 9112).
 *
 * <p>It guarantees: no event loop ever waits for a disk; a swap of what is served drops no request;
 * an ambiguous request is refused, not guessed at; no answer carries a cookie, a server's name, an
 * alternative service or a stack trace; no address of a peer is written anywhere, nor shown to
 * those who answer: they see a keyed hash of it, whose key dies with the process. What comes in is
 * whole before anybody sees it, no larger than was allowed, and kept in memory only; all bodies
 * that are on their way take no more memory together than {@link
 * press.tamizdat.platform.http.Limits} says.
 *
 * <p>It does not do: TLS, HTTP/2, HTTP/3, compression while answering.
 */
@NullMarked
package press.tamizdat.platform.http;

import org.jspecify.annotations.NullMarked;
