package press.tamizdat.letter.roll;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import press.tamizdat.platform.db.Database;
import press.tamizdat.platform.text.Language;

/** How many came and went. It reads a few rows for each month and never the roll. */
public final class RollCounts {
  private static final String NOW =
      "SUM(CASE WHEN what IN ('joined', 'moved') THEN people ELSE -people END)";

  private final Database database;

  public RollCounts(Database database) {
    this.database = database;
  }

  /**
   * One month of a letter in a language.
   *
   * @param letter its slug; empty counts subscribers, whatever letters they get
   * @param moved from another language less those to one
   * @param merged rows that held the same address as another
   */
  public record Month(
      String letter,
      Language language,
      YearMonth month,
      long joined,
      long moved,
      long left,
      long bounced,
      long complained,
      long merged) {
    /** By how many they became more. */
    public long growth() {
      return joined + moved - left - bounced - complained - merged;
    }
  }

  /** How many get a letter in a language now. */
  public record Now(String letter, Language language, long people) {}

  /** Every month in which something happened, the earliest first. */
  public List<Month> months() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT letter, language, month,
                      SUM(CASE WHEN what = 'joined' THEN people ELSE 0 END) AS joined,
                      SUM(CASE WHEN what = 'moved' THEN people ELSE 0 END) AS moved,
                      SUM(CASE WHEN what = 'left' THEN people ELSE 0 END) AS gone,
                      SUM(CASE WHEN what = 'bounced' THEN people ELSE 0 END) AS bounced,
                      SUM(CASE WHEN what = 'complained' THEN people ELSE 0 END) AS complained,
                      SUM(CASE WHEN what = 'merged' THEN people ELSE 0 END) AS merged
                    FROM roll_tally GROUP BY letter, language, month
                    ORDER BY month, letter, language
                    """)
                .map(
                    (row, context) ->
                        new Month(
                            row.getString("letter"),
                            new Language(row.getString("language")),
                            YearMonth.parse(row.getString("month")),
                            row.getLong("joined"),
                            row.getLong("moved"),
                            row.getLong("gone"),
                            row.getLong("bounced"),
                            row.getLong("complained"),
                            row.getLong("merged")))
                .list());
  }

  /** How many get each letter in each language; under the empty slug, how many subscribers. */
  public List<Now> now() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT letter, language, "
                        + NOW
                        + " AS people FROM roll_tally GROUP BY letter, language"
                        + " ORDER BY letter, language")
                .map(
                    (row, context) ->
                        new Now(
                            row.getString("letter"),
                            new Language(row.getString("language")),
                            row.getLong("people")))
                .list());
  }

  /** How many get a letter in a language. */
  public long now(String letter, Language language) {
    return database.read(handle -> now(handle, letter, Optional.of(language)));
  }

  /** How many subscribers there are. */
  public long everybody() {
    return database.read(handle -> now(handle, Tally.EVERYBODY, Optional.empty()));
  }

  /** How many have not confirmed yet. */
  public long unconfirmed() {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT COUNT(*) FROM subscriber WHERE expires IS NOT NULL")
                .mapTo(Long.class)
                .one());
  }

  static long now(Handle handle, String letter, Optional<Language> language) {
    Query query =
        handle
            .createQuery(
                "SELECT COALESCE("
                    + NOW
                    + ", 0) FROM roll_tally WHERE letter = :letter"
                    + (language.isPresent() ? " AND language = :language" : ""))
            .bind("letter", letter);
    language.ifPresent(l -> query.bind("language", l.tag()));
    return query.mapTo(Long.class).one();
  }
}
