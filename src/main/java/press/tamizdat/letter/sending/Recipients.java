package press.tamizdat.letter.sending;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The rows of one issue's recipients. Each method is part of its caller's transaction. */
final class Recipients {
  private static final String WITH_ADDRESS =
      """
      SELECT r.subscriber, r.attempts,
        CASE WHEN p.subscriber IS NULL THEN NULL ELSE s.sealed END AS sealed, s.sealed_key
      FROM recipient r
      LEFT JOIN subscriber s ON s.id = r.subscriber AND s.state = 'active'
      LEFT JOIN subscription p ON p.subscriber = r.subscriber AND p.letter = ?
      """;

  private static final String RECORD =
      "UPDATE recipient SET state = ?, attempts = ?, due = ?, lease = NULL, reply = ?"
          + " WHERE issue = ? AND subscriber = ?";

  private final FrozenIssue issue;

  Recipients(FrozenIssue issue) {
    this.issue = issue;
  }

  /**
   * Writes down some more of the audience, in the order of their ids, and says how many; none when
   * all are there.
   */
  int prepare(Handle handle, int most) {
    return handle
        .createUpdate(
            """
            INSERT INTO recipient (issue, subscriber, state)
            SELECT :issue, p.subscriber, 'queued'
            FROM subscription p JOIN subscriber s ON s.id = p.subscriber
            WHERE p.letter = :letter AND s.language = :language AND s.state = 'active'
              AND p.subscriber >
                coalesce((SELECT max(subscriber) FROM recipient WHERE issue = :issue), '')
            ORDER BY p.subscriber LIMIT :most
            """)
        .bind("issue", issue.id())
        .bind("letter", issue.letter())
        .bind("language", issue.language().tag())
        .bind("most", most)
        .execute();
  }

  /** What a run that ended had leased is queued again. */
  List<String> release(Handle handle) {
    List<String> released =
        handle
            .createQuery(
                "SELECT subscriber FROM recipient WHERE issue = :issue AND state = 'leased'"
                    + " ORDER BY subscriber")
            .bind("issue", issue.id())
            .mapTo(String.class)
            .list();
    handle
        .createUpdate(
            "UPDATE recipient SET state = 'queued', lease = NULL"
                + " WHERE issue = :issue AND state = 'leased'")
        .bind("issue", issue.id())
        .execute();
    return released;
  }

  /** The next that are queued behind an id, now leased. */
  List<Row> leaseQueued(Handle handle, String behind, int most, long now) throws SQLException {
    List<Row> rows = new ArrayList<>();
    Connection connection = handle.getConnection();
    try (PreparedStatement next =
        connection.prepareStatement(
            WITH_ADDRESS
                + " WHERE r.issue = ? AND r.subscriber > ? AND r.state = 'queued'"
                + " ORDER BY r.subscriber LIMIT ?")) {
      next.setString(1, issue.letter());
      next.setString(2, issue.id());
      next.setString(3, behind);
      next.setInt(4, most);
      read(next, false, rows);
    }
    if (!rows.isEmpty()) {
      try (PreparedStatement lease =
          connection.prepareStatement(
              "UPDATE recipient SET state = 'leased', lease = ?"
                  + " WHERE issue = ? AND subscriber > ? AND subscriber <= ? AND state = 'queued'")) {
        lease.setLong(1, now);
        lease.setString(2, issue.id());
        lease.setString(3, behind);
        lease.setString(4, rows.getLast().subscriber());
        lease.executeUpdate();
      }
    }
    return rows;
  }

  /** Some that were deferred and are due, now leased. */
  List<Row> leaseDue(Handle handle, int most, long now) throws SQLException {
    List<Row> rows = new ArrayList<>();
    Connection connection = handle.getConnection();
    try (PreparedStatement due =
        connection.prepareStatement(
            WITH_ADDRESS
                + " WHERE r.issue = ? AND r.state = 'deferred' AND r.due <= ?"
                + " ORDER BY r.due LIMIT ?")) {
      due.setString(1, issue.letter());
      due.setString(2, issue.id());
      due.setLong(3, now);
      due.setInt(4, most);
      read(due, true, rows);
    }
    try (PreparedStatement lease =
        connection.prepareStatement(
            "UPDATE recipient SET state = 'leased', lease = ? WHERE issue = ? AND subscriber = ?")) {
      for (Row row : rows) {
        lease.setLong(1, now);
        lease.setString(2, issue.id());
        lease.setString(3, row.subscriber());
        lease.executeUpdate();
      }
    }
    return rows;
  }

