/**
 * Questions to the DNS (RFC 1035), by the JDK's own provider.
 *
 * <p>Guarantees that every question ends within some seconds with an answer, with "there is none",
 * or with "nobody knows", and that these three are never taken for each other.
 */
@NullMarked
package press.tamizdat.platform.dns;

import org.jspecify.annotations.NullMarked;
