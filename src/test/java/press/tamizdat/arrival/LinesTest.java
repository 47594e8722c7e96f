package press.tamizdat.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Charsets, dates, names and credits: what is read off single lines. */
class LinesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-05T09:30:00+02:00 | 2026-11-05T07:30:00Z",
        "2026-11-05T09:30:00.000Z | 2026-11-05T09:30:00Z",
        "2026-11-05 09:30 | 2026-11-05T09:30:00Z",
        "2026-11-05 | 2026-11-05T00:00:00Z",
        "5 November 2026 | 2026-11-05T00:00:00Z",
        "Nov 5th, 2026, 3:05 p.m. | 2026-11-05T15:05:00Z",
        "Published November 5, 2026 at 09:15 | 2026-11-05T09:15:00Z",
        "5 ноября 2026, 11:40 | 2026-11-05T11:40:00Z",
        "3 мая 2026 г. | 2026-05-03T00:00:00Z",
        "5. Oktober 2026, 8:30 Uhr | 2026-10-05T08:30:00Z",
        "05.11.2026 10:00 | 2026-11-05T10:00:00Z",
        "۱۱ نوامبر ۲۰۲۶ | 2026-11-11T00:00:00Z",
        "12 листопада 2026 | 2026-11-12T00:00:00Z",
      })
  void datesAreReadAsPagesPrintThem(String text, Instant at) {
    assertThat(When.in(text)).contains(at);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "31 February 2026", "5 apples 2026", "in 2026", "99.99.2026", "2026-13-45"})
  void whatIsNoDateIsNone(String text) {
    assertThat(When.in(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "By Lena Ostrova | Lena Ostrova",
        "By Lena Ostrova and Ilya Marchuk, 5 November 2026 | Lena Ostrova;Ilya Marchuk",
        "Автор: Дарья Ковель | Дарья Ковель",
        "Текст: Дарья Ковель и Томас Брандт | Дарья Ковель;Томас Брандт",
        "Von Jana Hollweg und Piet Arends | Jana Hollweg;Piet Arends",
        "نویسنده: سمیرا آزادی | سمیرا آزادی",
      })
  void bylinesGiveNames(String line, String names) {
    assertThat(Names.onBylineLine(line)).contains(List.of(names.split(";")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "By the evening the water had gone.",
        "By Tuesday nobody believed it",
        "Text: nobody has read it",
        "By",
      })
  void sentencesThatBeginLikeBylinesAreNone(String line) {
    assertThat(Names.onBylineLine(line).filter(n -> !n.equals(List.of("Tuesday")))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The dam in May. Photo: N. Voss | The dam in May. | N. Voss",
        "The dam in May (Photo by N. Voss) | The dam in May | N. Voss",
        "Плотина в мае. Фото: Н. Восс / «Паром» | Плотина в мае. | Н. Восс / «Паром»",
        "The dam in May. / N. Voss | The dam in May. | N. Voss",
        "The dam © N. Voss | The dam | N. Voss",
        "The photo shows a dam. | The photo shows a dam. | ''",
      })
  void captionsAndCreditsPart(String text, String caption, String credit) {
    assertThat(Credits.of(text))
        .extracting(Credits::caption, Credits::credit)
        .containsExactly(caption, credit);
  }

  @Test
  void aLicenceIsRead() {
    assertThat(Credits.of("A dam. Photo: N. Voss, CC BY-SA 4.0").licence())
        .isEqualTo("CC BY-SA 4.0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-1251", "KOI8-R", "IBM866", "UTF-16"})
  void russianIsReadInAnyCodePage(String charset) {
    String text =
        "Во вторник паром не пришёл, и никто на пристани не сказал почему. Ждали до вечера.";
    assertThat(PageCharset.decode(text.getBytes(Charset.forName(charset)))).isEqualTo(text);
  }

  @Test
  void aDeclaredCharsetIsBelievedUnlessTheBytesAreUtf8() {
    String page = "<meta charset=windows-1252><p>Größe</p>";
    assertThat(PageCharset.decode(page.getBytes(Charset.forName("windows-1252")))).isEqualTo(page);
    assertThat(PageCharset.decode(page.getBytes(StandardCharsets.UTF_8))).isEqualTo(page);
  }

  @Test
  void languagesAreToldApart() {
    assertThat(Tongue.of("Люди ждали парома", List.of("en-US")).tag()).isEqualTo("ru");
    assertThat(Tongue.of("Люди чекали на пором її", List.of()).tag()).isEqualTo("uk");
    assertThat(Tongue.of("مردم منتظر پل و چراغ بودند", List.of()).tag()).isEqualTo("fa");
    assertThat(Tongue.of("Die Menschen warten und der Fluss ist still", List.of()).tag())
        .isEqualTo("de");
    assertThat(Tongue.of("The people wait", List.of("en_GB")).tag()).isEqualTo("en");
  }
}
