package press.tamizdat.letter.issue;

import java.time.Instant;
import java.util.Optional;
import press.tamizdat.platform.text.Language;

/**
 * An issue of a letter in one language.
 *
 * @param id as {@code press.tamizdat.trust.Ids} makes it; what the sending knows it by
 * @param number from 1; the same in every language that goes out at one time
 * @param due when the plan wants it to go; empty for a letter without a rhythm
 * @param version counts the changes of its draft
 * @param changedBy an account; empty where the plan made it
 * @param goAt when it is to go, once it is armed
 * @param sentAt when its sending began
 */
public record Issue(
    String id,
    String letter,
    int number,
    Language language,
    State state,
    Optional<Instant> due,
    Draft draft,
    int version,
    Instant changedAt,
    Optional<String> changedBy,
    Optional<Instant> goAt,
    Optional<String> armedBy,
    Optional<Instant> sentAt) {

  /** How far it has come. */
  public enum State {
    /** It is put together. */
    COMPOSING,
    /** Somebody has unlocked the roll for it, and it waits for its time. */
    ARMED,
    /** It is with the sending. */
    SENDING,
    /** The sending is done with it. */
    SENT,
    /** It will not go out. */
    DROPPED;

    /** As the database has it. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    static State ofWord(String word) {
      return valueOf(word.toUpperCase(java.util.Locale.ROOT));
    }
  }

  /** Whether its time has come and nobody has armed it. */
  public boolean isLate(Instant now) {
    return state == State.COMPOSING && due.filter(d -> !d.isAfter(now)).isPresent();
  }
}
