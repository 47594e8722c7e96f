package press.tamizdat.article.search;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which articles may be found at all. An empty set lets all pass; of several values any will do.
 *
 * @param states as {@link press.tamizdat.article.Newest#states} has them; if none are named, all
 *     but what lies in the bin
 * @param sections slugs, as are {@code authors} and {@code topics}
 * @param languages tags
 * @param from changed then or later
 * @param before changed before that
 */
public record Filter(
    Set<String> states,
    Set<String> sections,
    Set<String> authors,
    Set<String> languages,
    Set<String> topics,
    Optional<Instant> from,
    Optional<Instant> before) {
  /** Everything. */
  public static final Filter NONE =
      new Filter(
          Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Optional.empty(), Optional.empty());
}
