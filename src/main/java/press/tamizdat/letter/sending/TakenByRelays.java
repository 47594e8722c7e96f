package press.tamizdat.letter.sending;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import press.tamizdat.letter.bounce.Taken;

/** What relays took for a subscriber, by the issues' own rows; their time is that of the issue. */
public final class TakenByRelays implements Taken.Book {
  @Override
  public List<Taken> between(Handle handle, String subscriber, Instant from, Instant until) {
    return handle
        .createQuery(
            "SELECT i.number, i.armed FROM issue i JOIN recipient r ON r.issue = i.id"
                + " WHERE i.armed >= :from AND i.armed < :until AND r.subscriber = :subscriber"
                + " AND r.state = 'accepted' ORDER BY i.armed")
        .bind("from", from.toEpochMilli())
        .bind("until", until.toEpochMilli())
        .bind("subscriber", subscriber)
        .map(
            (row, context) ->
                new Taken(
                    FrozenIssue.mark(row.getLong("number")),
                    Instant.ofEpochMilli(row.getLong("armed"))))
        .list();
  }
}
