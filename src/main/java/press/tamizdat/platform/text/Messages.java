package press.tamizdat.platform.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The program's own words in one language, from {@code messages/<tag>.properties} (UTF-8).
 *
 * <p>Placeholders are {@code {0}}, {@code {1}}. Numbers are written in the language's digits. A key
 * that counts has one line for each plural form of CLDR: {@code .one}, {@code .few}, {@code .many},
 * {@code .other}.
 */
public final class Messages {
  private static final Map<Source, Messages> LOADED = new ConcurrentHashMap<>();

  /** Files, by their names in {@code messages/} without the ending. */
  private record Source(Language language, List<String> files) {}

  private final Language language;
  private final Map<String, String> lines;

  private Messages(Language language, Map<String, String> lines) {
    this.language = language;
    this.lines = lines;
  }

  /**
   * @throws IllegalArgumentException when the program does not speak the language
   */
  public static Messages of(Language language) {
    return of(language, List.of(language.tag()));
  }

  /**
   * The lines of several files together.
   *
   * @param files in {@code messages/}, without the ending
   * @throws IllegalArgumentException when one is not there, or two have the same line
   */
  public static Messages of(Language language, List<String> files) {
    return LOADED.computeIfAbsent(new Source(language, files), Messages::load);
  }

  /** Whether the program has words in this language. */
  public static boolean speaks(Language language) {
    return Messages.class.getResource("/messages/" + language.tag() + ".properties") != null;
  }

  private static Messages load(Source source) {
    Map<String, String> all = new HashMap<>();
    for (String name : source.files()) {
      for (Map.Entry<Object, Object> line : read(source.language(), name).entrySet()) {
        if (all.put((String) line.getKey(), (String) line.getValue()) != null) {
          throw new IllegalArgumentException("a second line " + line.getKey() + " in " + name);
        }
      }
    }
    return new Messages(source.language(), Map.copyOf(all));
  }

  private static Properties read(Language language, String name) {
    String file = "/messages/" + name + ".properties";
    try (var in = Messages.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalArgumentException(
            "no messages in the language " + language + ": add src/main/resources" + file);
      }
      Properties lines = new Properties();
      lines.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  public Language language() {
    return language;
  }

  /** Every line, by key. */
  public Map<String, String> lines() {
    return lines;
  }

  /**
   * @throws IllegalArgumentException when there is no such line
   */
  public String say(String key, Object... values) {
    String line = lines.get(key);
    if (line == null) {
      throw new IllegalArgumentException("the messages in " + language + " lack " + key);
    }
    for (int i = 0; i < values.length; i++) {
      line = line.replace("{" + i + "}", written(values[i]));
    }
    return line;
  }

  /** The line of the plural form that the number takes; the number is {@code {0}}. */
  public String count(String key, int number) {
    return say(key + "." + pluralForm(number), number);
  }

  private String written(Object value) {
    return value instanceof Integer number
        ? NumberFormat.getIntegerInstance(language.locale()).format(number)
        : String.valueOf(value);
  }

  /** CLDR's cardinal rules for whole numbers (UTS 35, part 3, language plural rules). */
  private String pluralForm(int number) {
    return switch (language.locale().getLanguage()) {
      case "ru", "uk", "be" -> eastSlavic(number);
      case "fa" -> number <= 1 ? "one" : "other";
      default -> number == 1 ? "one" : "other";
    };
  }

  private static String eastSlavic(int number) {
    int ten = number % 10;
    int hundred = number % 100;
    if (ten == 1 && hundred != 11) {
      return "one";
    }
    if (ten >= 2 && ten <= 4 && (hundred < 12 || hundred > 14)) {
      return "few";
    }
    return "many";
  }
}
