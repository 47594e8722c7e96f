package press.tamizdat.letter.sending;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import press.tamizdat.letter.roll.SubscriberLinks;
import press.tamizdat.platform.mail.Alternative;
import press.tamizdat.platform.mail.Correspondence;
import press.tamizdat.platform.mail.HeaderText;
import press.tamizdat.platform.mail.Letterhead;
import press.tamizdat.platform.mail.Mail;
import press.tamizdat.trust.Ids;
import press.tamizdat.trust.LinkKey;
import press.tamizdat.trust.dkim.BodyHash;
import press.tamizdat.trust.dkim.Dkim;

/**
 * Makes each reader's message of an issue. All that is the same for everybody is encoded once and
 * copied; a reader's own are three fields of the header and the token at known places of the body.
 */
final class Personal {
  private static final int TOKEN = Ids.LENGTH + 16;
  private static final String BOUNDARY = "=_tamizdat_pgp_=";

  private final FrozenIssue issue;
  private final Correspondence sender;
  private final SubscriberLinks links;
  private final Optional<Dkim> dkim;
  private final Encryption encryption;
  private final String fields;
  private final Alternative parts;
  private final BodyHash bodyHash;
  private final String leave;

  Personal(
      FrozenIssue issue,
      Instant date,
      Correspondence sender,
      LinkKey links,
      Optional<Dkim> dkim,
      Encryption encryption) {
    this.issue = issue;
    this.sender = sender;
    this.links = new SubscriberLinks(links);
    this.dkim = dkim;
    this.encryption = encryption;
    this.fields = fields(date);
    this.parts = Alternative.of(issue.text().strip(), issue.html(), FrozenIssue.LINK, TOKEN);
    int first = parts.slots().isEmpty() ? parts.octets().length : parts.slots().getFirst();
    this.bodyHash = BodyHash.like(parts.octets(), parts.body(), first - parts.body());
    this.leave = sender.site().toString().replaceAll("/+$", "") + "/forms/letter.leave?link=";
  }

  private String fields(Instant date) {
    StringBuilder head = new StringBuilder();
    head.append("From: ").append(HeaderText.mailbox(issue.fromName(), sender.fromAddress()));
    head.append("\r\n").append(HeaderText.field("Subject", issue.subject()));
    head.append("Date: ").append(Letterhead.date(date)).append("\r\n");
    head.append("List-Id: ").append(HeaderText.phrase(issue.fromName())).append(listId());
    head.append("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n");
    issue.headers().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(h -> head.append(HeaderText.field(h.getKey(), h.getValue())));
    return head.toString();
  }

  /** RFC 2919. */
  private String listId() {
    return "\r\n <" + issue.letter() + "." + host(sender.site()) + ">\r\n";
  }

  private static String host(URI site) {
    return Optional.ofNullable(site.getHost()).orElse("localhost");
  }

  /** The message of one reader; nothing if there is a key to encrypt to that cannot be used. */
  Optional<Mail> to(String subscriber, String address, Optional<byte[]> key) {
    String token = links.managing(subscriber);
    byte[] head =
        head(subscriber, address, links.leaving(subscriber, issue.letter()))
            .getBytes(StandardCharsets.UTF_8);
    byte[] slot = token.getBytes(StandardCharsets.US_ASCII);
    if (key.isEmpty()) {
      return Optional.of(mail(subscriber, address, clear(head, slot)));
    }
    return encryption
        .encrypt(key.get(), entity(filled(new byte[0], slot)))
        .map(armour -> mail(subscriber, address, encrypted(head, armour)));
  }

  /** The parts behind these fields, with a reader's token in them. */
  private byte[] filled(byte[] head, byte[] token) {
    byte[] whole = new byte[head.length + parts.octets().length];
    System.arraycopy(head, 0, whole, 0, head.length);
    System.arraycopy(parts.octets(), 0, whole, head.length, parts.octets().length);
    for (int at : parts.slots()) {
      System.arraycopy(token, 0, whole, head.length + at, TOKEN);
    }
    return whole;
  }

  private String head(String subscriber, String address, String token) {
    return fields
        + "To: <"
        + address
        + ">\r\nMessage-ID: <"
        + issue.id()
        + "."
        + subscriber
        + "@"
        + sender.returnDomain()
        + ">\r\nList-Unsubscribe: <"
        + leave
        + token
        + ">\r\n";
  }

  /** The issue's number as return paths have it. */
  String mark() {
    return issue.mark();
  }

  private Mail mail(String subscriber, String address, byte[] message) {
    String back = "b-" + subscriber + "-" + issue.mark() + "@" + sender.returnDomain();
    return new Mail(back, address, message);
  }

  private byte[] clear(byte[] head, byte[] token) {
    byte[] message = filled(head, token);
    if (dkim.isEmpty()) {
      return message;
    }
    int body = head.length + parts.body();
    byte[] signatures = dkim.get().sign(message, body, bodyHash.of(message, body));
    byte[] signed = Arrays.copyOf(signatures, signatures.length + message.length);
    System.arraycopy(message, 0, signed, signatures.length, message.length);
    return signed;
  }

  /** What is encrypted: the same without the field that the outer header has. */
  private static byte[] entity(byte[] mine) {
    int skip = "MIME-Version: 1.0\r\n".length();
    return Arrays.copyOfRange(mine, skip, mine.length);
  }

  /** PGP/MIME (RFC 3156 §4). */
  private byte[] encrypted(byte[] head, byte[] armour) {
    String text = new String(armour, StandardCharsets.US_ASCII).strip();
    String body =
        """
        MIME-Version: 1.0
        Content-Type: multipart/encrypted; protocol="application/pgp-encrypted";
         boundary="%s"

        --%s
        Content-Type: application/pgp-encrypted

        Version: 1

        --%s
        Content-Type: application/octet-stream; name="letter.asc"

        %s
        --%s--
        """
            .formatted(BOUNDARY, BOUNDARY, BOUNDARY, text.replace("\r\n", "\n"), BOUNDARY)
            .replace("\n", "\r\n");
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.writeBytes(head);
    message.writeBytes(body.getBytes(StandardCharsets.US_ASCII));
    return dkim.isPresent() ? dkim.get().signed(message.toByteArray()) : message.toByteArray();
  }
}
