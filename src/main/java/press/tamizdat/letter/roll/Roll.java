package press.tamizdat.letter.roll;

import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;
import press.tamizdat.platform.db.Database;
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
    long expires = clock.instant().plus(TO_CONFIRM).toEpochMilli();
    return database.write(
        handle -> {
          Rows rows = rows(handle);
          Optional<String> before = rows.byEnvelope(envelope);
          String id = before.orElseGet(() -> Ids.next(random));
          if (before.isEmpty()) {
            rows.addPending(id, envelope, sealed, choice, expires);
          }
          return id;
        });
  }

  /** Puts somebody on the roll who asked for it; whether they are there now. */
  public boolean confirm(String id) {
    return change(
        id,
        (rows, standing) -> {
          if (!standing.active()) {
            rows.activate(standing);
          }
        });
  }

  /** Puts people on the roll without asking, within the transaction that notes why that may be. */
  void add(Handle handle, List<byte[]> sealed, List<Choice> choices) {
    rows(handle).addActive(sealed, choices, random);
  }

  /** What somebody gets, or would once they confirm. */
  Set<String> letters(String id) {
    return database.read(handle -> Standing.of(handle, id).map(Standing::letters).orElse(Set.of()));
  }

  /** What somebody who has confirmed gets. */
  Optional<Receiving> receiving(String id) {
    return database.read(
        handle ->
            Standing.of(handle, id)
                .filter(Standing::active)
                .map(s -> new Receiving(s.choice(), s.encrypted(handle))));
  }

  /** Stops one letter; who gets no other is erased. Whether there was something to stop. */
  public boolean leave(String id, String letter) {
    return changeIf(
        id,
        (rows, standing) -> {
          if (!standing.letters().contains(letter)) {
            return false;
          }
          if (standing.letters().size() == 1) {
            rows.drop(standing, Removal.LEFT);
          } else {
            rows.unsubscribe(standing, Set.of(letter));
          }
          return true;
        });
  }

  /** Erases somebody at once and for good; whether they were there. */
  public boolean leave(String id) {
    return remove(id, Removal.LEFT);
  }

  /** The same, and says in the counts why. */
  public boolean remove(String id, Removal why) {
    return change(id, (rows, standing) -> rows.drop(standing, why));
  }

  /**
   * Gives somebody other letters or another language. Nothing chosen is the same as leaving.
   *
   * @param choice from what they have to what they want
   */
  public boolean choose(String id, UnaryOperator<Choice> choice) {
    return change(
        id,
        (rows, standing) -> {
          Choice wanted = choice.apply(standing.choice());
          if (wanted.letters().isEmpty()) {
            rows.drop(standing, Removal.LEFT);
            return;
          }
          rows.unsubscribe(standing, without(standing.letters(), wanted.letters()));
          Set<String> kept = new TreeSet<>(standing.letters());
          kept.retainAll(wanted.letters());
          rows.move(standing, kept, wanted.language());
          Set<String> fresh = without(wanted.letters(), standing.letters());
          rows.subscribe(standing, fresh, wanted.language());
        });
  }

  private static Set<String> without(Set<String> some, Set<String> others) {
    Set<String> left = new TreeSet<>(some);
    left.removeAll(others);
    return left;
  }

  /**
   * Has letters encrypted from now on, or no more.
   *
   * @param sealedKey an age file to the roll's key: an OpenPGP public key
   */
  public boolean encryptTo(String id, Optional<byte[]> sealedKey) {
    return change(
        id,
        (rows, standing) -> {
          int _ =
              rows.handle()
                  .createUpdate("UPDATE subscriber SET sealed_key = :key WHERE id = :id")
                  .bind("key", sealedKey.orElse(null))
                  .bind("id", standing.id())
                  .execute();
        });
  }

  /**
   * Makes one row of two that hold the same address, as was seen while the roll was open. The kept
   * one gets the letters of both and answers to the links of both.
   */
  public boolean merge(String kept, String other) {
    return changeIf(
        kept,
        (rows, to) -> {
          Optional<Standing> from = Standing.of(rows.handle(), other);
          if (from.isEmpty()
              || !to.active()
              || !from.get().active()
              || from.get().id().equals(to.id())) {
            return false;
          }
          rows.merge(to, from.get(), without(from.get().letters(), to.letters()));
          return true;
        });
  }

  /** Erases who did not confirm in time; how many. */
  public int forgetUnconfirmed() {
    long now = clock.millis();
    return database.read(handle -> rows(handle).isAnyExpired(now))
        ? database.erase(handle -> rows(handle).deleteExpired(now))
        : 0;
  }

  private boolean change(String id, BiConsumer<Rows, Standing> work) {
    return changeIf(
        id,
        (rows, standing) -> {
          work.accept(rows, standing);
          return true;
        });
  }

  /** What stood there before is soon off the disk. */
  private boolean changeIf(String id, BiPredicate<Rows, Standing> work) {
    return database.erase(
        handle -> Standing.of(handle, id).filter(s -> work.test(rows(handle), s)).isPresent());
  }

  private Rows rows(Handle handle) {
    return new Rows(handle, YearMonth.now(clock.withZone(ZoneOffset.UTC)).toString());
  }
}
