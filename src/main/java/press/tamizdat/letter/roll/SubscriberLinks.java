package press.tamizdat.letter.roll;

import java.util.Optional;
import press.tamizdat.trust.LinkKey;

/**
 * Tokens of the links in mails. Each carries a subscriber's id and is good for one thing: who has
 * one for leaving a letter cannot confirm or choose with it.
 */
public record SubscriberLinks(LinkKey key) {
  private static final String CONFIRM = "confirm";
  private static final String MANAGE = "manage";

  /** For {@code confirm.html}. */
  public String confirming(String id) {
    return key.token(CONFIRM, id);
  }

  /** For {@code manage.html}: to choose, to stop everything, to be erased. */
  public String managing(String id) {
    return key.token(MANAGE, id);
  }

  /** For {@code List-Unsubscribe} and {@code leave.html}: to stop the letter that it stands in. */
  public String leaving(String id, String letter) {
    return key.token(leave(letter), id);
  }

  Optional<String> confirms(String token) {
    return key.id(CONFIRM, token);
  }

  Optional<String> manages(String token) {
    return key.id(MANAGE, token);
  }

  /** The subscriber, if the token is for leaving this letter. */
  Optional<String> leaves(String token, String letter) {
    return key.id(leave(letter), token);
  }

  private static String leave(String letter) {
    return "leave " + letter;
  }
}
