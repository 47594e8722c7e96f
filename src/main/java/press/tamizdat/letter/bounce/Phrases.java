package press.tamizdat.letter.bounce;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What mail servers write, by its meaning: {@code bounce/phrases.txt}. */
final class Phrases {
  private static final Map<Reason, Pattern> KNOWN = read();

  private static final Pattern ADDRESS = Pattern.compile("<?[^\\s<>@,;:]{1,80}@[^\\s<>@,;:]{1,80}>?");
  private static final Pattern LINK = Pattern.compile("https?://(?:www\\.)?([^/\\s]{1,80})\\S{0,300}");
  private static final Pattern SPACE = Pattern.compile("\\s{1,100}");

  private Phrases() {}

  private static Map<Reason, Pattern> read() {
    Map<Reason, List<String>> lines = new LinkedHashMap<>();
    List<String> part = new ArrayList<>();
    for (String line : text().lines().toList()) {
      if (line.startsWith("[") && line.endsWith("]")) {
        part = new ArrayList<>();
        lines.put(Reason.valueOf(line.substring(1, line.length() - 1)), part);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        part.add(line);
      }
    }
    Map<Reason, Pattern> patterns = new LinkedHashMap<>();
    lines.forEach((reason, texts) -> patterns.put(reason, Pattern.compile(String.join("|", texts))));
    return patterns;
  }

  private static String text() {
    try (InputStream in = Phrases.class.getResourceAsStream("/bounce/phrases.txt")) {
      if (in == null) {
        throw new IllegalStateException("bounce/phrases.txt is not in the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text as the phrases expect it: names and subjects in addresses and links say nothing. */
  static String plain(String text) {
    String plain = LINK.matcher(text.toLowerCase(Locale.ROOT).replace('’', '\'')).replaceAll("$1");
    plain = ADDRESS.matcher(plain).replaceAll("@@");
    return SPACE.matcher(plain).replaceAll(" ").strip();
  }

  /**
   * @param plain as {@link #plain} makes it
   */
  static Optional<Reason> in(String plain) {
    return KNOWN.entrySet().stream()
        .filter(e -> e.getValue().matcher(plain).find())
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
