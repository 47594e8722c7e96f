package press.tamizdat.platform.image;

/**
 * One size of a picture, ready to be sent.
 *
 * @param bytes a WebP file without any metadata; not to be changed
 */
public record Rendered(
    int width, int height, @SuppressWarnings("ArrayRecordComponent") byte[] bytes) {}
