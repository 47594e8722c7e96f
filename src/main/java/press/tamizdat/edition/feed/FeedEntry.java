package press.tamizdat.edition.feed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import press.tamizdat.article.published.Byline;
import press.tamizdat.article.published.PlacedPhoto;
import press.tamizdat.article.published.PublishedCard;
import press.tamizdat.article.published.Rendition;
import press.tamizdat.trust.Sha256;

/**
 * An article as a feed has it.
 *
 * @param summary plain text, may be empty
 * @param updated not before {@code published}
 */
record FeedEntry(
    String id,
    String link,
    String title,
    String summary,
    List<String> authors,
    String section,
    String sectionName,
    Instant published,
    Instant updated,
    Optional<Picture> picture) {

  /** The photo that every connection carries, some 6 KB. */
  record Picture(String link, int width, int height) {}

  static FeedEntry of(FeedOf feed, PublishedCard card, Fullness fullness) {
    Instant published = card.published().truncatedTo(ChronoUnit.SECONDS);
    Instant updated = card.updated().truncatedTo(ChronoUnit.SECONDS);
    return new FeedEntry(
        id(card.id()),
        feed.absolute(feed.paths().article(card)),
        Plain.legal(card.headline()),
        Plain.cut(Plain.legal(card.standfirst()), fullness.summary(), card.language().locale()),
        card.bylines().stream().map(Byline::name).map(Plain::legal).toList(),
        card.section(),
        feed.sectionName(card.section()),
        published,
        updated.isBefore(published) ? published : updated,
        card.lead().filter(l -> fullness.pictures()).map(l -> picture(feed, l)));
  }

  private static Picture picture(FeedOf feed, PlacedPhoto lead) {
    Rendition small = lead.photo().small();
    return new Picture(feed.absolute(feed.paths().photo(small)), small.width(), small.height());
  }

  /**
   * A name-based UUID (RFC 9562, version 8, over SHA-256) of the article's id. Not its address: a
   * publication that loses its domain moves, and must not show all its readers every article as
   * new. Not the id as it is: that says when somebody began to write.
   */
  private static String id(String article) {
    byte[] name = ("tamizdat article " + article).getBytes(StandardCharsets.UTF_8);
    String hex = Sha256.of(name).hex();
    return "urn:uuid:%s-%s-8%s-8%s-%s"
        .formatted(
            hex.substring(0, 8),
            hex.substring(8, 12),
            hex.substring(13, 16),
            hex.substring(17, 20),
            hex.substring(20, 32));
  }

  boolean changed() {
    return updated.isAfter(published);
  }
}
