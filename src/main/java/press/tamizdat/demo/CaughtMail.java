package press.tamizdat.demo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail out of the demo's folder, read as far as this program writes mails (RFC 5322, RFC 2045 to
 * 2047): texts in UTF-8, one beside the other, parts in parts.
 *
 * @param fields in their order, unfolded and decoded
 * @param html empty if there is none
 * @param text empty if there is none
 */
record CaughtMail(List<Field> fields, String html, String text) {
  private static final Pattern ENCODED = Pattern.compile("=\\?([^?]+)\\?([BbQq])\\?([^?]*)\\?=");
  private static final Pattern BETWEEN = Pattern.compile("(\\?=)\\s+(=\\?)");
  private static final int DEEPEST = 8;

  /** A header field. */
  record Field(String name, String value) {}

  static CaughtMail read(byte[] file) {
    String all = new String(file, ISO_8859_1).replace("\r\n", "\n");
    Part whole = part(all);
    return new CaughtMail(
        whole.fields().stream().map(f -> new Field(f.name(), words(f.value()))).toList(),
        find(whole, "text/html", 0).orElse(""),
        find(whole, "text/plain", 0).orElse(""));
  }

  /** The first of this name; empty if there is none. */
  String field(String name) {
    return fields.stream()
        .filter(f -> f.name().equalsIgnoreCase(name))
        .map(Field::value)
        .findFirst()
        .orElse("");
  }

  private record Part(List<Field> fields, String body) {
    String field(String name) {
      return fields.stream()
          .filter(f -> f.name().equalsIgnoreCase(name))
          .map(Field::value)
          .findFirst()
          .orElse("");
    }
  }

  private static Part part(String text) {
    int empty = text.indexOf("\n\n");
    String head = text.startsWith("\n") ? "" : empty < 0 ? text : text.substring(0, empty);
    String body =
        text.startsWith("\n") ? text.substring(1) : empty < 0 ? "" : text.substring(empty + 2);
    List<Field> fields = new ArrayList<>();
    for (String line : head.replaceAll("\n[ \t]+", " ").split("\n")) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        fields.add(new Field(line.substring(0, colon), line.substring(colon + 1).strip()));
      }
    }
    return new Part(fields, body);
  }

  private static Optional<String> find(Part part, String type, int depth) {
    String own = part.field("Content-Type");
    String bare = own.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (bare.startsWith("multipart/") && depth < DEEPEST) {
      for (Part inner : parts(part.body(), parameter(own, "boundary"))) {
        Optional<String> found = find(inner, type, depth + 1);
        if (found.isPresent()) {
          return found;
        }
      }
      return Optional.empty();
    }
    return bare.equals(type) || (bare.isEmpty() && type.equals("text/plain"))
        ? Optional.of(decoded(part))
        : Optional.empty();
  }

  private static String parameter(String value, String name) {
    Matcher found =
        Pattern.compile("(?i);\\s*" + name + "=(?:\"([^\"]*)\"|([^;\\s]+))").matcher(value);
    if (!found.find()) {
      return "";
    }
    return found.group(1) == null ? found.group(2) : found.group(1);
  }

  private static List<Part> parts(String body, String boundary) {
    List<Part> parts = new ArrayList<>();
    String[] pieces = ("\n" + body).split(Pattern.quote("\n--" + boundary), -1);
    for (int i = 1; i < pieces.length && !pieces[i].startsWith("--"); i++) {
      int line = pieces[i].indexOf('\n');
      parts.add(part(line < 0 ? "" : pieces[i].substring(line + 1)));
    }
    return parts;
  }

  private static String decoded(Part part) {
    byte[] bytes =
        switch (part.field("Content-Transfer-Encoding").toLowerCase(Locale.ROOT)) {
          case "base64" -> Base64.getMimeDecoder().decode(part.body());
          case "quoted-printable" ->
              printable(part.body().replaceAll("[ \t]*=[ \t]*\n", ""), false);
          default -> part.body().getBytes(ISO_8859_1);
        };
    return new String(bytes, UTF_8);
  }

  private static byte[] printable(String text, boolean inHeader) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int value = c == '=' && i + 2 < text.length() ? hex(text, i + 1) : -1;
      if (value >= 0) {
        bytes.write(value);
        i += 2;
      } else {
        bytes.write(inHeader && c == '_' ? ' ' : c);
      }
    }
    return bytes.toByteArray();
  }

  private static int hex(String text, int at) {
    int high = Character.digit(text.charAt(at), 16);
    int low = Character.digit(text.charAt(at + 1), 16);
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }

  /** Encoded words (RFC 2047), and UTF-8 as it stands (RFC 6532). */
  private static String words(String value) {
    String plain = new String(value.getBytes(ISO_8859_1), UTF_8);
    return ENCODED
        .matcher(BETWEEN.matcher(plain).replaceAll("$1$2"))
        .replaceAll(
            word -> Matcher.quoteReplacement(word(word.group(1), word.group(2), word.group(3))));
  }

  private static String word(String charset, String how, String text) {
    byte[] bytes =
        how.equalsIgnoreCase("B") ? Base64.getMimeDecoder().decode(text) : printable(text, true);
    return new String(bytes, Charset.isSupported(charset) ? Charset.forName(charset) : UTF_8);
  }
}
