package press.tamizdat.post;

import java.util.Optional;
import press.tamizdat.trust.envelope.Answer;

/** What came of an envelope. Reasons go to the log and hold nothing about a person. */
public sealed interface Handled {

  /** It is stored, or sent, and may be removed. */
  record Done(Optional<Answer> answer) implements Handled {}

  /** It cannot be done now, for a reason that passes; it stays where it is. */
  record Later(String why) implements Handled {}

  /** It is nothing that could ever be done, and is removed. */
  record Refused(String why) implements Handled {}

  static Done done() {
    return new Done(Optional.empty());
  }

  static Done done(Answer answer) {
    return new Done(Optional.of(answer));
  }
}
