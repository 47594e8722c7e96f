package press.tamizdat.article;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

/**
 * What the newsroom is working on, read from one snapshot. Costs what is being worked on, whatever
 * the size of the archive behind it.
 */
public final class Board {
  /** Of each column no more is read: nobody oversees more. */
  public static final int MOST = 60;

  private static final String CARDS =
      "SELECT "
          + Standing.COLUMNS
          + ", r.content, r.saved_at,"
          + " (SELECT p.published_at FROM publication p WHERE p.article = a.id) AS published_at,"
          + " (SELECT count(*) FROM comment c WHERE c.article = a.id AND c.reply_to IS NULL"
          + "   AND c.resolved_at IS NULL) AS comments,"
          + " (SELECT pen_name FROM account WHERE account.id = a.assignee) AS assignee_name,"
          + " (SELECT n.pen_name FROM working_copy w JOIN account n ON n.id = w.account"
          + "   WHERE w.article = a.id ORDER BY w.saved_at DESC LIMIT 1) AS writer,"
          + " (SELECT max(w.saved_at) FROM working_copy w WHERE w.article = a.id) AS writing_at,"
          + " (a.assignee = :me OR EXISTS (SELECT 1 FROM revision o WHERE o.article = a.id AND o.author = :me)) AS mine"
          + " FROM article a JOIN revision r ON r.article = a.id AND r.number = a.revision";

  private static final RowMapper<BoardCard> CARD =
      (row, context) ->
          new BoardCard(
              Standing.MAPPER.map(row, context),
              Content.ofJson(row.getString("content")),
              Instant.ofEpochMilli(row.getLong("saved_at")),
              time(row.getLong("published_at")),
              row.getInt("comments"),
              Optional.ofNullable(row.getString("assignee_name")),
              Optional.ofNullable(row.getString("writer")),
              time(row.getLong("writing_at")),
              row.getBoolean("mine"));

  private final Handle handle;
  private final String me;

  /**
   * @param me the account that looks
   */
  public Board(Handle handle, String me) {
    this.handle = handle;
    this.me = me;
  }

  /** JDBC gives 0 for NULL; nothing happened in 1970. */
  private static Optional<Instant> time(long millis) {
    return millis == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }

  /**
   * Unpublished texts of a stage, and published articles whose changes are in it: what waits for
   * its time by its time, the rest by when it was last changed.
   */
  public List<BoardCard> inStage(Stage stage) {
    return cards(
            " WHERE a.stage = :stage AND a.binned_at IS NULL AND (a.state = 'draft' OR (a.state = 'published'"
                + " AND a.revision > 1 AND (a.stage <> 'draft'"
                + " OR a.revision > (SELECT p.revision FROM publication p WHERE p.article = a.id))))"
                + (stage == Stage.SCHEDULED
                    ? " ORDER BY a.scheduled_at, a.id"
                    : " ORDER BY r.saved_at DESC, a.id DESC"))
        .bind("stage", stage.word())
        .map(CARD)
        .list();
  }

  /** What readers have had since, the newest first. */
  public List<BoardCard> publishedSince(Instant since, int most) {
    return cards(
            " JOIN publication q ON q.article = a.id WHERE q.published_at >= :since"
                + " AND q.language IN (SELECT DISTINCT language FROM publication)"
                + " ORDER BY q.published_at DESC, a.id DESC")
        .bind("since", since.toEpochMilli())
        .bind("most", most)
        .map(CARD)
        .list();
  }

  /** What is planned for, scheduled for or was published between two days. */
  public List<BoardCard> between(LocalDate first, LocalDate last, Instant from, Instant to) {
    return cards(
            " WHERE a.binned_at IS NULL AND (a.planned_day BETWEEN :first AND :last"
                + " OR a.scheduled_at BETWEEN :from AND :to"
                + " OR a.id IN (SELECT q.article FROM publication q WHERE q.language IN (SELECT DISTINCT language"
                + " FROM publication) AND q.published_at BETWEEN :from AND :to ORDER BY q.published_at DESC LIMIT 200))"
                + " ORDER BY a.planned_day, a.id")
        .bind("first", first.toString())
        .bind("last", last.toString())
        .bind("from", from.toEpochMilli())
        .bind("to", to.toEpochMilli())
        .bind("most", 500)
        .map(CARD)
        .list();
  }

  /** What was thrown away, the latest first. */
  public List<BoardCard> bin() {
    return cards(" WHERE a.binned_at IS NOT NULL ORDER BY a.binned_at DESC").map(CARD).list();
  }

  public Optional<BoardCard> card(String id) {
    return cards(" WHERE a.id = :id").bind("id", id).map(CARD).findOne();
  }

  private Query cards(String where) {
    return handle.createQuery(CARDS + where + " LIMIT :most").bind("me", me).bind("most", MOST);
  }
}
