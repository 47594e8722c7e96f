package press.tamizdat.letter.sending;

import java.util.Optional;

/**
 * How far the sending of an issue is. The six numbers after the audience add up to it.
 *
 * @param trouble what keeps it from going on: a message key
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

  /** What the sending does. */
  public enum State {
    SENDING,
    PAUSED,
    /** The roll's key was lost with the process that had it: the passphrase is needed again. */
    LOCKED,
    STOPPED,
    DONE
  }
}
