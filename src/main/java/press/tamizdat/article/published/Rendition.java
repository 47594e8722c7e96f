package press.tamizdat.article.published;

/**
 * One size of a photo: a WebP file.
 *
 * @param name its file name, {@code <first 16 hex digits of its SHA-256>.webp}, so that it never
 *     changes
 * @param width in pixels
 * @param height in pixels
 * @param length in bytes
 */
public record Rendition(String name, int width, int height, long length) {}
