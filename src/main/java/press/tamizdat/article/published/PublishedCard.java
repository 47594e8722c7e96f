package press.tamizdat.article.published;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import press.tamizdat.platform.text.Language;

/**
 * As much of a published article as a list shows.
 *
 * @param id stable and unique
 * @param story shared by the translations of one story
 * @param month {@code yyyy/MM} of first publication, in the publication's time zone; part of the
 *     address, so it never changes
 * @param slug lower-case Latin letters, digits and hyphens
 * @param updated equals {@code published} unless readers should know of a change
 */
public record PublishedCard(
    String id,
    String story,
    Language language,
    String month,
    String slug,
    String section,
    String kicker,
    String headline,
    String standfirst,
    List<Byline> bylines,
    Instant published,
    Instant updated,
    Optional<PlacedPhoto> lead) {}
