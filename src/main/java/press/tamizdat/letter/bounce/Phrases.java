package press.tamizdat.letter.bounce;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What mail servers write, by its meaning: {@code bounce/phrases.txt}. */
final class Phrases {
  private static final List<Known> KNOWN = read();

  private static final Pattern ADDRESS =
      Pattern.compile("<?[^\\s<>@,;:]{1,80}@[^\\s<>@,;:]{1,80}>?");
  private static final Pattern LINK =
      Pattern.compile("https?://(?:www\\.)?([^/\\s]{1,80})\\S{0,300}");
  private static final Pattern SPACE = Pattern.compile("\\s{1,100}");

  private Phrases() {}

  private record Known(Reason reason, Pattern phrases) {}

  private static List<Known> read() {
    List<Known> known = new ArrayList<>();
    for (String part : text().split("(?m)^\\[", -1)) {
      int end = part.indexOf("]\n");
      if (end > 0) {
        String phrases =
            part.substring(end + 2)
                .lines()
                .filter(l -> !l.isBlank() && !l.startsWith("#"))
                .collect(Collectors.joining("|"));
        known.add(new Known(Reason.valueOf(part.substring(0, end)), Pattern.compile(phrases)));
      }
    }
    return List.copyOf(known);
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
    return KNOWN.stream()
        .filter(k -> k.phrases().matcher(plain).find())
        .map(Known::reason)
        .findFirst();
  }
}
