package press.tamizdat.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import press.tamizdat.platform.text.Language;
import press.tamizdat.support.Typed.Why;

class TypedTest {
  @ParameterizedTest(name = "{0} in {2} for {1} is {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "10 | EUR | en | 1000",
        "12.50 | EUR | en | 1250",
        "12,5 | EUR | en | 1250",
        "12,50 | EUR | ru | 1250",
        "1 234,50 | EUR | ru | 123450",
        "1\u00a0234,50 | EUR | ru | 123450",
        "1,234.50 | EUR | en | 123450",
        "1.234,50 | EUR | ru | 123450",
        "1,234 | EUR | en | 123400",
        "1.234 | EUR | ru | 123400",
        "€ 10 | EUR | en | 1000",
        "10 € | EUR | ru | 1000",
        "$25 | USD | en | 2500",
        "۱۲٫۵۰ | EUR | fa | 1250",
        "۱٬۲۳۴٫۵۰ | EUR | fa | 123450",
        "١٢٫٥ | EUR | fa | 1250",
        "\u200f۵۰\u200e | EUR | fa | 5000",
        "1000 | JPY | en | 1000",
        "1,000 | JPY | en | 1000",
        "2.505 | KWD | en | 2505",
        "2.00 | EUR | en | 200",
        "0002 | EUR | en | 200",
        "10.500 | KWD | en | 10500"
      })
  void whatPeopleTypeIsRead(String text, String currency, String language, long minor) {
    assertThat(Typed.read(text, currency, new Language(language)))
        .isEqualTo(new Typed.Amount(Money.of(minor, currency)));
  }

  @ParameterizedTest(name = "{0} in {2} for {1}: {3}")
  @CsvSource(
      delimiter = '|',
      nullValues = "nothing",
      value = {
        "'' | EUR | en | EMPTY",
        "'   ' | EUR | en | EMPTY",
        "0 | EUR | en | TOO_LITTLE",
        "0.00 | EUR | en | TOO_LITTLE",
        "1.99 | EUR | en | TOO_LITTLE",
        "1.999 | KWD | en | TOO_LITTLE",
        "199 | JPY | en | TOO_LITTLE",
        "-5 | EUR | en | NEGATIVE",
        "−5 | EUR | en | NEGATIVE",
        "1000000000000 | EUR | en | TOO_MUCH",
        "1 000 000 000 000 | EUR | ru | TOO_MUCH",
        "99999999999999999999999999999 | EUR | en | TOO_MUCH",
        "1e3 | EUR | en | NOT_A_NUMBER",
        "ten | EUR | en | NOT_A_NUMBER",
        "10 USD | EUR | en | NOT_A_NUMBER",
        "10..5 | EUR | en | UNCLEAR",
        "1.234 | EUR | en | UNCLEAR",
        "1,234 | EUR | ru | UNCLEAR",
        "1,23,4 | EUR | en | UNCLEAR",
        "12.345678 | EUR | en | TOO_FINE",
        "10.5 | JPY | en | TOO_FINE",
        "10 | XXX | en | UNKNOWN_CURRENCY",
        "10 | XAU | en | UNKNOWN_CURRENCY",
        "10 | EURO | en | UNKNOWN_CURRENCY",
        "'' | '' | en | UNKNOWN_CURRENCY",
        "99999999999999999999999999999999999999999 | EUR | en | NOT_A_NUMBER"
      })
  void whatIsNoAmountSaysWhy(String text, String currency, String language, Why why) {
    assertThat(Typed.read(text, currency, new Language(language)))
        .isInstanceOfSatisfying(
            Typed.Refused.class, refused -> assertThat(refused.why()).isEqualTo(why));
  }

  @Property(tries = 300)
  void everyAmountIsReadBackAsItIsWritten(
      @ForAll @LongRange(min = 20_000, max = 99_999_999) long minor) {
    for (String code : new String[] {"EUR", "JPY", "KWD", "HUF", "USD"}) {
      Money money = Money.of(minor, code);
      assertThat(Money.decimal(money.decimal(), money.currency())).contains(money);
      if (minor >= Bounds.least(Currency.getInstance(code)).minor()) {
        Typed typed = Typed.read(money.decimal(), code, new Language("en"));
        boolean twoWays = typed.equals(new Typed.Refused(Why.UNCLEAR, java.util.Optional.empty()));
        assertThat(twoWays || typed.equals(new Typed.Amount(money))).as("%s", money).isTrue();
      }
    }
  }
}
