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
 * key to encrypt to, or nothing any more; or says what they get now.
 *
 * <p>Who waits gets the same page whether the link is anybody's or not, but for what only a
 * reader's own link can bring: what they get. Of a key it is said that it cannot be used, and then
 * nothing is changed: who wants letters closed must not get them open.
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
  private static final String SHOW = "show";

  /** Letters come unencrypted again. */
  private static final String PLAIN = "plain";

  @Override
  public Handled handle(Envelope envelope) {
    Publication now = publication.get();
    Wishes wishes = Wishes.of(envelope, now);
    String link = envelope.text("link");
    Optional<String> id = links.manages(link);
    String act = envelope.text("act");
    if (act.equals(SHOW)) {
      return Handled.done(
          new ShowChoice(now, wishes.language()).of(link, id.flatMap(roll::receiving)));
    }
    return switch (act) {
      case LEAVE, ERASE -> saved(envelope, wishes, id.map(roll::leave));
      case PLAIN ->
          saved(envelope, wishes, id.map(known -> roll.encryptTo(known, Optional.empty())));
      default -> save(envelope, wishes, id);
    };
  }

  private Handled save(Envelope envelope, Wishes wishes, Optional<String> id) {
    Optional<PgpKey.Reading> key =
        Optional.of(envelope.text("key").strip())
            .filter(text -> !text.isEmpty())
            .map(text -> PgpKey.read(text, clock.instant()));
    if (key.orElse(null) instanceof PgpKey.Reading.Unusable(PgpKey.Why why)) {
      return Handled.done(page(wishes, "key.html", Map.of("why", word(why))));
    }
    return saved(
        envelope,
        wishes,
        id.map(
            known ->
                roll.choose(known, wishes::applied)
                    && (key.isEmpty() || encrypt(known, key.get()))));
  }

  private static Handled saved(Envelope envelope, Wishes wishes, Optional<Boolean> done) {
    return done.orElse(false) || envelope.replyKey().isPresent()
        ? Handled.done(page(wishes, "saved.html", Map.of("act", envelope.text("act"))))
        : new Handled.Refused("to choose by a link that is not ours, or of somebody who left");
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
