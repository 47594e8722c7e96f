package press.tamizdat.letter.roll;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import press.tamizdat.platform.db.Database;
import press.tamizdat.platform.text.Language;

/**
 * Who gets a letter in a language. Rows come by their ids in pages, so that a roll of any length
 * takes the memory of one page, and no transaction stays open while they are worked on.
 */
public final class Audience {
  private final Database database;

  public Audience(Database database) {
    this.database = database;
  }

  /**
   * The next of them.
   *
   * @param after the last id of the page before; empty for the first page
   */
  public List<Addressee> page(String letter, Language language, String after, int most) {
    return database.read(handle -> page(handle, letter, language, after, most));
  }

  private static List<Addressee> page(
      Handle handle, String letter, Language language, String after, int most) {
    // The letter leads: most subscribers of a letter read it in one of few languages, and both
    // tables are then walked in the order in which they lie.
    Query query =
        handle.createQuery(
            """
            SELECT s.id, s.sealed, s.sealed_key
            FROM subscription p CROSS JOIN subscriber s
            WHERE p.letter = :letter AND p.subscriber > :after
              AND s.id = p.subscriber AND s.language = :language AND s.state = 'active'
            ORDER BY p.subscriber LIMIT :most
            """);
    return query
        .bind("letter", letter)
        .bind("language", language.tag())
        .bind("after", after)
        .bind("most", most)
        .map(
            (row, context) ->
                new Addressee(
                    row.getString("id"),
                    row.getBytes("sealed"),
                    Optional.ofNullable(row.getBytes("sealed_key"))))
        .list();
  }
}
