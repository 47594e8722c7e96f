/**
 * A database: plain SQL through Jdbi, migrations through Flyway.
 *
 * <p>Guarantees that what {@code write} returned from is on disk, whatever happens to the process
 * afterwards.
 */
@NullMarked
package press.tamizdat.platform.db;

import org.jspecify.annotations.NullMarked;
