package press.tamizdat.letter.roll;

import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** Counts who comes and goes, in the transaction in which they do. */
record Tally(String month) {
  /** In the place of a letter's slug: subscribers, whatever letters they get. */
  static final String EVERYBODY = "";

  /** Somebody came to these letters, or went from them. */
  void count(Handle handle, Set<String> letters, String language, String what, long people) {
    for (String letter : letters) {
      count(handle, letter, language, what, people);
    }
  }

  void count(Handle handle, String letter, String language, String what, long people) {
    int _ =
        handle
            .createUpdate(
                """
                INSERT INTO roll_tally (letter, language, month, what, people)
                VALUES (:letter, :language, :month, :what, :people)
                ON CONFLICT (letter, language, month, what)
                DO UPDATE SET people = roll_tally.people + excluded.people
                """)
            .bind("letter", letter)
            .bind("language", language)
            .bind("month", month)
            .bind("what", what)
            .bind("people", people)
            .execute();
  }

  /** The letters and the count of subscribers as such. */
  static Set<String> withEverybody(Set<String> letters) {
    Set<String> all = new TreeSet<>(letters);
    all.add(EVERYBODY);
    return all;
  }
}
