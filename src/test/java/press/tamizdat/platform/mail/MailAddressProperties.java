package press.tamizdat.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MailAddressProperties {
  @Property(tries = 500)
  void whatWasReadIsReadAgainAsItIs(@ForAll("nearlyAddresses") String typed) {
    MailAddress.parse(typed).ifPresent(a -> assertThat(MailAddress.parse(a.text())).hasValue(a));
  }

  @Property(tries = 500)
  void nothingThatWasReadCanEndACommandOrAHeader(@ForAll("nearlyAddresses") String typed) {
    MailAddress.parse(typed)
        .ifPresent(
            a -> {
              assertThat(a.text()).doesNotContainAnyWhitespaces().doesNotContain("<", ">", ",");
              assertThat(a.text().getBytes(StandardCharsets.UTF_8).length).isLessThan(255);
              assertThat(a.text().chars()).noneMatch(Character::isISOControl);
            });
  }

  @Provide
  Arbitrary<String> nearlyAddresses() {
    Arbitrary<String> local =
        Arbitraries.strings()
            .withCharRange('a', 'z')
            .withChars(".+-_<>, \"\u0436\u0661\u200d\uff21\r\n")
            .ofMaxLength(12);
    Arbitrary<String> domain =
        Arbitraries.strings()
            .withCharRange('a', 'z')
            .withChars(".-\u0436\u0644\u00fc1")
            .ofMaxLength(12);
    return net.jqwik.api.Combinators.combine(local, domain).as((l, d) -> l + "@" + d + ".org");
  }
}
