package press.tamizdat.letter.roll;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import press.tamizdat.platform.db.Database;
import press.tamizdat.platform.text.Language;

/** The roll as a list for people: no address, and of an id only its beginning. */
public final class RollPages {
  private static final int SHOWN = 6;
  private static final int CURSOR = 12;

  private final Database database;

  public RollPages(Database database) {
    this.database = database;
  }

  /**
   * A row.
   *
   * @param beginning of the id, 6 characters
   * @param month yyyy-MM in which they joined
   * @param encrypted whether letters go to them under their own OpenPGP key
   */
  public record Row(
      String beginning,
      Language language,
      String month,
      List<String> letters,
      boolean confirmed,
      boolean encrypted) {}

  /**
   * Some rows.
   *
   * @param next what to give as {@code after} for those that follow; empty at the end
   */
  public record Page(List<Row> rows, Optional<String> next) {}

  /** Which rows; what is empty does not matter. */
  public record Filter(
      Optional<String> letter, Optional<Language> language, Optional<Boolean> confirmed) {
    public static final Filter ALL =
        new Filter(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * @param after empty for the first page
   */
  public Page page(Filter filter, String after, int most) {
    return database.read(handle -> page(handle, filter, after, most));
  }

  private static Page page(Handle handle, Filter filter, String after, int most) {
    Query query =
        handle
            .createQuery(sql(handle, filter))
            .bind("after", after.isEmpty() ? "" : after + "~")
            .bind("most", most + 1);
    filter.letter().ifPresent(l -> query.bind("letter", l));
    filter.language().ifPresent(l -> query.bind("language", l.tag()));
    filter.confirmed().ifPresent(c -> query.bind("state", c ? "active" : "pending"));
    List<Found> found = query.map((row, context) -> found(row)).list();
    List<Row> rows = found.stream().limit(most).map(f -> row(handle, f)).toList();
    return new Page(
        rows,
        found.size() > most
            ? Optional.of(found.get(most - 1).id().substring(0, CURSOR))
            : Optional.empty());
  }

  /**
   * SQLite joins in the order in which the tables stand when it is told CROSS JOIN; the smaller
   * crowd leads.
   */
  private static String sql(Handle handle, Filter filter) {
    String language = filter.language().isPresent() ? " AND s.language = :language" : "";
    String state = filter.confirmed().isPresent() ? " AND s.state = :state" : "";
    String columns =
        "SELECT s.id, s.language, s.joined, s.state, s.sealed_key IS NOT NULL AS encrypted FROM ";
    if (filter.letter().isEmpty()) {
      return columns
          + "subscriber s WHERE s.id > :after"
          + language
          + state
          + " ORDER BY s.id LIMIT :most";
    }
    boolean letterLeads =
        filter.language().isEmpty()
            || RollCounts.now(handle, filter.letter().get(), Optional.empty())
                <= RollCounts.now(handle, Tally.EVERYBODY, filter.language());
    return columns
        + (letterLeads
            ? "subscription p CROSS JOIN subscriber s"
            : "subscriber s CROSS JOIN subscription p")
        + " WHERE p.letter = :letter AND p.subscriber = s.id AND "
        + (letterLeads ? "p.subscriber" : "s.id")
        + " > :after"
        + language
        + state
        + " ORDER BY "
        + (letterLeads ? "p.subscriber" : "s.id")
        + " LIMIT :most";
  }

  private record Found(
      String id, String language, String joined, boolean active, boolean encrypted) {}

  private static Found found(ResultSet row) throws SQLException {
    return new Found(
        row.getString("id"),
        row.getString("language"),
        row.getString("joined"),
        row.getString("state").equals("active"),
        row.getBoolean("encrypted"));
  }

  private static Row row(Handle handle, Found found) {
    String[] letters =
        handle
            .createQuery("SELECT letter FROM subscription WHERE subscriber = ?")
            .bind(0, found.id())
            .mapTo(String.class)
            .list()
            .toArray(String[]::new);
    return new Row(
        found.id().substring(0, SHOWN),
        new Language(found.language()),
        found.joined(),
        List.copyOf(new TreeSet<>(Arrays.asList(letters))),
        found.active(),
        found.encrypted());
  }
}
