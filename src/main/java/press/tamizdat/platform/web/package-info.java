/**
 * Pages for a few signed-in people: forms come in, pages go out, in plain blocking code on virtual
 * threads, over the JDK's own HTTP server.
 *
 * <p>Guarantees limits on what is read, answers without a stack trace, and that nothing of a
 * request is logged but the name of what failed. Readers are not served from here, but from {@code
 * platform.http}.
 */
@NullMarked
package press.tamizdat.platform.web;

import org.jspecify.annotations.NullMarked;
