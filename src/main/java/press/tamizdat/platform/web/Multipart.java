package press.tamizdat.platform.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code multipart/form-data} (RFC 7578) out of memory. */
final class Multipart {
  private static final Pattern BOUNDARY =
      Pattern.compile("boundary=(?:\"([^\"]{1,70})\"|([^;\\s]{1,70}))", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME = Pattern.compile("[;\\s]name=\"([^\"]*)\"");
  private static final Pattern FILE = Pattern.compile("[;\\s]filename=\"([^\"]*)\"");
  private static final byte[] HEAD_END = {'\r', '\n', '\r', '\n'};
  private static final int MOST_PARTS = 2_000;
  private static final int MOST_HEAD = 4_096;

  private final byte[] body;
  private final byte[] delimiter;
  private final Map<String, List<String>> texts = new LinkedHashMap<>();
  private final Map<String, List<Upload>> uploads = new LinkedHashMap<>();

  private Multipart(byte[] body, String boundary) {
    this.body = body;
    this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
  }

  /**
   * @throws Unacceptable if it is cut off or not of this form
   */
  static Fields read(String contentType, byte[] body) {
    Matcher boundary = BOUNDARY.matcher(contentType);
    if (!boundary.find()) {
      throw new Unacceptable(400, "the form has no boundary");
    }
    String word = Optional.ofNullable(boundary.group(1)).orElseGet(() -> boundary.group(2));
    return new Multipart(body, word).read();
  }

  private Fields read() {
    int at = opening();
    for (int parts = 0; !endsAt(at); parts++) {
      if (parts == MOST_PARTS) {
        throw new Unacceptable(413, "the form has too many parts");
      }
      at = part(skipLine(at));
    }
    return new Fields(texts, uploads);
  }

  /** The first delimiter has no line before it. */
  private int opening() {
    int length = delimiter.length - 2;
    if (body.length < length || !Arrays.equals(body, 0, length, delimiter, 2, delimiter.length)) {
      throw broken();
    }
    return length;
  }

  private boolean endsAt(int at) {
    return at + 1 < body.length && body[at] == '-' && body[at + 1] == '-';
  }

  private int skipLine(int at) {
    if (at + 1 >= body.length || body[at] != '\r' || body[at + 1] != '\n') {
      throw broken();
    }
    return at + 2;
  }

  /** Reads one part; where its delimiter ends. */
  private int part(int start) {
    int headEnd = find(HEAD_END, start, Math.min(body.length, start + MOST_HEAD));
    String head = new String(body, start, headEnd - start, StandardCharsets.UTF_8);
    int from = headEnd + HEAD_END.length;
    int to = find(delimiter, from - 2, body.length);
    keep(head, Arrays.copyOfRange(body, from, Math.max(from, to)));
    return to + delimiter.length;
  }

  private void keep(String head, byte[] value) {
    String disposition =
        head.lines()
            .filter(l -> l.regionMatches(true, 0, "Content-Disposition:", 0, 20))
            .findFirst()
            .orElseThrow(Multipart::broken);
    Matcher name = NAME.matcher(disposition);
    if (!name.find()) {
      throw broken();
    }
    Matcher file = FILE.matcher(disposition);
    if (!file.find()) {
      texts
          .computeIfAbsent(unescaped(name.group(1)), n -> new ArrayList<>())
          .add(Fields.unixLines(new String(value, StandardCharsets.UTF_8)));
    } else if (!file.group(1).isEmpty() || value.length > 0) {
      uploads
          .computeIfAbsent(unescaped(name.group(1)), n -> new ArrayList<>())
          .add(new Upload(unescaped(file.group(1)), value));
    }
  }

  /** As browsers escape names (WHATWG HTML, multipart/form-data encoding). */
  private static String unescaped(String name) {
    return name.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n");
  }

  private int find(byte[] wanted, int from, int to) {
    for (int i = from; i + wanted.length <= to; i++) {
      if (body[i] == wanted[0]
          && Arrays.equals(body, i, i + wanted.length, wanted, 0, wanted.length)) {
        return i;
      }
    }
    throw broken();
  }

  private static Unacceptable broken() {
    return new Unacceptable(400, "the form is cut off or not well made; send it again");
  }
}
