package press.tamizdat.article;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * Where an article is on its way to readers.
 *
 * @param revision the newest
 * @param out the revision that readers have; empty where they have none
 * @param schedule when it will be published, if it will
 * @param missed why it was not published at its time: a message key; empty if nothing went wrong
 * @param missedAbout what that message is about
 * @param embargo before which it may not be published
 * @param planned the day it is planned for, in the publication's time zone
 * @param assignee account of who is to write it
 * @param brief what the story is to be, for the desk only
 * @param binned when it was thrown away
 */
public record Standing(
    String id,
    Article.State state,
    Stage stage,
    int revision,
    Optional<Integer> out,
    Optional<Schedule> schedule,
    String missed,
    String missedAbout,
    Optional<Instant> embargo,
    Optional<LocalDate> planned,
    Optional<String> assignee,
    String brief,
    Optional<Instant> binned) {

  /**
   * A publication that will come by itself.
   *
   * @param revision what will be published, whatever is written meanwhile
   * @param by the account that decided it
   */
  public record Schedule(Instant at, int revision, String by) {}

  static final String COLUMNS =
      "a.id, a.state, a.stage, a.revision, a.scheduled_at, a.scheduled_revision, a.scheduled_by,"
          + " a.missed, a.missed_about, a.embargo_until, a.planned_day, a.assignee, a.brief, a.binned_at,"
          + " (SELECT p.revision FROM publication p WHERE p.article = a.id) AS out_revision";

  static final RowMapper<Standing> MAPPER =
      (row, context) -> {
        long at = row.getLong("scheduled_at");
        Optional<Schedule> schedule =
            row.wasNull()
                ? Optional.empty()
                : Optional.of(
                    new Schedule(
                        Instant.ofEpochMilli(at),
                        row.getInt("scheduled_revision"),
                        row.getString("scheduled_by")));
        return new Standing(
            row.getString("id"),
            Article.State.of(row.getString("state")),
            Stage.ofWord(row.getString("stage")).orElseThrow(),
            row.getInt("revision"),
            Optional.ofNullable(row.getObject("out_revision")).map(n -> ((Number) n).intValue()),
            schedule,
            row.getString("missed"),
            row.getString("missed_about"),
            time(row.getObject("embargo_until")),
            Optional.ofNullable(row.getString("planned_day")).map(LocalDate::parse),
            Optional.ofNullable(row.getString("assignee")),
            row.getString("brief"),
            time(row.getObject("binned_at")));
      };

  private static Optional<Instant> time(@org.jspecify.annotations.Nullable Object millis) {
    return Optional.ofNullable(millis).map(m -> Instant.ofEpochMilli(((Number) m).longValue()));
  }

  /** Where it stands, on this snapshot. */
  public static Optional<Standing> of(Handle handle, String id) {
    return handle
        .createQuery("SELECT " + COLUMNS + " FROM article a WHERE a.id = :id")
        .bind("id", id)
        .map(MAPPER)
        .findOne();
  }

  /** Whether readers have an older text than the desk. */
  public boolean unpublishedChanges() {
    return out.isPresent() && out.get() < revision;
  }

  /** Whether it is under embargo at this moment. */
  public boolean embargoedAt(Instant at) {
    return embargo.filter(at::isBefore).isPresent();
  }
}
