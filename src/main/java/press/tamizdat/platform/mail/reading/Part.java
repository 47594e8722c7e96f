package press.tamizdat.platform.mail.reading;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A message, or a part of one (RFC 2046).
 *
 * @param type such as {@code text/plain}, in lower case; what is said to be nothing is {@code
 *     text/plain}
 * @param body its text, decoded, lines end with LF; of a {@code multipart} what stands before the
 *     first part
 * @param parts those of a {@code multipart}; the message of a {@code message/rfc822}
 */
public record Part(Fields fields, String type, String body, List<Part> parts) {
  /** Parts that are looked at in one message. */
  public static final int MOST_PARTS = 100;

  /** How deep parts may lie in parts. */
  public static final int DEEPEST = 6;

  private static final Pattern PARAMETER =
      Pattern.compile(";\\s*([A-Za-z-]{1,20})\\s*=\\s*(?:\"([^\"]{0,200})\"|([^;\\s]{1,200}))");

  /** Reads a message. */
  public static Part read(byte[] message) {
    // One octet, one character: positions stay right until each part's charset is known.
    String raw = new String(message, StandardCharsets.ISO_8859_1);
    return read(withoutLeader(raw), "text/plain", DEEPEST);
  }

  /** The fields of a text that holds nothing else, such as a block of a delivery report. */
  public static Fields fieldsOf(String text) {
    return Fields.read(text);
  }

  private static Part read(String raw, String usual, int depth) {
    int end = blankLine(raw);
    Fields fields = Fields.read(raw.substring(0, end));
    String content = raw.substring(end).replaceFirst("\\A\\r?\\n", "");
    String header = fields.first("content-type").orElse(usual);
    String type = type(header, usual);
    Optional<String> boundary = parameter(header, "boundary");
    if (type.startsWith("multipart/") && boundary.isPresent() && depth > 0) {
      List<String> pieces = pieces(content, boundary.get());
      String inside = type.equals("multipart/digest") ? "message/rfc822" : "text/plain";
      List<Part> parts =
          pieces.stream().skip(1).limit(MOST_PARTS).map(p -> read(p, inside, depth - 1)).toList();
      return new Part(fields, type, text(fields, header, pieces.getFirst()), parts);
    }
    if ((type.equals("message/rfc822") || type.equals("message/global")) && depth > 0) {
      return new Part(fields, type, "", List.of(read(content, "text/plain", depth - 1)));
    }
    return new Part(fields, type, text(fields, header, content), List.of());
  }

  /** Passes over empty lines and the line that a mailbox file has before a message. */
  private static String withoutLeader(String raw) {
    int from = 0;
    while (from < raw.length() && (raw.charAt(from) == '\r' || raw.charAt(from) == '\n')) {
      from++;
    }
    if (raw.startsWith("From ", from)) {
      int line = raw.indexOf('\n', from);
      from = line < 0 ? raw.length() : line + 1;
    }
    return raw.substring(from);
  }

  /** Where the empty line begins that ends the header, or the end of the text. */
  private static int blankLine(String raw) {
    int at = 0;
    while (at < raw.length()) {
      if (raw.charAt(at) == '\n' || raw.startsWith("\r\n", at)) {
        return at;
      }
      int line = raw.indexOf('\n', at);
      if (line < 0) {
        return raw.length();
      }
      at = line + 1;
    }
    return raw.length();
  }

  private static String type(String header, String usual) {
    int end = header.indexOf(';');
    String type = (end < 0 ? header : header.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    return type.indexOf('/') > 0 ? type : usual;
  }

  private static Optional<String> parameter(String header, String name) {
    Matcher found = PARAMETER.matcher(header);
    while (found.find()) {
      if (found.group(1).equalsIgnoreCase(name)) {
        return Optional.of(found.group(2) == null ? found.group(3) : found.group(2));
      }
    }
    return Optional.empty();
  }

  /** What stands before the first boundary, and then each part. */
  private static List<String> pieces(String content, String boundary) {
    String mark = "--" + boundary;
    List<String> pieces = new ArrayList<>();
    int from = 0;
    int at = content.startsWith(mark) ? 0 : content.indexOf("\n" + mark);
    while (at >= 0 && pieces.size() <= MOST_PARTS) {
      pieces.add(content.substring(from, at));
      int line = content.indexOf('\n', at + mark.length());
      boolean last =
          content.startsWith("--", at + mark.length() + (content.charAt(at) == '\n' ? 1 : 0));
      if (line < 0 || last) {
        return pieces;
      }
      from = line + 1;
      at = content.startsWith(mark, from) ? from : content.indexOf("\n" + mark, from);
    }
    pieces.add(content.substring(from));
    return pieces;
  }

  private static String text(Fields fields, String header, String raw) {
    byte[] octets =
        Transfer.decoded(
            raw.getBytes(StandardCharsets.ISO_8859_1),
            fields.first("content-transfer-encoding").orElse(""));
    return Charsets.text(octets, parameter(header, "charset").orElse("")).replace("\r\n", "\n");
  }

  /** This part and all below it, in order. */
  public Stream<Part> all() {
    return Stream.concat(Stream.of(this), parts.stream().flatMap(Part::all));
  }
}
