package press.tamizdat.platform.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {
  private static final Pattern PLURAL = Pattern.compile("\\.(one|few|many|other)$");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d\\}");

  private static Messages in(String tag) {
    return Messages.of(new Language(tag));
  }

  @Test
  void everyLanguageSaysTheSameThings() {
    for (String tag : List.of("ru", "fa")) {
      assertThat(keys(in(tag))).as(tag).isEqualTo(keys(in("en")));
    }
  }

  @Test
  void everyLanguageFillsInTheSamePlaces() {
    Messages english = in("en");
    for (String tag : List.of("ru", "fa")) {
      in(tag)
          .lines()
          .forEach(
              (key, line) -> {
                String other = PLURAL.matcher(key).replaceFirst(".other");
                String model =
                    english.lines().getOrDefault(key, english.lines().getOrDefault(other, ""));
                assertThat(places(line)).as(tag + " " + key).isEqualTo(places(model));
              });
    }
  }

  @Test
  void everyLineIsUsed() {
    String sources = read(Path.of("src/main/java")) + read(Path.of("src/main/jte"));
    assertThat(keys(in("en"))).allMatch(key -> isNamed(key, sources));
  }

  /** In one word, or in two that are put together at the last dot. */
  private static boolean isNamed(String key, String sources) {
    int dot = key.lastIndexOf('.');
    return has(sources, key)
        || (dot > 0 && has(sources, key.substring(0, dot)) && has(sources, key.substring(dot)))
        || (dot > 0
            && has(sources, key.substring(0, dot + 1))
            && has(sources, key.substring(dot + 1)));
  }

  private static boolean has(String sources, String word) {
    return sources.contains('"' + word + '"');
  }

  @Test
  void russianCountsInThreeForms() {
    Messages russian = in("ru");
    assertThat(russian.count("reading", 1)).isEqualTo("1 минута чтения");
    assertThat(russian.count("reading", 3)).isEqualTo("3 минуты чтения");
    assertThat(russian.count("reading", 5)).isEqualTo("5 минут чтения");
    assertThat(russian.count("reading", 11)).isEqualTo("11 минут чтения");
    assertThat(russian.count("reading", 12)).isEqualTo("12 минут чтения");
    assertThat(russian.count("reading", 21)).isEqualTo("21 минута чтения");
    assertThat(russian.count("reading", 104)).isEqualTo("104 минуты чтения");
  }

  @Test
  void persianCountsInItsOwnDigits() {
    assertThat(in("fa").say("part", 2, 13)).isEqualTo("بخش ۲ از ۱۳");
  }

  @Test
  void aMissingLineAndAMissingLanguageAreNamed() {
    assertThatThrownBy(() -> in("en").say("nothing.here")).hasMessageContaining("nothing.here");
    assertThatThrownBy(() -> in("xx")).hasMessageContaining("messages/xx.properties");
  }

  private static Set<String> keys(Messages messages) {
    return messages.lines().keySet().stream()
        .map(key -> PLURAL.matcher(key).replaceFirst(""))
        .collect(Collectors.toSet());
  }

  private static Set<String> places(String line) {
    return PLACEHOLDER.matcher(line).results().map(m -> m.group()).collect(Collectors.toSet());
  }

  private static String read(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      var text = new StringBuilder();
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        text.append(Files.readString(file));
      }
      return text.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
