package press.tamizdat.article;

import java.time.Instant;
import java.util.Optional;

/**
 * An article as the planning board shows it.
 *
 * @param changed when its newest revision was saved
 * @param published when readers first had it
 * @param comments how many are not settled
 * @param assignee pen name of who is to write it
 * @param writer pen name of who has typed something that is not saved
 * @param writing when they last did
 * @param mine whether the account that looks is to write it, or has written in it
 */
public record BoardCard(
    Standing standing,
    Content content,
    Instant changed,
    Optional<Instant> published,
    int comments,
    Optional<String> assignee,
    Optional<String> writer,
    Optional<Instant> writing,
    boolean mine) {

  /** Whether readers have its newest text. */
  public boolean isOut() {
    return standing.out().isPresent() && !standing.unpublishedChanges();
  }

  /** The moment that counts for the day it stands under: of publication, scheduled or past. */
  public Optional<Instant> moment() {
    Optional<Instant> scheduled = standing.schedule().map(Standing.Schedule::at);
    return scheduled.isPresent() ? scheduled : published;
  }
}
