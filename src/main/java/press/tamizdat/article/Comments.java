package press.tamizdat.article;

import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;
import press.tamizdat.platform.db.Database;
import press.tamizdat.staff.Account;
import press.tamizdat.staff.Audit;
import press.tamizdat.staff.Right;

/** What is said beside the texts of the desk. Nothing said is ever deleted; it is settled. */
public final class Comments {
  static final int LONGEST = 4_000;
  private static final int LONGEST_QUOTE = 500;

  private final Database database;
  private final Clock clock;
  private final RandomGenerator random;
  private final Audit audit;

  public Comments(Database database, Clock clock, RandomGenerator random) {
    this.database = database;
    this.clock = clock;
    this.random = random;
    this.audit = new Audit(clock);
  }

  /** What came of it. */
  public sealed interface Outcome {
    /**
     * It is done.
     *
     * @param id of the comment
     */
    record Done(String id) implements Outcome {}

    /**
     * It cannot be.
     *
     * @param key of a message
     */
    record Refused(String key) implements Outcome {}
  }

  /**
   * Says something.
   *
   * @param quote the words it is about, may be empty; white space in it is as a page shows it
   */
  public Outcome add(Account by, String article, String quote, String body) {
    return checked(by, body)
        .orElseGet(
            () ->
                database.write(
                    handle ->
                        isKnown(handle, article)
                            ? add(handle, by, article, quote, body, Optional.empty())
                            : new Outcome.Refused("flow.refused.unknown")));
  }

  /** Answers; an answer to an answer stands under the same comment. */
  public Outcome reply(Account by, String article, String to, String body) {
    return checked(by, body)
        .orElseGet(
            () ->
                database.write(
                    handle ->
                        thread(handle, article, to)
                            .map(first -> add(handle, by, article, "", body, Optional.of(first)))
                            .orElseGet(() -> new Outcome.Refused("flow.refused.comment-gone"))));
  }

  private static Optional<Outcome> checked(Account by, String body) {
    if (!by.may(Right.WRITE)) {
      return Optional.of(new Outcome.Refused("flow.refused.right"));
    }
    if (body.isBlank()) {
      return Optional.of(new Outcome.Refused("flow.refused.comment"));
    }
    return body.length() > LONGEST
        ? Optional.of(new Outcome.Refused("flow.refused.comment-long"))
        : Optional.empty();
  }

  Outcome add(
      Handle handle, Account by, String article, String quote, String body, Optional<String> to) {
    String id = newId();
    int added =
        handle
            .createUpdate(
                "INSERT INTO comment (id, article, account, quote, body, at, reply_to)"
                    + " VALUES (:id, :article, :account, :quote, :body, :at, :to)")
            .bind("id", id)
            .bind("article", article)
            .bind("account", by.id())
            .bind("quote", shortened(quote.strip().replaceAll("\\s+", " ")))
            .bind("body", shortened(body.strip(), LONGEST))
            .bind("at", clock.millis())
            .bind("to", to)
            .execute();
    if (added != 1) {
      throw new IllegalStateException("a comment was not written");
    }
    audit.note(handle, Optional.of(by.id()), "article.comment", article);
    return new Outcome.Done(id);
  }

  private static String shortened(String quote) {
    return shortened(quote, LONGEST_QUOTE);
  }

  private static String shortened(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most));
  }

  private static boolean isKnown(Handle handle, String article) {
    return handle
            .createQuery("SELECT count(*) FROM article WHERE id = :id")
            .bind("id", article)
            .mapTo(Long.class)
            .one()
        > 0;
  }

  private static Optional<String> thread(Handle handle, String article, String comment) {
    return handle
        .createQuery(
            "SELECT coalesce(reply_to, id) FROM comment WHERE article = :article AND id = :id")
        .bind("article", article)
        .bind("id", comment)
        .mapTo(String.class)
        .findOne();
  }

  /** Settles a comment: its author may, and whoever reviews. */
  public Outcome resolve(Account by, String article, String id) {
    return settle(by, article, id, true);
  }

  /** Opens it again. */
  public Outcome reopen(Account by, String article, String id) {
    return settle(by, article, id, false);
  }

  private Outcome settle(Account by, String article, String id, boolean resolved) {
    if (!by.may(Right.WRITE)) {
      return new Outcome.Refused("flow.refused.right");
    }
    return database.write(
        handle -> {
          int settled =
              handle
                  .createUpdate(
                      "UPDATE comment SET resolved_at = :at, resolved_by = :by WHERE id = :id"
                          + " AND article = :article AND reply_to IS NULL AND (account = :account OR :reviews)")
                  .bind("id", id)
                  .bind("article", article)
                  .bind("at", resolved ? Optional.of(clock.millis()) : Optional.<Long>empty())
                  .bind("by", resolved ? Optional.of(by.id()) : Optional.<String>empty())
                  .bind("account", by.id())
                  .bind("reviews", by.may(Right.REVIEW))
                  .execute();
          return settled == 1
              ? new Outcome.Done(id)
              : new Outcome.Refused("flow.refused.comment-settle");
        });
  }

  /** All that is said beside an article, the oldest first, answers under what they answer. */
  public static List<Comment> of(Handle handle, String article) {
    record Row(Comment comment, Optional<String> to) {}
    List<Row> rows =
        handle
            .createQuery(
                "SELECT id, account, quote, body, at, resolved_at, resolved_by, reply_to FROM comment"
                    + " WHERE article = :article ORDER BY at, id")
            .bind("article", article)
            .map(
                (row, context) -> {
                  long resolved = row.getLong("resolved_at");
                  Optional<Instant> at =
                      row.wasNull()
                          ? Optional.empty()
                          : Optional.of(Instant.ofEpochMilli(resolved));
                  return new Row(
                      new Comment(
                          row.getString("id"),
                          row.getString("account"),
                          row.getString("quote"),
                          row.getString("body"),
                          Instant.ofEpochMilli(row.getLong("at")),
                          at,
                          Optional.ofNullable(row.getString("resolved_by")),
                          List.of()),
                      Optional.ofNullable(row.getString("reply_to")));
                })
            .list();
    return rows.stream()
        .filter(r -> r.to().isEmpty())
        .map(
            r ->
                withReplies(
                    r.comment(),
                    rows.stream()
                        .filter(a -> a.to().filter(r.comment().id()::equals).isPresent())
                        .map(Row::comment)
                        .toList()))
        .toList();
  }

  private static Comment withReplies(Comment c, List<Comment> replies) {
    return new Comment(
        c.id(), c.account(), c.quote(), c.body(), c.at(), c.resolved(), c.resolvedBy(), replies);
  }

  /** How many are not settled. */
  public static int open(Handle handle, String article) {
    return handle
        .createQuery(
            "SELECT count(*) FROM comment WHERE article = :article AND reply_to IS NULL AND resolved_at IS NULL")
        .bind("article", article)
        .mapTo(Integer.class)
        .one();
  }

  private String newId() {
    byte[] tail = new byte[6];
    random.nextBytes(tail);
    return "%012x%s".formatted(clock.millis(), HexFormat.of().formatHex(tail));
  }
}
