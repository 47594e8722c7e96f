package press.tamizdat.edition.page.view;

/**
 * A time as {@code <time>} has it.
 *
 * @param machine ISO 8601
 * @param text in the page's language
 */
public record Moment(String machine, String text) {}
