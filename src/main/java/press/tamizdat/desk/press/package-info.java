/**
 * The press: from what is published at the desk to a signed edition that readers get, one at a time
 * and in the background; and the timetable of what is published by itself.
 *
 * <p>Guarantees that whatever is public in the database reaches an edition even if the process is
 * killed in between, and that every scheduled article is published once. Holds nothing that a
 * restart would lose.
 */
@NullMarked
package press.tamizdat.desk.press;

import org.jspecify.annotations.NullMarked;
