package press.tamizdat.article.published;

import java.time.Instant;
import press.tamizdat.platform.text.Language;

/**
 * An article that was published and is no more: its address answers 410 with the reason and the
 * date.
 *
 * @param reason plain text, shown to readers
 */
public record TakenDown(
    String id, Language language, String month, String slug, Instant at, String reason) {}
