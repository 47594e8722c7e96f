package press.tamizdat.article.published;

/**
 * A photo where it stands over an article.
 *
 * @param caption plain text, may be empty
 * @param credit who made it, may be empty
 * @param licence such as {@code CC BY 4.0}, may be empty
 * @param alternative what it shows, for who cannot see it; empty means that nobody wrote it yet
 */
public record PlacedPhoto(
    Photo photo, String caption, String credit, String licence, String alternative) {}
