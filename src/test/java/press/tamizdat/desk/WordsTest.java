package press.tamizdat.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import press.tamizdat.platform.text.Language;
import press.tamizdat.platform.text.Messages;

/** The desk has every word in every language that it speaks. */
class WordsTest {
  private static final Messages ENGLISH = Words.in(new Language("en"));
  private static final Messages RUSSIAN = Words.in(new Language("ru"));

  @Test
  void bothLanguagesHaveTheSameLines() {
    assertThat(keys(RUSSIAN)).isEqualTo(keys(ENGLISH));
  }

  @Test
  void bothLanguagesPutTheSameThingsIntoALine() {
    for (Map.Entry<String, String> line : ENGLISH.lines().entrySet()) {
      String russian = RUSSIAN.lines().get(line.getKey());
      if (russian != null) {
        for (String place : new String[] {"{0}", "{1}", "{2}", "{3}"}) {
          assertThat(russian.contains(place))
              .as(line.getKey() + " " + place)
              .isEqualTo(line.getValue().contains(place));
        }
      }
    }
  }

  @Test
  void noLineIsEmpty() {
    assertThat(ENGLISH.lines().values()).noneMatch(String::isBlank);
    assertThat(RUSSIAN.lines().values()).noneMatch(String::isBlank);
  }

  /** Plural forms differ between the languages; what is counted does not. */
  private static TreeSet<String> keys(Messages words) {
    return words.lines().keySet().stream()
        .map(k -> k.replaceFirst("\\.(one|few|many|other)$", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
