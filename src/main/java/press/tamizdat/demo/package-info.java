/**
 * Pictures for the demonstration publication: drawn by code, screened like newsprint, the same for
 * the same seed. Nothing here is a photograph, and no face is anybody's.
 */
@NullMarked
package press.tamizdat.demo;

import org.jspecify.annotations.NullMarked;
