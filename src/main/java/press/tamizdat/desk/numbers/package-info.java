/**
 * How often articles are read: what the public site has counted, a number for each page and day.
 *
 * <p>There is nothing else to show: no reader, visit, place or device was ever noted. Reading at
 * mirrors that keep no counts, from saved copies and from copies handed on is not in the numbers.
 */
@NullMarked
package press.tamizdat.desk.numbers;

import org.jspecify.annotations.NullMarked;
