package press.tamizdat.edition.page.view;

/**
 * A sentence in which some words lead to what is agreed to.
 *
 * @param href empty where there is nothing to lead to; then the sentence is empty as well
 */
public record Agreement(String before, String href, String linked, String after) {
  public static final Agreement NONE = new Agreement("", "", "", "");

  /**
   * @param sentence with the words that lead on in square brackets
   */
  public static Agreement of(String sentence, String href) {
    int open = sentence.indexOf('[');
    int close = sentence.indexOf(']');
    if (open < 0 || close < open) {
      throw new IllegalArgumentException("no words in square brackets: " + sentence);
    }
    return new Agreement(
        sentence.substring(0, open),
        href,
        sentence.substring(open + 1, close),
        sentence.substring(close + 1));
  }

  public boolean isNone() {
    return href.isEmpty();
  }
}
