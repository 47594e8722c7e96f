package press.tamizdat.letter.issue;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import press.tamizdat.article.published.Publication;
import press.tamizdat.article.published.PublishedArticle;
import press.tamizdat.platform.text.Language;

/**
 * All that is printed in an issue.
 *
 * @param letter its slug
 * @param name of the letter, in its language
 * @param at what stands as its date
 * @param edition the number of the newest edition; 0 before the first
 * @param addresses further places where the publication can be read now, besides its own address
 * @param pictures whether the first article's photo is shown
 */
public record Copy(
    Publication publication,
    String letter,
    String name,
    int number,
    Language language,
    Instant at,
    long edition,
    List<URI> addresses,
    String subject,
    String opening,
    boolean pictures,
    List<Part> parts) {
  public Copy {
    addresses = List.copyOf(addresses);
    parts = List.copyOf(parts);
  }

  /** An article, whole or its summary. */
  public record Part(PublishedArticle article, boolean whole) {}
}
