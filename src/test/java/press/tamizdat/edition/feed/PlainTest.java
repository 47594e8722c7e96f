package press.tamizdat.edition.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PlainTest {
  private static final Locale RU = Locale.of("ru");

  @Test
  void whatFitsIsNotCut() {
    assertThat(Plain.cut("Лёд встал.", 10, RU)).isEqualTo("Лёд встал.");
  }

  @Test
  void aCutFallsBetweenWords() {
    assertThat(Plain.cut("Лёд встал раньше срока", 12, RU)).isEqualTo("Лёд встал…");
    assertThat(Plain.cut("Лёд встал — раньше срока", 14, RU)).isEqualTo("Лёд встал…");
    assertThat(Plain.cut("Лёд, вода", 7, RU)).isEqualTo("Лёд…");
  }

  @Test
  void oneWordThatIsTooLongLeavesNothing() {
    assertThat(Plain.cut("Лёдостав", 3, RU)).isEmpty();
    assertThat(Plain.cut("Лёд встал", 0, RU)).isEmpty();
  }

  @Property
  void aCutIsShortAndWellFormed(@ForAll String text, @ForAll @IntRange(max = 60) int most) {
    String cut = Plain.cut(Plain.legal(text), most, RU);

    assertThat(cut.length()).isLessThanOrEqualTo(most + 1);
    assertThat(Plain.legal(cut)).isEqualTo(cut);
  }

  @Property
  void writtenXmlReadsBack(@ForAll String text) {
    byte[] document = new Xml().open("a", "b", "x").leaf("c", text).close().bytes();

    assertThat(Read.texts(Read.xml(document), "c")).containsExactly(Plain.legal(text));
  }
}
