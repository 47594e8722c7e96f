package press.tamizdat.article;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import press.tamizdat.platform.text.Language;

/**
 * An article as it came from elsewhere, not yet a draft of the desk's.
 *
 * <p>Texts that were not found are empty; nothing is guessed but the language.
 *
 * @param source the same for the same article at each arrival: its address, else {@code sha256:}
 *     and 64 hex digits over its text
 * @param address where readers knew it, for a redirect
 * @param section the part of the paper that it stood in, as printed
 * @param bylines names as printed, without "By"
 * @param dateline the place
 * @param updated only if it differs from {@code published}
 * @param body HTML of the house's subset ({@code docs/article-html.md}), without the lead photo
 * @param photos those within the body, in its order
 * @param topics as printed
 */
public record ArrivedArticle(
    String source,
    Optional<URI> address,
    Language language,
    String section,
    String kicker,
    String headline,
    String standfirst,
    List<String> bylines,
    String dateline,
    Optional<Instant> published,
    Optional<Instant> updated,
    Optional<ArrivedPhoto> lead,
    String body,
    List<ArrivedPhoto> photos,
    List<String> topics,
    List<ArrivedCorrection> corrections) {

  /**
   * A mistake put right, as the page said it.
   *
   * @param text plain text
   */
  public record ArrivedCorrection(Optional<Instant> at, String text) {}
}
