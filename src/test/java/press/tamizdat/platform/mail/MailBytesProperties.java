package press.tamizdat.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MailBytesProperties {

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars(
            ".=\n \tFrom abcé€\uFEFFя😀"
                .chars().mapToObj(c -> (char) c).toList().stream()
                    .map(String::valueOf)
                    .reduce("", String::concat)
                    .toCharArray())
        .ofMaxLength(300)
        .map(s -> new String(s.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
  }

  @Provide
  Arbitrary<String> dotted() {
    return Arbitraries.of(".", "\r\n", "a", "..", "\r\n.", "some words")
        .list()
        .ofMaxSize(40)
        .map(parts -> String.join("", parts));
  }

  @Property(tries = 500)
  void dotsAreDoubledAndNothingElseIsChanged(@ForAll("dotted") String message) {
    Octets octets = new Octets();
    octets.set(message.getBytes(StandardCharsets.US_ASCII));
    String sent = new String(octets.array(), 0, octets.length(), StandardCharsets.US_ASCII);
    assertThat(sent.substring(0, sent.length() - 3)).doesNotContain("\r\n.\r\n");
    assertThat(sent).endsWith(".\r\n");
    String back =
        Pattern.compile("(?m)^\\.").matcher(sent.substring(0, sent.length() - 3)).replaceAll("");
    boolean ended = message.isEmpty() || message.endsWith("\r\n");
    assertThat(back).isEqualTo(ended ? message : message + "\r\n");
  }

  @Property(tries = 500)
  void quotedPrintableComesBackAndNeedsNoChangeOnItsWay(@ForAll("texts") String text) {
    String encoded = new String(QuotedPrintable.encode(text), StandardCharsets.US_ASCII);
    String wanted = text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
    assertThat(decode(encoded)).isEqualTo(wanted.replace("\n", "\r\n"));
    assertThat(encoded.chars().allMatch(c -> c < 127)).isTrue();
    for (String line : encoded.split("\r\n", -1)) {
      assertThat(line.length()).isLessThanOrEqualTo(76);
      assertThat(line)
          .doesNotStartWith(".")
          .doesNotStartWith("From ")
          .doesNotEndWith(" ")
          .doesNotContain("  ", "\t");
    }
  }

  @Property(tries = 300)
  void aSlotStaysInOnePieceWhateverStandsAroundIt(@ForAll("texts") String text) {
    QuotedPrintable encoding = new QuotedPrintable().text(text).slot(42).text(text).slot(42);
    byte[] encoded = encoding.end();
    for (int slot : encoding.slots()) {
      assertThat(new String(encoded, slot, 42, StandardCharsets.US_ASCII)).matches("x{42}");
    }
    String decoded = decode(new String(encoded, StandardCharsets.US_ASCII));
    assertThat(decoded).contains("x".repeat(42));
  }

  @Property(tries = 300)
  void aSubjectInAnyWritingComesBack(@ForAll("texts") String text) {
    String subject = HeaderText.oneLine(text);
    String field = HeaderText.field("Subject", text);
    assertThat(field).endsWith("\r\n");
    for (String line : field.strip().split("\r\n")) {
      assertThat(line.length()).isLessThanOrEqualTo(320);
    }
    String value = field.substring(9, field.length() - 2);
    assertThat(value.contains("=?") ? words(value) : value.replace("\r\n ", " "))
        .isEqualTo(subject);
  }

  @Example
  void aNameIsQuotedWhereItMustBe() {
    assertThat(HeaderText.mailbox("Ilma \"Today\", weekly", "a@b.example"))
        .isEqualTo("\"Ilma \\\"Today\\\", weekly\" <a@b.example>");
    assertThat(HeaderText.mailbox("Ильма", "a@b.example"))
        .isEqualTo("=?utf-8?B?0JjQu9GM0LzQsA==?= <a@b.example>");
  }

  @Example
  void aLetterheadHoldsTextAndHtml() {
    String message =
        new String(
            Letterhead.answer(
                    "Ilma Today",
                    "letters@ilma.example",
                    "reader@mail.example",
                    "Confirm",
                    "Look: https://ilma.example/?a=b",
                    "<p>Look",
                    "1@ilma.example",
                    Instant.parse("2026-11-20T09:00:00Z"))
                .octets(),
            StandardCharsets.UTF_8);
    assertThat(message)
        .startsWith("From: Ilma Today <letters@ilma.example>\r\nTo: <reader@mail.example>\r\n")
        .contains("Date: Fri, 20 Nov 2026 09:00:00 +0000\r\n")
        .contains("Auto-Submitted: auto-replied\r\n")
        .contains("multipart/alternative", "https://ilma.example/?a=3Db", "text/html");
    assertThat(Arrays.stream(message.split("\r\n")).filter(l -> l.contains("\n"))).isEmpty();
  }

  private static String decode(String encoded) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String whole = encoded.replace("=\r\n", "");
    for (int i = 0; i < whole.length(); i++) {
      if (whole.charAt(i) == '=') {
        bytes.write(Integer.parseInt(whole.substring(i + 1, i + 3), 16));
        i += 2;
      } else {
        bytes.write(whole.charAt(i));
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static String words(String value) {
    StringBuilder text = new StringBuilder();
    for (String word : value.split("\r\n ")) {
      String base64 = word.substring("=?utf-8?B?".length(), word.length() - 2);
      text.append(new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8));
    }
    return text.toString();
  }
}
