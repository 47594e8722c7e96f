package press.tamizdat.support.till;

import java.util.Optional;
import press.tamizdat.platform.db.Database;

/** What was made at one till once and is used again, such as a plan. */
public final class Notes {
  private final Database database;
  private final String till;

  /**
   * @param database of the post room
   */
  public Notes(Database database, String till) {
    this.database = database;
    this.till = till;
  }

  public Optional<String> get(String name) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT value FROM till_note WHERE till = :till AND name = :name")
                .bind("till", till)
                .bind("name", name)
                .mapTo(String.class)
                .findOne());
  }

  public void put(String name, String value) {
    database.change(
        handle ->
            handle.execute(
                """
                INSERT INTO till_note (till, name, value) VALUES (?, ?, ?)
                ON CONFLICT (till, name) DO UPDATE SET value = excluded.value\
                """,
                till,
                name,
                value));
  }
}
