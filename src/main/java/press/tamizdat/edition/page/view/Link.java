package press.tamizdat.edition.page.view;

/**
 * @param here whether the page is the one that the link leads to
 */
public record Link(String href, String text, boolean here) {
  public Link(String href, String text) {
    this(href, text, false);
  }
}
