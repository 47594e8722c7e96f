package press.tamizdat.letter.issue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import press.tamizdat.platform.text.Language;
import press.tamizdat.trust.Ids;

/**
 * The issues of letters in the desk's database. Each change of state says from which state it
 * leads, and does nothing from another: so two processes that do the same do it once.
 */
public final class Issues {
  private static final String COLUMNS =
      "SELECT id, letter, number, language, state, due, content, version, changed_at, changed_by,"
          + " go_at, armed_by, sent_at FROM letter_issue";
  private static final RowMapper<Issue> ISSUE =
      (row, context) ->
          new Issue(
              row.getString("id"),
              row.getString("letter"),
              row.getInt("number"),
              new Language(row.getString("language")),
              Issue.State.ofWord(row.getString("state")),
              at(row.getObject("due")),
              Draft.read(row.getString("content")),
              row.getInt("version"),
              Instant.ofEpochMilli(row.getLong("changed_at")),
              Optional.ofNullable(row.getString("changed_by")),
              at(row.getObject("go_at")),
              Optional.ofNullable(row.getString("armed_by")),
              at(row.getObject("sent_at")));

  private final Handle handle;

  public Issues(Handle handle) {
    this.handle = handle;
  }

  private static Optional<Instant> at(@Nullable Object millis) {
    return millis instanceof Number n
        ? Optional.of(Instant.ofEpochMilli(n.longValue()))
        : Optional.empty();
  }

  public Optional<Issue> find(String letter, int number, Language language) {
    return handle
        .createQuery(
            COLUMNS + " WHERE letter = :letter AND number = :number AND language = :language")
        .bind("letter", letter)
        .bind("number", number)
        .bind("language", language.tag())
        .map(ISSUE)
        .findOne();
  }

  public Optional<Issue> find(String id) {
    return handle.createQuery(COLUMNS + " WHERE id = :id").bind("id", id).map(ISSUE).findOne();
  }

  /** The issues of one number, by language. */
  public List<Issue> ofNumber(String letter, int number) {
    return handle
        .createQuery(COLUMNS + " WHERE letter = :letter AND number = :number ORDER BY language")
        .bind("letter", letter)
        .bind("number", number)
        .map(ISSUE)
        .list();
  }

  /** The issues of a letter, the newest first, without those that were dropped. */
  public List<Issue> newest(String letter, int most) {
    return handle
        .createQuery(
            COLUMNS
                + " WHERE letter = :letter AND state <> 'dropped'"
                + " ORDER BY number DESC, language LIMIT :most")
        .bind("letter", letter)
        .bind("most", most)
        .map(ISSUE)
        .list();
  }

  /** Those in a state, the earliest due first. */
  public List<Issue> in(Issue.State state) {
    return handle
        .createQuery(COLUMNS + " WHERE state = :state ORDER BY due, letter, number, language")
        .bind("state", state.word())
        .map(ISSUE)
        .list();
  }

  /** The one that is put together or waits for its time, in a language. */
  public Optional<Issue> next(String letter, Language language) {
    return handle
        .createQuery(
            COLUMNS
                + " WHERE letter = :letter AND language = :language"
                + " AND state IN ('composing', 'armed') ORDER BY number DESC LIMIT 1")
        .bind("letter", letter)
        .bind("language", language.tag())
        .map(ISSUE)
        .findOne();
  }

  /** When the last one went out. */
  public Optional<Instant> lastSent(String letter, Language language) {
    return handle
        .createQuery(
            "SELECT max(sent_at) AS last FROM letter_issue WHERE letter = :letter AND language ="
                + " :language")
        .bind("letter", letter)
        .bind("language", language.tag())
        .map((row, context) -> at(row.getObject("last")))
        .one();
  }

  /**
   * Makes an issue where none is under way in this language; the number is that of the other
   * languages' issues of the same time.
   *
   * @return the one that was made, or the one that was there
   */
  public Issue begin(
      String letter,
      Language language,
      Optional<Instant> due,
      Draft draft,
      Optional<String> account,
      Instant now,
      RandomGenerator random) {
    Optional<Issue> there = next(letter, language);
    if (there.isPresent()) {
      return there.get();
    }
    String id = Ids.next(random);
    int _ =
        handle
            .createUpdate(
                """
                INSERT INTO letter_issue
                  (id, letter, number, language, state, due, content, version, changed_at, changed_by)
                VALUES (:id, :letter, :number, :language, 'composing', :due, :content, 1, :at, :by)
                """)
            .bind("id", id)
            .bind("letter", letter)
            .bind("number", number(letter, language, due))
            .bind("language", language.tag())
            .bind("due", due.map(Instant::toEpochMilli))
            .bind("content", draft.toJson())
            .bind("at", now.toEpochMilli())
            .bind("by", account)
            .execute();
    return find(id).orElseThrow();
  }

