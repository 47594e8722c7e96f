/**
 * The public site: serves the current edition from memory and counts how often pages are read.
 *
 * <p>It holds no secret. It can name no draft, no account and no address, and keeps nothing about
 * who reads.
 */
@NullMarked
package press.tamizdat.site;

import org.jspecify.annotations.NullMarked;
