package press.tamizdat.article;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What somebody at the desk says beside a text.
 *
 * @param account who says it
 * @param quote the words it is about, as they stood; empty if it is about the whole
 * @param resolved when it was settled
 * @param resolvedBy the account that settled it
 * @param replies answers, the oldest first; these have none of their own
 */
public record Comment(
    String id,
    String account,
    String quote,
    String body,
    Instant at,
    Optional<Instant> resolved,
    Optional<String> resolvedBy,
    List<Comment> replies) {}
