package press.tamizdat.edition.page.view;

/**
 * A box to sign up for a letter with.
 *
 * @param href the letter's own page
 * @param about what is in it and when it comes
 * @param letter its slug
 */
public record SignUp(String href, String name, String about, String letter, Agreement agreement) {}
