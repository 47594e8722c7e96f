package press.tamizdat.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {
  @ParameterizedTest
  @CsvSource({
    "vera@ferry.example, vera@ferry.example",
    "'  Vera.Lindt@Ferry.EXAMPLE ', Vera.Lindt@ferry.example",
    "a+b!#$%&*=?^_`{|}~-/@x.org, a+b!#$%&*=?^_`{|}~-/@x.org",
    "o'neil@x.org, o'neil@x.org",
    "вера@пример.рф, вера@xn--e1afmkfd.xn--p1ai",
    "سارا@مثال.ایران, سارا@xn--mgbh0fb.xn--mgba3a4f16a",
    "user@bücher.example, user@xn--bcher-kva.example",
    "x@1.2.example, x@1.2.example",
    "e\u0301t\u00e9@x.org, \u00e9t\u00e9@x.org",
  })
  void whatCanBeMailedToIsTaken(String typed, String text) {
    assertThat(MailAddress.parse(typed).map(MailAddress::text)).hasValue(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "vera",
        "@x.org",
        "vera@",
        "vera@localhost",
        "vera@x..org",
        "vera@-x.org",
        "vera@x.org.",
        "vera@x_y.org",
        "vera@1.2.3.4",
        "vera@[1.2.3.4]",
        ".vera@x.org",
        "vera.@x.org",
        "ve..ra@x.org",
        "ve ra@x.org",
        "\"ve ra\"@x.org",
        "vera@x@x.org",
        "Vera <vera@x.org>",
        "vera@x.org\r\nBcc: other@x.org",
        "vera@x.org,other@x.org",
        "vera\u0000@x.org",
        "vera\u202e@x.org",
        "ve\u200bra@x.org",
        "\uff56era@x.org",
        "vera\uff11@x.org",
        "vera\u0661@x.org",
        "\ud835\udfcfvera@x.org",
        "vera@\uff58.org",
        "vera@x\u2460.org",
        "vera@fa\u00df.example",
        "vera\ud800@x.org",
        "vera@xn--a.example\u3002org",
      })
  void whatIsASlipOrATrickIsNot(String typed) {
    assertThat(MailAddress.parse(typed)).isEmpty();
  }

  @Test
  void theLimitsAreThoseOfTheProtocol() {
    String label = "d".repeat(61);
    assertThat(MailAddress.parse("l".repeat(64) + "@x.org")).isPresent();
    assertThat(MailAddress.parse("l".repeat(65) + "@x.org")).isEmpty();
    assertThat(MailAddress.parse("ж".repeat(33) + "@x.org")).isEmpty();
    assertThat(MailAddress.parse("v@" + (label + ".").repeat(4) + "org")).isPresent();
    assertThat(MailAddress.parse("vera@" + (label + ".").repeat(4) + "org")).isEmpty();
    assertThat(MailAddress.parse("v@" + "d".repeat(64) + ".org")).isEmpty();
    assertThat(MailAddress.parse("v".repeat(100_000) + "@x.org")).isEmpty();
  }

  @Test
  void oneMailboxIsKnownInManyWritings() {
    assertThat(bare("Vera.Lindt+news@GoogleMail.com")).isEqualTo("veralindt@gmail.com");
    assertThat(bare("Vera.Lindt+news@x.org")).isEqualTo("vera.lindt@x.org");
    assertThat(bare("+news@x.org")).isEqualTo("+news@x.org");
  }

  private static String bare(String typed) {
    return MailAddress.parse(typed).map(MailAddress::bare).orElseThrow();
  }

  @Test
  void itIsNeverPrinted() {
    assertThat(Optional.of(MailAddress.parse("vera@x.org").orElseThrow()).toString())
        .doesNotContain("vera");
  }
}
