package press.tamizdat.letter.roll;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import press.tamizdat.article.published.Publication;
import press.tamizdat.platform.mail.MailAddress;
import press.tamizdat.platform.text.Language;
import press.tamizdat.trust.envelope.Envelope;

/**
 * What somebody who signs up asked for.
 *
 * @param envelope the id of what it came in
 * @param invited whether the publisher brought the address in and nobody has asked for anything yet
 */
record Asked(String envelope, MailAddress address, Choice choice, boolean invited) {
  static final String SIGN_UP = "letter.sign-up";
  private static final String INVITE = "letter.invite";

  /** What came of reading an envelope. */
  sealed interface Reading {
    record Read(Asked asked) implements Reading {}

    record Unusable(String why) implements Reading {}
  }

  static Reading read(Envelope envelope, Publication publication) {
    boolean invited = envelope.kind().equals(INVITE);
    if (!invited && envelope.text("agreed").isEmpty()) {
      return new Reading.Unusable("the privacy policy was not agreed to");
    }
    Optional<MailAddress> address = MailAddress.parse(envelope.text("address"));
    if (address.isEmpty()) {
      return new Reading.Unusable("what was given is no address");
    }
    Choice choice =
        choice(publication, Set.copyOf(envelope.texts("letter")), envelope.text("language"));
    return choice.letters().isEmpty()
        ? new Reading.Unusable("no letter of ours was asked for")
        : new Reading.Read(new Asked(envelope.id(), address.get(), choice, invited));
  }

  /** The same as the publication has it: letters that there are in a language that there is. */
  static Choice choice(Publication publication, Set<String> letters, String language) {
    Language spoken =
        publication.languages().stream()
            .filter(l -> l.tag().equals(language))
            .findFirst()
            .orElse(publication.languages().getFirst());
    Set<String> found = new TreeSet<>();
    for (Publication.Letter letter : publication.letters()) {
      if (letters.contains(letter.slug()) && letter.name().containsKey(spoken)) {
        found.add(letter.slug());
      }
    }
    return new Choice(found, spoken);
  }

  /** The same for an envelope of our own, with nothing in it but what was asked for. */
  Envelope again(Instant at) {
    return Envelope.form(
        envelope,
        invited ? INVITE : SIGN_UP,
        at,
        Map.of(
            "address", List.of(address.text()),
            "letter", List.copyOf(choice.sorted()),
            "language", List.of(choice.language().tag()),
            "agreed", List.of("yes")));
  }
}
