package press.tamizdat.platform.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of a form or of a query, in the order in which they came.
 *
 * <p>Line ends in texts are {@code \n}, however a browser sends them.
 */
public final class Fields {
  /** None at all. */
  public static final Fields NONE = new Fields(Map.of(), Map.of());

  private final Map<String, List<String>> texts;
  private final Map<String, List<Upload>> uploads;

  Fields(Map<String, List<String>> texts, Map<String, List<Upload>> uploads) {
    this.texts = texts;
    this.uploads = uploads;
  }

  /**
   * Reads {@code application/x-www-form-urlencoded} (WHATWG URL §5.1).
   *
   * @throws Unacceptable if a percent sign stands before no byte
   */
  public static Fields encoded(String text) {
    Map<String, List<String>> texts = new LinkedHashMap<>();
    for (String pair : text.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
        texts.computeIfAbsent(name, n -> new ArrayList<>()).add(unixLines(value));
      }
    }
    return new Fields(texts, Map.of());
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new Unacceptable(400, "a field is not encoded as forms are");
    }
  }

  static String unixLines(String text) {
    return text.replace("\r\n", "\n");
  }

  /** The first value, or an empty text. */
  public String text(String name) {
    return texts.getOrDefault(name, List.of("")).getFirst();
  }

  /** Every value. */
  public List<String> texts(String name) {
    return List.copyOf(texts.getOrDefault(name, List.of()));
  }

  public boolean has(String name) {
    return texts.containsKey(name);
  }

  public Set<String> names() {
    return Set.copyOf(texts.keySet());
  }

  /** The first file under this name; a file field that was left empty has none. */
  public Optional<Upload> upload(String name) {
    return uploads(name).stream().findFirst();
  }

  public List<Upload> uploads(String name) {
    return List.copyOf(uploads.getOrDefault(name, List.of()));
  }
}
