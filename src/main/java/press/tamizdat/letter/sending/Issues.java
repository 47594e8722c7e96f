package press.tamizdat.letter.sending;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import press.tamizdat.platform.db.Database;
import press.tamizdat.platform.text.Language;

/** The table of issues. */
final class Issues {

  /** An issue as it stands. */
  record Standing(FrozenIssue issue, String state, String run, long armed, Counts counts) {
    boolean isOver() {
      return state.equals("done") || state.equals("stopped");
    }
  }

  private final Database database;

  Issues(Database database) {
    this.database = database;
  }

  Optional<Standing> find(String id) {
    return database.read(
        h ->
            h.createQuery(
                    "SELECT i.*, w.* FROM issue i JOIN issue_words w ON w.issue = i.id WHERE i.id = :id")
                .bind("id", id)
                .map((row, context) -> standing(row))
                .findOne());
  }

  /** Unfinished, the oldest first. */
  List<String> unfinished() {
    return database.read(
        h ->
            h.createQuery(
                    "SELECT id FROM issue WHERE state NOT IN ('done', 'stopped') ORDER BY armed")
                .mapTo(String.class)
                .list());
  }

  /** Writes it down; false if there is one of that letter, number and language already. */
  boolean add(FrozenIssue issue, long armed) {
    return database.write(h -> insert(h, issue, armed) && insertWords(h, issue));
  }

  private static boolean insert(Handle handle, FrozenIssue issue, long armed) {
    return handle
            .createUpdate(
                """
                INSERT INTO issue (id, letter, number, language, state, run, armed)
                VALUES (:id, :letter, :number, :language, 'preparing', '', :armed)
                ON CONFLICT DO NOTHING
                """)
            .bind("id", issue.id())
            .bind("letter", issue.letter())
            .bind("number", issue.number())
            .bind("language", issue.language().tag())
            .bind("armed", armed)
            .execute()
        == 1;
  }

  private static boolean insertWords(Handle handle, FrozenIssue issue) {
    return handle
            .createUpdate(
                """
                INSERT INTO issue_words (issue, from_name, subject, html, text, headers)
                VALUES (:id, :fromName, :subject, :html, :text, :headers)
                """)
            .bind("id", issue.id())
            .bind("fromName", issue.fromName())
            .bind("subject", issue.subject())
            .bind("html", issue.html())
            .bind("text", issue.text())
            .bind("headers", headers(issue.headers()))
            .execute()
        == 1;
  }

  /** From now on only this run may send it, and whoever did before can write no more. */
  void take(String id, String run) {
    database.change(
        h ->
            h.createUpdate(
                    """
                    UPDATE issue SET run = :run,
                      state = CASE state WHEN 'paused' THEN 'sending' ELSE state END
                    WHERE id = :id
                    """)
                .bind("run", run)
                .bind("id", id)
                .execute());
  }

  /** Sets the state and the counts; fails if the issue is another run's by now. */
  static void put(Handle handle, String id, String run, String state, Counts counts) {
    // Once for every few messages: so by hand.
    try (PreparedStatement update =
        handle
            .getConnection()
            .prepareStatement(
                "UPDATE issue SET state = ?, audience = ?, leased = ?, accepted = ?, deferred = ?,"
                    + " refused = ?, excluded = ? WHERE id = ? AND run = ?")) {
      update.setString(1, state);
      update.setLong(2, counts.audience());
      update.setLong(3, counts.leased());
      update.setLong(4, counts.accepted());
      update.setLong(5, counts.deferred());
      update.setLong(6, counts.refused());
      update.setLong(7, counts.excluded());
      update.setString(8, id);
      update.setString(9, run);
      if (update.executeUpdate() != 1) {
        throw new IllegalStateException("the issue is sent by another run");
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the database of the post room failed", e);
    }
  }

  /** The end: {@code done} or {@code stopped}. */
  static void end(Handle handle, String id, String state, Counts counts, long now) {
    handle
        .createUpdate(
            """
            UPDATE issue SET state = :state, ended = :now, audience = :audience, leased = 0,
              accepted = :accepted, deferred = 0, refused = :refused, excluded = :excluded
            WHERE id = :id
            """)
        .bind("state", state)
        .bind("now", now)
        .bind("audience", counts.audience())
        .bind("accepted", counts.accepted())
        .bind("refused", counts.refused())
        .bind("excluded", counts.excluded())
        .bind("id", id)
        .execute();
  }

  private static Standing standing(java.sql.ResultSet row) throws java.sql.SQLException {
    FrozenIssue issue =
        new FrozenIssue(
            row.getString("id"),
            row.getString("letter"),
            row.getInt("number"),
            new Language(row.getString("language")),
            row.getString("from_name"),
            row.getString("subject"),
            row.getString("html"),
            row.getString("text"),
            headers(row.getString("headers")));
    Counts counts =
        new Counts(
            row.getLong("audience"),
            row.getLong("leased"),
            row.getLong("accepted"),
            row.getLong("deferred"),
            row.getLong("refused"),
            row.getLong("excluded"));
    return new Standing(
        issue, row.getString("state"), row.getString("run"), row.getLong("armed"), counts);
  }

  private static String headers(Map<String, String> headers) {
    return headers.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(h -> h.getKey() + ": " + h.getValue().replaceAll("[\r\n]+", " "))
        .collect(Collectors.joining("\n"));
  }

  private static Map<String, String> headers(String lines) {
    Map<String, String> headers = new LinkedHashMap<>();
    lines
        .lines()
        .forEach(
            line -> {
              int colon = line.indexOf(": ");
              headers.put(line.substring(0, colon), line.substring(colon + 2));
            });
    return headers;
  }
}
