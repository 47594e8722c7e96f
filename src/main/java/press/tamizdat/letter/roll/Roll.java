package press.tamizdat.letter.roll;

import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;
import press.tamizdat.platform.db.Database;
import press.tamizdat.platform.text.Language;
import press.tamizdat.trust.Ids;

/**
 * Everybody who gets letters, by random ids. Whatever is asked of an id that is not on the roll
 * does nothing and says so; a repeat does nothing either.
 */
public final class Roll {
  /** How long somebody who asked for letters has to confirm it. */
  public static final Duration TO_CONFIRM = Duration.ofDays(3);

  private final Database database;
  private final Clock clock;
  private final RandomGenerator random;

  /**
   * @param random must be a source that nobody can foresee
   */
  public Roll(Database database, Clock clock, RandomGenerator random) {
    this.database = database;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Keeps a sealed address until it is confirmed, or for three days.
   *
   * @param envelope the id of the envelope that it came in: the same again gives the same id
   * @param sealed from {@link SealedAddress}
   * @return the id that links carry
   */
  public String signUp(String envelope, byte[] sealed, Choice choice) {
    return database.write(
        handle ->
            byEnvelope(handle, envelope).orElseGet(() -> keep(handle, envelope, sealed, choice)));
  }

  private static Optional<String> byEnvelope(Handle handle, String envelope) {
    return handle
        .createQuery("SELECT id FROM subscriber WHERE envelope = :envelope")
        .bind("envelope", envelope)
        .mapTo(String.class)
        .findOne();
  }

  private String keep(Handle handle, String envelope, byte[] sealed, Choice choice) {
    String id = Ids.next(random);
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
            .bind("month", month())
            .bind("envelope", envelope)
            .bind("expires", clock.instant().plus(TO_CONFIRM).toEpochMilli())
            .execute();
    choice.sorted().forEach(letter -> subscribe(handle, id, letter));
    return id;
  }

  /** Puts somebody on the roll who asked for it; whether they are there now. */
  public boolean confirm(String id) {
    return database.erase(
        handle -> {
          Optional<Standing> standing = Standing.of(handle, id);
          standing.filter(s -> !s.active()).ifPresent(s -> activate(handle, s));
          return standing.isPresent();
        });
  }

  private void activate(Handle handle, Standing standing) {
    int _ =
        handle
            .createUpdate(
                """
                UPDATE subscriber
                SET state = 'active', joined = :month, envelope = NULL, expires = NULL
                WHERE id = :id
                """)
            .bind("month", month())
            .bind("id", standing.id())
            .execute();
    tally().count(handle, standing.counted(), standing.language(), "joined", 1);
  }

  /**
   * Puts people on the roll without asking them, within a transaction that notes why that may be.
   */
  void add(Handle handle, List<byte[]> sealed, List<Choice> choices) {
    var rows =
        handle.prepareBatch(
            """
            INSERT INTO subscriber (id, sealed, language, state, joined)
            VALUES (:id, :sealed, :language, 'active', :month)
            """);
    var letters =
        handle.prepareBatch(
            "INSERT INTO subscription (subscriber, letter) VALUES (:subscriber, :letter)");
    var counted = new java.util.TreeMap<String, java.util.Map<String, Long>>();
    for (int i = 0; i < sealed.size(); i++) {
      String id = Ids.next(random);
      Choice choice = choices.get(i);
      String language = choice.language().tag();
      var _ =
          rows.bind("id", id)
              .bind("sealed", sealed.get(i))
              .bind("language", language)
              .bind("month", month())
              .add();
      for (String letter : choice.sorted()) {
        var _ = letters.bind("subscriber", id).bind("letter", letter).add();
      }
      for (String letter : Tally.withEverybody(choice.letters())) {
        counted
            .computeIfAbsent(language, _ -> new java.util.TreeMap<>())
            .merge(letter, 1L, Long::sum);
      }
    }
    if (!sealed.isEmpty()) {
      int[] _ = rows.execute();
      int[] _ = letters.execute();
    }
    counted.forEach(
        (language, of) ->
            of.forEach(
                (letter, people) -> tally().count(handle, letter, language, "joined", people)));
  }

  /** What somebody gets, or would once they confirm. */
  Set<String> letters(String id) {
    return database.read(handle -> Standing.of(handle, id).map(Standing::letters).orElse(Set.of()));
  }

  /** Stops one letter; who gets no other is erased. Whether there was something to stop. */
  public boolean leave(String id, String letter) {
    return database.erase(
        handle ->
            Standing.of(handle, id)
                .filter(s -> s.letters().contains(letter))
                .map(s -> stop(handle, s, letter))
                .isPresent());
  }

  private Standing stop(Handle handle, Standing standing, String letter) {
    if (standing.letters().size() == 1) {
      drop(handle, standing, Removal.LEFT);
    } else {
      unsubscribe(handle, standing, Set.of(letter));
    }
    return standing;
  }

  /** Erases somebody at once and for good; whether they were there. */
  public boolean leave(String id) {
    return remove(id, Removal.LEFT);
  }

  /** The same, and says in the counts why. */
  public boolean remove(String id, Removal why) {
    return database.erase(
        handle -> {
          Optional<Standing> standing = Standing.of(handle, id);
          standing.ifPresent(s -> drop(handle, s, why));
          return standing.isPresent();
        });
  }

  private void drop(Handle handle, Standing standing, Removal why) {
    int _ =
        handle.createUpdate("DELETE FROM subscriber WHERE id = ?").bind(0, standing.id()).execute();
    if (standing.active()) {
      tally().count(handle, standing.counted(), standing.language(), why.word(), 1);
    }
  }

  /** Gives somebody other letters or another language. Nothing chosen is the same as leaving. */
  public boolean choose(String id, Choice choice) {
    return database.erase(
        handle -> {
          Optional<Standing> standing = Standing.of(handle, id);
          standing.ifPresent(s -> choose(handle, s, choice));
          return standing.isPresent();
        });
  }

  private void choose(Handle handle, Standing standing, Choice choice) {
    if (choice.letters().isEmpty()) {
      drop(handle, standing, Removal.LEFT);
      return;
    }
    Set<String> gone = new TreeSet<>(standing.letters());
    gone.removeAll(choice.letters());
    unsubscribe(handle, standing, gone);
    Set<String> kept = new TreeSet<>(standing.letters());
    kept.retainAll(choice.letters());
    move(handle, standing, kept, choice.language());
    Set<String> fresh = new TreeSet<>(choice.letters());
    fresh.removeAll(standing.letters());
    fresh.forEach(letter -> subscribe(handle, standing.id(), letter));
    if (standing.active()) {
      tally().count(handle, fresh, choice.language().tag(), "joined", 1);
    }
  }

  private void move(Handle handle, Standing standing, Set<String> kept, Language language) {
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

  private static void subscribe(Handle handle, String id, String letter) {
    int _ =
        handle
            .createUpdate("INSERT INTO subscription (subscriber, letter) VALUES (?, ?)")
            .bind(0, id)
            .bind(1, letter)
            .execute();
  }

  private void unsubscribe(Handle handle, Standing standing, Set<String> letters) {
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

  /**
   * Has letters encrypted from now on, or no more.
   *
   * @param sealedKey an age file to the roll's key: an OpenPGP public key
   */
  public boolean encryptTo(String id, Optional<byte[]> sealedKey) {
    return database.erase(
        handle ->
            Standing.of(handle, id).stream()
                .anyMatch(
                    s ->
                        handle
                                .createUpdate(
                                    "UPDATE subscriber SET sealed_key = :key WHERE id = :id")
                                .bind("key", sealedKey.orElse(null))
                                .bind("id", s.id())
                                .execute()
                            == 1));
  }

  /**
   * Makes one row of two that hold the same address, as was seen while the roll was open. The kept
   * one gets the letters of both and answers to the links of both.
   */
  public boolean merge(String kept, String other) {
    return database.erase(
        handle -> {
          Optional<Standing> to = Standing.of(handle, kept).filter(Standing::active);
          Optional<Standing> from = Standing.of(handle, other).filter(Standing::active);
          if (to.isEmpty() || from.isEmpty() || to.get().id().equals(from.get().id())) {
            return false;
          }
          merge(handle, to.get(), from.get());
          return true;
        });
  }

  private void merge(Handle handle, Standing to, Standing from) {
    Set<String> fresh = new TreeSet<>(from.letters());
    fresh.removeAll(to.letters());
    fresh.forEach(letter -> subscribe(handle, to.id(), letter));
    tally().count(handle, fresh, to.language(), "joined", 1);
    tally().count(handle, from.counted(), from.language(), "merged", 1);
    int _ =
        handle
            .createUpdate("UPDATE subscriber_former SET subscriber = ? WHERE subscriber = ?")
            .bind(0, to.id())
            .bind(1, from.id())
            .execute();
    int _ = handle.createUpdate("DELETE FROM subscriber WHERE id = ?").bind(0, from.id()).execute();
    int _ =
        handle
            .createUpdate("INSERT INTO subscriber_former (id, subscriber) VALUES (?, ?)")
            .bind(0, from.id())
            .bind(1, to.id())
            .execute();
  }

  /** Erases who did not confirm in time; how many. */
  public int forgetUnconfirmed() {
    long now = clock.millis();
    return database.read(handle -> expired(handle, now)).isEmpty()
        ? 0
        : database.erase(
            handle ->
                handle
                    .createUpdate("DELETE FROM subscriber WHERE expires <= :now")
                    .bind("now", now)
                    .execute());
  }

  private static Optional<Integer> expired(Handle handle, long now) {
    return handle
        .createQuery("SELECT 1 FROM subscriber WHERE expires <= :now LIMIT 1")
        .bind("now", now)
        .mapTo(Integer.class)
        .findOne();
  }

  private Tally tally() {
    return new Tally(month());
  }

  private String month() {
    return YearMonth.now(clock.withZone(ZoneOffset.UTC)).toString();
  }
}
