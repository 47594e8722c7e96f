package press.tamizdat.support.remind;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import press.tamizdat.article.published.Publication;
import press.tamizdat.platform.mail.Delivery;
import press.tamizdat.platform.mail.Letterhead;
import press.tamizdat.platform.mail.Mail;
import press.tamizdat.platform.text.Language;
import press.tamizdat.platform.text.Messages;
import press.tamizdat.post.PostRoom;
import press.tamizdat.trust.Ids;
import press.tamizdat.trust.sealing.OpeningKey;

/** Opens an address, writes to it, and forgets it. */
final class Courier {
  private final PostRoom room;
  private final OpeningKey key;

  /**
   * @param key that addresses are sealed to
   */
  Courier(PostRoom room, OpeningKey key) {
    this.room = room;
    this.key = key;
  }

  byte[] seal(String address) {
    return key.sealing().seal(address.getBytes(StandardCharsets.UTF_8));
  }

  /** The publication's own language for whoever asks in one that it has not. */
  Language language(String tag) {
    Publication publication = room.publication().get();
    return publication.languages().stream()
        .filter(l -> l.tag().equals(tag))
        .findFirst()
        .orElse(publication.defaultLanguage());
  }

  Messages words(Language language) {
    return Messages.of(language, List.of("support_" + language.tag()));
  }

  String name(Language language) {
    Publication publication = room.publication().get();
    return Optional.ofNullable(publication.name().get(language))
        .or(() -> Optional.ofNullable(publication.name().get(publication.defaultLanguage())))
        .orElse("");
  }

  /** The address of a page of the edition. */
  String page(Language language, String path) {
    return room.sender().site() + "/" + language + "/" + path;
  }

  /** A message in the reader's language. */
  record Note(Language language, String subject, String text) {}

  /**
   * Sends a message at most once, whenever the program dies: that it has gone is written down
   * before its first octet goes, and taken back if it is not taken.
   *
   * @return whether there is nothing more to do: it has left, or it never will
   */
  boolean once(byte[] sealed, Note note, Runnable gone, Runnable notGone) {
    boolean over = send(sealed, note, gone);
    (over ? gone : notGone).run();
    return over;
  }

  private boolean send(byte[] sealed, Note note, Runnable pointOfNoReturn) {
    Optional<byte[]> address = key.open(sealed);
    if (address.isEmpty()) {
      return true;
    }
    String to = new String(address.get(), StandardCharsets.UTF_8);
    String from = room.sender().fromAddress();
    Letterhead letter =
        Letterhead.answer(
            name(note.language()),
            from,
            to,
            note.subject(),
            note.text() + "\n",
            "",
            Ids.next(room.random()) + "@" + room.sender().returnDomain(),
            room.clock().instant());
    // No return path: nothing is to come back about somebody whose address is forgotten.
    return !(room.mail().send(new Mail("", to, letter.octets()), pointOfNoReturn)
        instanceof Delivery.Deferred);
  }
}
