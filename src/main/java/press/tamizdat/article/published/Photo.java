package press.tamizdat.article.published;

/**
 * A photo in three sizes, upright and free of metadata.
 *
 * @param id what {@code photo:ID} in a body refers to
 * @param small at most 6 KB; it is what a reader sees first, and may be all that arrives
 */
public record Photo(String id, Rendition small, Rendition medium, Rendition large) {}
