package press.tamizdat.letter.roll;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import press.tamizdat.article.published.Publication;
import press.tamizdat.post.Handled;
import press.tamizdat.post.Handler;
import press.tamizdat.trust.envelope.Answer;
import press.tamizdat.trust.envelope.Envelope;
import press.tamizdat.trust.pgp.PgpKey;
import press.tamizdat.trust.sealing.SealingKey;

/**
 * Does what somebody chose on the page of their private link: other letters, another language, a
 * key to encrypt to, or nothing any more.
 *
 * <p>Who waits gets the same page whether the link is anybody's or not. The one thing that is said
 * is that a key cannot be used, and then nothing is changed: who wants letters closed must not get
 * them open.
 */
record Manage(
    Roll roll,
    SubscriberLinks links,
    SealingKey rollKey,
    Supplier<Publication> publication,
    Clock clock)
    implements Handler {
  private static final String LEAVE = "leave";
  private static final String ERASE = "erase";

  /** Letters come unencrypted again. */
  private static final String PLAIN = "plain";

  @Override
  public Handled handle(Envelope envelope) {
    Wishes wishes = Wishes.of(envelope, publication.get());
    Optional<PgpKey.Reading> key =
        Optional.of(envelope.text("key").strip())
            .filter(text -> !text.isEmpty())
            .map(text -> PgpKey.read(text, clock.instant()));
    if (key.orElse(null) instanceof PgpKey.Reading.Unusable(PgpKey.Why why)) {
      return Handled.done(page(wishes, "key.html", Map.of("why", word(why))));
    }
    Optional<String> id = links.manages(envelope.text("link"));
    boolean done = id.isPresent() && act(envelope.text("act"), id.get(), wishes, key);
    return done || envelope.replyKey().isPresent()
        ? Handled.done(page(wishes, "saved.html", Map.of("act", envelope.text("act"))))
        : new Handled.Refused("to choose by a link that is not ours, or of somebody who left");
  }

  private boolean act(String act, String id, Wishes wishes, Optional<PgpKey.Reading> key) {
    return switch (act) {
      case LEAVE, ERASE -> roll.leave(id);
      case PLAIN -> roll.encryptTo(id, Optional.empty());
      default -> roll.choose(id, wishes::applied) && (key.isEmpty() || encrypt(id, key.get()));
    };
  }

  private boolean encrypt(String id, PgpKey.Reading reading) {
    return reading instanceof PgpKey.Reading.Usable(PgpKey key)
        && roll.encryptTo(id, Optional.of(rollKey.seal(key.armoured())));
  }

  private static Answer page(Wishes wishes, String name, Map<String, String> slots) {
    return Answer.page(wishes.language().tag() + "/letters/" + name, slots);
  }

  private static String word(PgpKey.Why why) {
    return why.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
