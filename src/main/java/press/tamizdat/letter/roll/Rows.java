package press.tamizdat.letter.roll;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import press.tamizdat.platform.text.Language;
import press.tamizdat.trust.Ids;

/** The rows of subscribers within a transaction. Whoever is active is counted as they change. */
record Rows(Handle handle, String month) {

  /** Which row came in an envelope, if it is still pending. */
  Optional<String> byEnvelope(String envelope) {
    return handle
        .createQuery("SELECT id FROM subscriber WHERE envelope = :envelope")
        .bind("envelope", envelope)
        .mapTo(String.class)
        .findOne();
  }

  void addPending(String id, String envelope, byte[] sealed, Choice choice, long expires) {
    int _ =
        handle
            .createUpdate(
                """
                INSERT INTO subscriber (id, sealed, language, state, joined, envelope, expires)
                VALUES (:id, :sealed, :language, 'pending', :month, :envelope, :expires)
                """)
            .bind("id", id)
            .bind("sealed", sealed)
            .bind("language", choice.language().tag())
            .bind("month", month)
            .bind("envelope", envelope)
            .bind("expires", expires)
            .execute();
    choice.sorted().forEach(letter -> subscribe(id, letter));
  }

  void activate(Standing standing) {
    int _ =
        handle
            .createUpdate(
                """
                UPDATE subscriber
                SET state = 'active', joined = :month, envelope = NULL, expires = NULL
                WHERE id = :id
                """)
            .bind("month", month)
            .bind("id", standing.id())
            .execute();
    tally().count(handle, standing.counted(), standing.language(), "joined", 1);
  }

  /** People who need not be asked, many at a time. */
  void addActive(List<byte[]> sealed, List<Choice> choices, RandomGenerator random) {
    if (sealed.isEmpty()) {
      return;
    }
    PreparedBatch people =
        handle.prepareBatch(
            """
            INSERT INTO subscriber (id, sealed, language, state, joined)
            VALUES (:id, :sealed, :language, 'active', :month)
            """);
    PreparedBatch letters =
        handle.prepareBatch("INSERT INTO subscription (subscriber, letter) VALUES (:id, :letter)");
    Map<Choice, Long> alike = new HashMap<>();
    for (int i = 0; i < sealed.size(); i++) {
      String id = Ids.next(random);
      Choice choice = choices.get(i);
      alike.merge(choice, 1L, Long::sum);
      people.bind("id", id).bind("sealed", sealed.get(i));
      people.bind("language", choice.language().tag()).bind("month", month).add();
      choice.sorted().forEach(letter -> letters.bind("id", id).bind("letter", letter).add());
    }
    int[] _ = people.execute();
    int[] _ = letters.execute();
    alike.forEach(
        (choice, many) -> {
          Set<String> counted = Tally.withEverybody(choice.letters());
          tally().count(handle, counted, choice.language().tag(), "joined", many);
        });
  }

  void drop(Standing standing, Removal why) {
    delete(standing.id());
    if (standing.active()) {
      tally().count(handle, standing.counted(), standing.language(), why.word(), 1);
    }
  }

  private void delete(String id) {
    int _ = handle.createUpdate("DELETE FROM subscriber WHERE id = ?").bind(0, id).execute();
  }

  void subscribe(String id, String letter) {
    int _ =
        handle
            .createUpdate("INSERT INTO subscription (subscriber, letter) VALUES (?, ?)")
            .bind(0, id)
            .bind(1, letter)
            .execute();
  }

  /** They got none of these letters before. */
  void subscribe(Standing standing, Set<String> letters, Language language) {
    letters.forEach(letter -> subscribe(standing.id(), letter));
    if (standing.active()) {
      tally().count(handle, letters, language.tag(), "joined", 1);
    }
  }

  void unsubscribe(Standing standing, Set<String> letters) {
    for (String letter : letters) {
      int _ =
          handle
              .createUpdate("DELETE FROM subscription WHERE subscriber = ? AND letter = ?")
              .bind(0, standing.id())
              .bind(1, letter)
              .execute();
    }
    if (standing.active()) {
      tally().count(handle, letters, standing.language(), "left", 1);
    }
  }

  /** To another language, with the letters that they keep. */
  void move(Standing standing, Set<String> kept, Language language) {
    if (standing.language().equals(language.tag())) {
      return;
    }
    int _ =
        handle
            .createUpdate("UPDATE subscriber SET language = :language WHERE id = :id")
            .bind("language", language.tag())
            .bind("id", standing.id())
            .execute();
    if (standing.active()) {
      Set<String> counted = Tally.withEverybody(kept);
      tally().count(handle, counted, standing.language(), "moved", -1);
      tally().count(handle, counted, language.tag(), "moved", 1);
    }
  }

  /** The first gets the letters of both and answers to the links of both. */
  void merge(Standing to, Standing from, Set<String> fresh) {
    subscribe(to, fresh, new Language(to.language()));
    tally().count(handle, from.counted(), from.language(), "merged", 1);
    int _ = // who gave a key once gets no letter in the open
        handle
            .createUpdate(
                """
                UPDATE subscriber SET sealed_key = COALESCE(sealed_key,
                  (SELECT f.sealed_key FROM subscriber f WHERE f.id = :from)) WHERE id = :to
                """)
            .bind("from", from.id())
            .bind("to", to.id())
            .execute();
    int _ =
        handle
            .createUpdate("UPDATE subscriber_former SET subscriber = ? WHERE subscriber = ?")
            .bind(0, to.id())
            .bind(1, from.id())
            .execute();
    delete(from.id());
    int _ =
        handle
            .createUpdate("INSERT INTO subscriber_former (id, subscriber) VALUES (?, ?)")
            .bind(0, from.id())
            .bind(1, to.id())
            .execute();
  }

  int deleteExpired(long now) {
    return handle.createUpdate("DELETE FROM subscriber WHERE expires <= ?").bind(0, now).execute();
  }

  boolean isAnyExpired(long now) {
    return handle
        .createQuery("SELECT 1 FROM subscriber WHERE expires <= ? LIMIT 1")
        .bind(0, now)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  private Tally tally() {
    return new Tally(month);
  }
}