  private int number(String letter, Language language, Optional<Instant> due) {
    int last = last(letter, Optional.empty());
    boolean shared =
        last > last(letter, Optional.of(language))
            && ofNumber(letter, last).stream()
                .anyMatch(i -> i.state() != Issue.State.DROPPED && i.due().equals(due));
    return shared ? last : last + 1;
  }

  private int last(String letter, Optional<Language> language) {
    var query =
        handle
            .createQuery(
                "SELECT coalesce(max(number), 0) FROM letter_issue WHERE letter = :letter"
                    + (language.isPresent() ? " AND language = :language" : ""))
            .bind("letter", letter);
    language.ifPresent(l -> query.bind("language", l.tag()));
    return query.mapTo(Integer.class).one();
  }

  /**
   * Keeps what an editor has changed.
   *
   * @param based the version that was changed
   * @return false if somebody else has changed it meanwhile, or if it is no longer put together
   */
  public boolean save(String id, int based, Draft draft, Optional<String> account, Instant now) {
    return 1
        == handle
            .createUpdate(
                "UPDATE letter_issue SET content = :content, version = version + 1, changed_at ="
                    + " :at, changed_by = :by WHERE id = :id AND version = :based AND state ="
                    + " 'composing'")
            .bind("content", draft.toJson())
            .bind("at", now.toEpochMilli())
            .bind("by", account)
            .bind("id", id)
            .bind("based", based)
            .execute();
  }

  /** Moves an issue to another time. */
  public boolean postpone(String id, Instant due) {
    return 1
        == handle
            .createUpdate(
                "UPDATE letter_issue SET due = :due WHERE id = :id AND state = 'composing'")
            .bind("due", due.toEpochMilli())
            .bind("id", id)
            .execute();
  }

  /** It goes out at this time. */
  public boolean arm(String id, Instant goAt, Optional<String> account) {
    return 1
        == handle
            .createUpdate(
                "UPDATE letter_issue SET state = 'armed', go_at = :at, armed_by = :by"
                    + " WHERE id = :id AND state = 'composing'")
            .bind("at", goAt.toEpochMilli())
            .bind("by", account)
            .bind("id", id)
            .execute();
  }

  /** It does not go out by itself. */
  public boolean disarm(String id) {
    return 1
        == handle
            .createUpdate(
                "UPDATE letter_issue SET state = 'composing', go_at = NULL, armed_by = NULL"
                    + " WHERE id = :id AND state = 'armed'")
            .bind("id", id)
            .execute();
  }

  /**
   * Its sending begins; from now on it stands in the archive.
   *
   * @param printed as {@code PublishedLetters.printed} writes it
   */
  public boolean send(String id, Instant now, long edition, String printed) {
    return 1
        == handle
            .createUpdate(
                "UPDATE letter_issue SET state = 'sending', sent_at = :at, edition = :edition,"
                    + " printed = :printed WHERE id = :id AND state = 'armed'")
            .bind("at", now.toEpochMilli())
            .bind("edition", edition)
            .bind("printed", printed)
            .bind("id", id)
            .execute();
  }

  /** Its sending is done. */
  public boolean done(String id) {
    return 1
        == handle
            .createUpdate(
                "UPDATE letter_issue SET state = 'sent' WHERE id = :id AND state = 'sending'")
            .bind("id", id)
            .execute();
  }

  /** It will not go out. */
  public boolean drop(String id) {
    return 1
        == handle
            .createUpdate(
                "UPDATE letter_issue SET state = 'dropped' WHERE id = :id AND state = 'composing'")
            .bind("id", id)
            .execute();
  }

  /** Articles that somebody has chosen for the next issue, the first chosen first. */
  public List<String> picks(String letter) {
    return handle
        .createQuery(
            "SELECT article FROM letter_pick WHERE letter = :letter ORDER BY picked_at, article")
        .bind("letter", letter)
        .mapTo(String.class)
        .list();
  }

  /** The letters that an article is chosen for. */
  public List<String> pickedFor(String article) {
    return handle
        .createQuery("SELECT letter FROM letter_pick WHERE article = :article ORDER BY letter")
        .bind("article", article)
        .mapTo(String.class)
        .list();
  }

  public void pick(String letter, String article, String account, Instant now) {
    int _ =
        handle
            .createUpdate(
                "INSERT INTO letter_pick (letter, article, picked_at, picked_by) VALUES (:letter,"
                    + " :article, :at, :by) ON CONFLICT (letter, article) DO NOTHING")
            .bind("letter", letter)
            .bind("article", article)
            .bind("at", now.toEpochMilli())
            .bind("by", account)
            .execute();
  }

  public void unpick(String letter, String article) {
    int _ =
        handle
            .createUpdate("DELETE FROM letter_pick WHERE letter = :letter AND article = :article")
            .bind("letter", letter)
            .bind("article", article)
            .execute();
  }
}
