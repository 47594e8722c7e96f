/**
 * HTTP/1.1 for files that are known beforehand (RFC 9110, RFC 9112).
 *
 * <p>It guarantees: no event loop ever waits for a disk; a swap of what is served drops no request;
 * an ambiguous request is refused, not guessed at; no answer carries a cookie, a server's name, an
 * alternative service or a stack trace; no address of a peer is written anywhere.
 *
 * <p>It does not do: TLS, HTTP/2, HTTP/3, compression while answering.
 */
@NullMarked
package press.tamizdat.platform.http;

import org.jspecify.annotations.NullMarked;
