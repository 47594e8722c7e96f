package press.tamizdat.letter.roll;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import press.tamizdat.platform.text.Language;

/** How somebody stands on the roll, as their row says within a transaction. */
record Standing(String id, String language, boolean active, Set<String> letters) {

  /**
   * @param id the one they have, or had before two rows became one
   */
  static Optional<Standing> of(Handle handle, String id) {
    return row(handle, id).or(() -> present(handle, id).flatMap(now -> row(handle, now)));
  }

  private static Optional<Standing> row(Handle handle, String id) {
    return handle
        .createQuery("SELECT language, state FROM subscriber WHERE id = ?")
        .bind(0, id)
        .map(
            (row, context) ->
                new Standing(
                    id,
                    row.getString("language"),
                    row.getString("state").equals("active"),
                    letters(handle, id)))
        .findOne();
  }

  private static Optional<String> present(Handle handle, String former) {
    return handle
        .createQuery("SELECT subscriber FROM subscriber_former WHERE id = ?")
        .bind(0, former)
        .mapTo(String.class)
        .findOne();
  }

  private static Set<String> letters(Handle handle, String id) {
    return new TreeSet<>(
        handle
            .createQuery("SELECT letter FROM subscription WHERE subscriber = ?")
            .bind(0, id)
            .mapTo(String.class)
            .list());
  }

  Choice choice() {
    return new Choice(letters, new Language(language));
  }

  boolean encrypted(Handle handle) {
    return handle
        .createQuery("SELECT 1 FROM subscriber WHERE id = ? AND sealed_key IS NOT NULL")
        .bind(0, id)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /** Under what they are counted. */
  Set<String> counted() {
    return Tally.withEverybody(letters);
  }
}
