package press.tamizdat.support.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import press.tamizdat.platform.text.Language;
import press.tamizdat.platform.text.Messages;
import press.tamizdat.support.Typed;

class WordsTest {
  @Test
  void everySentenceIsThereInEachLanguage() {
    Map<String, String> english = Messages.of(new Language("en"), List.of("till/en")).lines();
    for (String tag : List.of("ru", "fa")) {
      Map<String, String> lines = Messages.of(new Language(tag), List.of("till/" + tag)).lines();
      assertThat(lines.keySet()).as(tag).isEqualTo(english.keySet());
      lines.forEach(
          (key, line) ->
              assertThat(line.contains("{0}"))
                  .as(key)
                  .isEqualTo(english.getOrDefault(key, "").contains("{0}")));
    }
    for (Typed.Why why : Typed.Why.values()) {
      assertThat(english).containsKey(why.messageKey());
    }
  }
}
