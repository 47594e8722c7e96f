package press.tamizdat.letter.issue;

/** How much of its articles a letter holds. */
public enum Length {
  /** Headlines, summaries, and links to the articles. */
  SUMMARY,
  /** Whole articles, for readers who can open nothing else. */
  SOS;

  /** As JSON and forms have it. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** Anything that is not {@code sos} is a letter of summaries. */
  public static Length ofWord(String word) {
    return word.equals(SOS.word()) ? SOS : SUMMARY;
  }
}
