package press.tamizdat.letter.sending;

import java.util.Set;
import press.tamizdat.trust.sealing.SealingKeyring;

/** What came of arming an issue. */
public sealed interface Armed {

  /** It goes out. */
  record Sending() implements Armed {}

  /** It has gone out, or was stopped. */
  record Over() implements Armed {}

  /** An issue of that id, or of that letter, number and language, was armed with other words. */
  record Another() implements Armed {}

  /** The roll could not be opened. */
  record Shut(SealingKeyring.Opening why) implements Armed {}

  /** Another process sends from this folder. */
  record Elsewhere() implements Armed {}

  /** This may be a copy of the one that sends; somebody must say which is which. */
  record Doubtful(Set<Installation.Doubt> doubts) implements Armed {}
}
