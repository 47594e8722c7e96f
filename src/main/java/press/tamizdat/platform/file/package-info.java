/**
 * Files that are whole or not there, whatever happens to the process.
 *
 * <p>{@link press.tamizdat.platform.file.Disk#sync()} is the one call that also holds against a
 * loss of power.
 */
@NullMarked
package press.tamizdat.platform.file;

import org.jspecify.annotations.NullMarked;
