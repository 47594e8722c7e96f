package press.tamizdat.letter.bounce;

/** Takes subscribers off the roll, in a transaction of its own; again is no fault. */
public interface OffTheRoll {
  /** Whether they were on it. */
  boolean take(String subscriber, Verdict why);
}
