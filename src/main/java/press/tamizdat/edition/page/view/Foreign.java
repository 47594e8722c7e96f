package press.tamizdat.edition.page.view;

/**
 * A link to the same in another language.
 *
 * @param language its tag
 */
public record Foreign(String language, String href, String text) {}
