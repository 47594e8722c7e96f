package press.tamizdat.arrival;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the page out of an MHTML file (RFC 2557): the first part that is HTML. Its pictures stay by
 * their addresses on the network.
 */
final class WebArchive {
  private static final Pattern BOUNDARY =
      Pattern.compile("boundary=\"?([^\"\\r\\n;]{1,200})\"?", Pattern.CASE_INSENSITIVE);
  private static final Pattern LOCATION =
      Pattern.compile("(?im)^(?:snapshot-)?content-location:\\s*(https?://\\S+)");

  private WebArchive() {}

  static Optional<String> page(byte[] bytes) {
    String raw = new String(bytes, StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
    Matcher boundary = BOUNDARY.matcher(raw);
    String[] parts =
        boundary.find()
            ? raw.split("\n?" + Pattern.quote("--" + boundary.group(1)))
            : new String[] {raw};
    for (String part : parts) {
      int blank = part.indexOf("\n\n");
      String headers = blank < 0 ? "" : part.substring(0, blank).toLowerCase(Locale.ROOT);
      if (headers.contains("text/html")) {
        byte[] body = decoded(headers, part.substring(blank + 2));
        Matcher location = LOCATION.matcher(part.substring(0, blank));
        String from =
            location.find()
                ? "<!-- saved from url=(0)" + location.group(1).replace("--", "%2D%2D") + " -->"
                : "";
        return Optional.of(from + text(headers, body));
      }
    }
    return Optional.empty();
  }

  private static String text(String headers, byte[] body) {
    Matcher declared = Pattern.compile("charset=\"?([a-z0-9_-]+)").matcher(headers);
    boolean known = declared.find() && Charset.isSupported(declared.group(1));
    return known ? new String(body, Charset.forName(declared.group(1))) : PageCharset.decode(body);
  }

  private static byte[] decoded(String headers, String body) {
    if (headers.contains("quoted-printable")) {
      return quotedPrintable(body);
    }
    if (headers.contains("base64")) {
      return Base64.getMimeDecoder().decode(body);
    }
    return body.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** RFC 2045, section 6.7; what is malformed stays as it is. */
  private static byte[] quotedPrintable(String body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(body.length());
    for (int i = 0; i < body.length(); i++) {
      char c = body.charAt(i);
      if (c != '=') {
        out.write(c);
      } else if (body.startsWith("=\n", i)) {
        i++;
      } else if (i + 2 < body.length() && body.substring(i + 1, i + 3).matches("[0-9A-Fa-f]{2}")) {
        out.write(Integer.parseInt(body.substring(i + 1, i + 3), 16));
        i += 2;
      } else {
        out.write(c);
      }
    }
    return out.toByteArray();
  }
}
