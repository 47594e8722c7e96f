package press.tamizdat.letter.issue;

import java.util.List;

/**
 * An issue as it is sent.
 *
 * @param html with the slot {@code {{link}}}
 * @param text the same for who reads plain text
 * @param bytes what the HTML weighs with its slots filled, in UTF-8
 * @param articles in the letter's order
 */
public record PrintedIssue(String html, String text, int bytes, List<Weight> articles) {
  /** Gmail shows 102 KB of a letter and hides the rest behind a link. */
  public static final int MOST = 100_000;

  public PrintedIssue {
    articles = List.copyOf(articles);
  }

  /**
   * What an article weighs in the letter.
   *
   * @param cut whether it was cut so that the letter fits
   */
  public record Weight(String article, int bytes, boolean cut) {}

  public boolean fits() {
    return bytes <= MOST;
  }
}
