package press.tamizdat.platform.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A message to one reader, as octets (RFC 5322, RFC 2046): text, and HTML beside it where there is
 * some.
 *
 * @param headers further fields, by name; their values are ASCII
 */
public record Letterhead(
    String fromName,
    String from,
    String to,
    String subject,
    String text,
    String html,
    String messageId,
    Instant date,
    Map<String, String> headers) {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss xx", Locale.ENGLISH);

  public Letterhead {
    headers = Map.copyOf(headers);
  }

  /**
   * An answer to something that a reader did, such as a confirmation: no machine is to answer it
   * (RFC 3834).
   *
   * @param html empty for none
   * @param messageId without the angle brackets
   */
  public static Letterhead answer(
      String fromName,
      String from,
      String to,
      String subject,
      String text,
      String html,
      String messageId,
      Instant date) {
    return new Letterhead(
        fromName,
        from,
        to,
        subject,
        text,
        html,
        messageId,
        date,
        Map.of("Auto-Submitted", "auto-replied"));
  }

  /** With one field more. */
  public Letterhead with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Letterhead(fromName, from, to, subject, text, html, messageId, date, more);
  }

  /** The date as a header has it (RFC 5322 §3.3), in UTC. */
  public static String date(Instant at) {
    return DATE.format(at.atOffset(ZoneOffset.UTC));
  }

  /** The message; addresses beyond ASCII stand in it as UTF-8 (RFC 6532). */
  public byte[] octets() {
    StringBuilder head = new StringBuilder();
    head.append("From: ").append(HeaderText.mailbox(fromName, from)).append("\r\n");
    head.append("To: <").append(HeaderText.oneLine(to)).append(">\r\n");
    head.append(HeaderText.field("Subject", subject));
    head.append("Date: ").append(date(date)).append("\r\n");
    head.append("Message-ID: <").append(HeaderText.oneLine(messageId)).append(">\r\n");
    headers.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(h -> head.append(HeaderText.field(h.getKey(), h.getValue())));
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
    message.writeBytes(Alternative.of(text, html).octets());
    return message.toByteArray();
  }
}
