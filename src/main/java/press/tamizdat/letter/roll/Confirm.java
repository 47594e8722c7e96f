package press.tamizdat.letter.roll;

import java.util.Optional;
import press.tamizdat.post.Handled;
import press.tamizdat.post.Handler;
import press.tamizdat.trust.envelope.Envelope;

/** Puts on the roll who pressed the button in the mail. */
record Confirm(Roll roll, SubscriberLinks links) implements Handler {
  @Override
  public Handled handle(Envelope envelope) {
    Optional<String> id = links.confirms(envelope.text("link"));
    return id.isPresent() && roll.confirm(id.get())
        ? Handled.done()
        : new Handled.Refused("a confirmation by a link that is not ours, or too old");
  }
}