  /** Those about whom a relay has answered before, behind an id: whose addresses have been seen. */
  List<Row> answered(Handle handle, String behind, int most) throws SQLException {
    List<Row> rows = new ArrayList<>();
    try (PreparedStatement next =
        handle
            .getConnection()
            .prepareStatement(
                WITH_ADDRESS
                    + " WHERE r.issue = ? AND r.subscriber > ?"
                    + " AND r.state IN ('accepted', 'deferred', 'refused')"
                    + " ORDER BY r.subscriber LIMIT ?")) {
      next.setString(1, issue.letter());
      next.setString(2, issue.id());
      next.setString(3, behind);
      next.setInt(4, most);
      read(next, true, rows);
    }
    return rows;
  }

  /** One row, with its address. */
  List<Row> queued(Handle handle, String subscriber) throws SQLException {
    List<Row> rows = new ArrayList<>();
    try (PreparedStatement one =
        handle
            .getConnection()
            .prepareStatement(
                WITH_ADDRESS + " WHERE r.issue = ? AND r.subscriber = ? AND r.state = 'queued'")) {
      one.setString(1, issue.letter());
      one.setString(2, issue.id());
      one.setString(3, subscriber);
      read(one, true, rows);
    }
    return rows;
  }

  private static void read(PreparedStatement query, boolean again, List<Row> rows)
      throws SQLException {
    try (ResultSet found = query.executeQuery()) {
      while (found.next()) {
        rows.add(
            new Row(
                found.getString(1),
                Optional.ofNullable(found.getBytes(3)),
                Optional.ofNullable(found.getBytes(4)),
                found.getInt(2),
                again));
      }
    }
  }

  /** What has become of rows that were leased. */
  void record(Handle handle, List<Outcome> outcomes) throws SQLException {
    try (PreparedStatement update = handle.getConnection().prepareStatement(RECORD)) {
      for (Outcome outcome : outcomes) {
        bind(update, outcome.state(), outcome.attempts(), outcome.due(), outcome.reply());
        update.setString(6, outcome.row().subscriber());
        if (update.executeUpdate() != 1) {
          throw new IllegalStateException("a row of the issue is gone");
        }
      }
    }
  }

  private void bind(
      PreparedStatement update, Outcome.State state, int attempts, long due, String reply)
      throws SQLException {
    update.setString(1, state.name().toLowerCase(Locale.ROOT));
    update.setInt(2, attempts);
    if (due == 0) {
      update.setNull(3, java.sql.Types.BIGINT);
    } else {
      update.setLong(3, due);
    }
    update.setString(4, reply);
    update.setString(5, issue.id());
  }

  /**
   * What a run that died had heard and not recorded. Entries may be of earlier, and be recorded
   * already: those change nothing.
   */
  void recover(Handle handle, List<AnswerBook.Entry> entries) throws SQLException {
    try (PreparedStatement update =
        handle
            .getConnection()
            .prepareStatement(RECORD + " AND state = 'leased' AND attempts IN (? - 1, ?)")) {
      for (AnswerBook.Entry entry : entries) {
        bind(update, entry.state(), entry.attempts(), entry.due(), entry.reply());
        update.setString(6, entry.subscriber());
        update.setInt(7, entry.attempts());
        update.setInt(8, entry.attempts());
        update.executeUpdate();
      }
    }
  }

  /** Excludes whoever was sent nothing yet. */
  void stop(Handle handle) {
    handle
        .createUpdate(
            "UPDATE recipient SET state = 'excluded', due = NULL, lease = NULL, reply = 'stopped'"
                + " WHERE issue = :issue AND state IN ('queued', 'leased', 'deferred')")
        .bind("issue", issue.id())
        .execute();
  }

  /** When the next deferred one is due. */
  Optional<Long> nextDue(Handle handle) {
    return handle
        .createQuery("SELECT min(due) FROM recipient WHERE issue = :issue AND state = 'deferred'")
        .bind("issue", issue.id())
        .mapTo(Long.class)
        .findOne();
  }

  /** Counts the rows one by one. */
  Counts count(Handle handle) {
    Map<Outcome.State, Long> by = new EnumMap<>(Outcome.State.class);
    handle
        .createQuery("SELECT state, count(*) FROM recipient WHERE issue = :issue GROUP BY state")
        .bind("issue", issue.id())
        .map(
            (row, context) ->
                Map.entry(
                    Outcome.State.valueOf(row.getString(1).toUpperCase(Locale.ROOT)),
                    row.getLong(2)))
        .forEach(e -> by.put(e.getKey(), e.getValue()));
    return new Counts(
        by.values().stream().mapToLong(Long::longValue).sum(),
        by.getOrDefault(Outcome.State.LEASED, 0L),
        by.getOrDefault(Outcome.State.ACCEPTED, 0L),
        by.getOrDefault(Outcome.State.DEFERRED, 0L),
        by.getOrDefault(Outcome.State.REFUSED, 0L),
        by.getOrDefault(Outcome.State.EXCLUDED, 0L));
  }
}
