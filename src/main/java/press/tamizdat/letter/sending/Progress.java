package press.tamizdat.letter.sending;

import java.util.Optional;

/**
 * How far an issue has come. {@code audience} is always the sum of the others.
 *
 * @param queued not begun
 * @param leased being sent, or next
 * @param accepted the relay's now
 * @param deferred the relay said "not now"; will be tried again
 * @param refused the relay said no, or "not now" too often
 * @param excluded not to be sent: left meanwhile, the same address twice, an unusable key, stopped
 * @param trouble what keeps it from going on, for the people here
 */
public record Progress(
    long audience,
    long queued,
    long leased,
    long accepted,
    long deferred,
    long refused,
    long excluded,
    State state,
    Optional<String> trouble) {

  /** Where it stands. */
  public enum State {
    /** The audience is being written down. */
    PREPARING,
    SENDING,
    PAUSED,
    /** Unfinished, and the roll is shut: it goes on when somebody opens it. */
    LOCKED,
    /** Everybody was sent it, refused or excluded. */
    DONE,
    /** Ended by a person before that. */
    STOPPED
  }
}
