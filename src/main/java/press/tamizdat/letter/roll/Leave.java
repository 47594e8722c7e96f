package press.tamizdat.letter.roll;

import java.util.Optional;
import press.tamizdat.post.Handled;
import press.tamizdat.post.Handler;
import press.tamizdat.trust.Ids;
import press.tamizdat.trust.envelope.Envelope;

/**
 * Stops what a letter's link is for: that letter. With the link for choosing it stops the letter
 * that is named, or everything where none is. Mailbox providers send the former by themselves (RFC
 * 8058), with the link in the query.
 */
record Leave(Roll roll, SubscriberLinks links) implements Handler {
  @Override
  public Handled handle(Envelope envelope) {
    String token = envelope.text("link");
    String letter = envelope.text("letter");
    Optional<String> everything = links.manages(token);
    boolean left =
        everything
            .map(id -> letter.isEmpty() ? roll.leave(id) : roll.leave(id, letter))
            .orElseGet(() -> leaveOne(token));
    return left
        ? Handled.done()
        : new Handled.Refused("to leave by a link that is not ours, or was used before");
  }

  private boolean leaveOne(String token) {
    if (token.length() < Ids.LENGTH) {
      return false;
    }
    String id = token.substring(0, Ids.LENGTH);
    return roll.letters(id).stream()
        .filter(letter -> links.leaves(token, letter).isPresent())
        .findFirst()
        .map(letter -> roll.leave(id, letter))
        .orElse(false);
  }
}
