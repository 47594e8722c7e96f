/**
 * Pictures that strangers send, read without trusting them, and written anew.
 *
 * <p>A picture's size is read from its header before anything is decoded, nothing is kept on disk
 * on the way, and what is written is made from pixels alone: no EXIF, no position, no camera, no
 * profile can come through. It does not judge what a picture shows, and it does not remove a
 * watermark or a noise pattern hidden in the pixels themselves.
 */
@NullMarked
package press.tamizdat.platform.image;

import org.jspecify.annotations.NullMarked;
