package press.tamizdat.edition.page.view;

/**
 * One of several letters.
 *
 * @param note what is in it and when it comes
 */
public record Choice(String slug, String name, String note, boolean chosen) {}
