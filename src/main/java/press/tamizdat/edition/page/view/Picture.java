package press.tamizdat.edition.page.view;

/**
 * A photo in the page: the small one in its place, the others by address.
 *
 * @param width of the small one, in pixels; {@code height} likewise
 */
public record Picture(
    String small, int width, int height, String medium, String large, String alternative) {}
