/**
 * Reading an edition: its objects, its catalogue, its head.
 *
 * <p>This is all that the public site needs. Nothing in it can write an edition, sign one or reach
 * the desk. The formats are in {@code docs/edition-format.md}.
 */
@NullMarked
package press.tamizdat.edition.reading;

import org.jspecify.annotations.NullMarked;
