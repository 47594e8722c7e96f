package press.tamizdat.arrival;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The phrases of {@code phrases.txt}, by which text around an article is told from it. */
final class Phrases {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final Map<String, Pattern> SECTIONS = load();

  private Phrases() {}

  /** A line of the page itself, such as "Share" or "All rights reserved". */
  static boolean isPageLine(String line) {
    return line.length() <= 220
        && (section("line").matcher(bare(line)).matches() || isRowOfLabels(line));
  }

  /** Such as "Home | News | Contact" or "Front page > City". */
  private static boolean isRowOfLabels(String line) {
    String[] labels = line.split("\\s*[|›>•·]\\s*");
    boolean bar = line.contains("|") || line.contains(">") || line.contains("›");
    return (bar
            && labels.length > 1
            && Stream.of(labels).allMatch(l -> section("line").matcher(bare(l)).matches()))
        || (labels.length >= 3 && Stream.of(labels).allMatch(Phrases::isLabel))
        || (line.matches(".*\\S\\s+[>›]\\s+\\S.*") && Stream.of(labels).allMatch(Phrases::isLabel));
  }

  private static boolean isLabel(String text) {
    return Words.count(text) <= 3 && text.length() <= 30 && !text.matches(".*[.!?…]$");
  }

  /** A line that points to another article. */
  static boolean isRelated(String line) {
    return line.length() <= 260 && section("related").matcher(bare(line)).lookingAt();
  }

  /** A heading or short line after which the page asks for something. */
  static boolean opensAppeal(String line) {
    return line.length() <= 160 && section("opener").matcher(bare(line)).lookingAt();
  }

  /** A heading or short line after which the article is over. */
  static boolean endsArticle(String line) {
    return line.length() <= 220 && section("end").matcher(bare(line)).matches();
  }

  /** How many words of asking there are. */
  static int appeals(String text) {
    return (int) section("appeal").matcher(text).results().count();
  }

  static int payments(String text) {
    return (int) section("payment").matcher(text).results().count();
  }

  static boolean asksConsent(String text) {
    return section("consent").matcher(text).find();
  }

  /** Whether anything in the text is of a section that says why there is no article. */
  static boolean says(String section, String text) {
    return section(section).matcher(text).find();
  }

  private static String bare(String line) {
    return line.replaceAll("[\\s\\u00a0]+", " ")
        .strip()
        .replaceAll("^[\\p{So}\\p{Sk}&&[^©]→►▶•»\\s]+(?=\\p{L})", "")
        .replaceAll("[\\s→»:]+$", "");
  }

  private static Pattern section(String name) {
    return Objects.requireNonNull(SECTIONS.get(name), name);
  }

  private static Map<String, Pattern> load() {
    Map<String, List<String>> lines = new LinkedHashMap<>();
    List<String> section = new ArrayList<>();
    for (String line : text().lines().toList()) {
      if (line.startsWith("[") && line.endsWith("]") && line.matches("\\[[a-z]+]")) {
        section =
            lines.computeIfAbsent(line.substring(1, line.length() - 1), s -> new ArrayList<>());
      } else if (!line.isBlank() && !line.startsWith("#")) {
        section.add("(?:" + line + ")");
      }
    }
    Map<String, Pattern> patterns = new LinkedHashMap<>();
    lines.forEach((name, all) -> patterns.put(name, Pattern.compile(String.join("|", all), FLAGS)));
    return patterns;
  }

  private static String text() {
    try (InputStream in =
        Objects.requireNonNull(Phrases.class.getResourceAsStream("phrases.txt"), "phrases.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
