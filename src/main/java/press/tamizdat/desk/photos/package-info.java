/**
 * The pages of the photo library: adding photos, saying what they are, cropping, removing.
 *
 * <p>What a file was called is shown to who sent it, where it is refused, and is kept nowhere.
 */
@NullMarked
package press.tamizdat.desk.photos;

import org.jspecify.annotations.NullMarked;
