package press.tamizdat.trust.dkim;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Signs messages for a domain (RFC 6376). Safe for any number of threads.
 *
 * @param domain {@code d=}: the one of {@code From:}, or one above it, else DMARC does not count it
 */
public record Dkim(String domain, List<DkimKey> keys) {
  private static final Set<String> SIGNED =
      Set.of(
          "from",
          "reply-to",
          "to",
          "subject",
          "date",
          "message-id",
          "mime-version",
          "content-type",
          "content-transfer-encoding",
          "auto-submitted",
          "list-id",
          "list-unsubscribe",
          "list-unsubscribe-post");

  public Dkim {
    keys = List.copyOf(keys);
  }

  /** The message with the signatures before it. */
  public byte[] signed(byte[] message) {
    int body = body(message);
    byte[] fields = sign(message, body, BodyHash.ofAny(message, body));
    byte[] whole = new byte[fields.length + message.length];
    System.arraycopy(fields, 0, whole, 0, fields.length);
    System.arraycopy(message, 0, whole, fields.length, message.length);
    return whole;
  }

  /** Where the body begins; the length if there is none. */
  static int body(byte[] message) {
    for (int i = 0; i + 3 < message.length; i++) {
      if (message[i] == '\r'
          && message[i + 1] == '\n'
          && message[i + 2] == '\r'
          && message[i + 3] == '\n') {
        return i + 4;
      }
    }
    return message.length;
  }

  /**
   * The fields to put before a message: a signature by each key, each with CRLF at its end.
   *
   * @param message starts with its header; what stands behind {@code body} is not read
   */
  public byte[] sign(byte[] message, int body, byte[] bodyHash) {
    List<String> names = new ArrayList<>();
    StringBuilder signed = new StringBuilder(body);
    String header = new String(message, 0, body, StandardCharsets.ISO_8859_1);
    int at = 0;
    while (at < header.length() && header.charAt(at) != '\r') {
      int end = end(header, at);
      int colon = header.indexOf(':', at);
      if (colon > at && colon < end) {
        String name = header.substring(at, colon).strip().toLowerCase(Locale.ROOT);
        if (SIGNED.contains(name) && !names.contains(name)) {
          names.add(name);
          signed.append(Canonical.field(name, header.substring(colon + 1, end))).append("\r\n");
        }
      }
      at = end;
    }
    // Once more than there are: a second From or Subject put in later breaks the signature.
    names.add("from");
    names.add("subject");
    String hash = Base64.getEncoder().encodeToString(bodyHash);
    StringBuilder fields = new StringBuilder();
    for (DkimKey key : keys) {
      fields.append(field(key, String.join(":", names), hash, signed));
    }
    return fields.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Behind the field's last line. */
  private static int end(String header, int from) {
    int at = header.indexOf("\r\n", from);
    while (at >= 0
        && at + 2 < header.length()
        && (header.charAt(at + 2) == ' ' || header.charAt(at + 2) == '\t')) {
      at = header.indexOf("\r\n", at + 2);
    }
    return at < 0 ? header.length() : at + 2;
  }

  private String field(DkimKey key, String names, String bodyHash, StringBuilder signed) {
    String value =
        "v=1; a="
            + key.algorithm().tag()
            + "; c=relaxed/relaxed; d="
            + domain
            + "; s="
            + key.selector()
            + ";\r\n h="
            + names.replace(":list-id", ":\r\n list-id").replace(":mime", ":\r\n mime")
            + ";\r\n bh="
            + bodyHash
            + ";\r\n b=";
    String whole = signed + Canonical.field("dkim-signature", value);
    byte[] header = whole.getBytes(StandardCharsets.ISO_8859_1);
    String signature = key.sign(header, BodyHash.sha256().digest(header));
    return "DKIM-Signature: " + value + folded(signature) + "\r\n";
  }

  private static String folded(String base64) {
    StringBuilder lines = new StringBuilder();
    for (int at = 0; at < base64.length(); at += 72) {
      lines.append(at == 0 ? "" : "\r\n ");
      lines.append(base64, at, Math.min(base64.length(), at + 72));
    }
    return lines.toString();
  }
}
