package press.tamizdat.arrival;

/** Why a file is no article, and what to do. */
public enum Reason {
  UNREADABLE("The file cannot be read. Check its path and permissions, then try again."),
  NOT_A_PAGE("Not a saved page or text. Save it as .html, .mhtml, .txt or .md."),
  EMPTY("The file is empty. Save the page again."),
  TOO_LARGE("The file is larger than 5 MB. Save the page without its media, or copy its text."),
  BINARY("Not text but a picture or program. Save the page as HTML, or copy its text."),
  NEEDS_SCRIPT(
      "The page was saved before its text had loaded. Open it in a browser and save it again."),
  LOGIN("A sign-in page was saved. Sign in first, then save the article."),
  PAYWALL("Only the beginning stands before the paywall. Save it as a subscriber, or copy it."),
  CHALLENGE("A browser check was saved. Wait until the article shows, then save it."),
  ERROR_PAGE("The site answered that there is no such page. Check the address."),
  INDEX("A list of articles, not an article. Open each one and save it by itself."),
  NO_HEADLINE("No headline was found. Put it on the first line of a text file."),
  NO_TEXT("No article was found on the page. Copy its text into a .txt file, headline first.");

  private final String sentence;

  Reason(String sentence) {
    this.sentence = sentence;
  }

  /** One or two English sentences for whoever brought the file. */
  public String sentence() {
    return sentence;
  }
}
