package press.tamizdat.edition.page;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import press.tamizdat.article.published.Support;
import press.tamizdat.platform.text.Language;

/** An amount as people of a language write it, without a fraction where there is none. */
final class Sum {
  private Sum() {}

  static String text(long minor, String currency, Language language) {
    NumberFormat format = NumberFormat.getCurrencyInstance(language.locale());
    format.setCurrency(Currency.getInstance(currency));
    BigDecimal value = new BigDecimal(Support.plain(minor, currency));
    int digits = Math.max(0, value.stripTrailingZeros().scale()) == 0 ? 0 : value.scale();
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return format.format(value);
  }

  /** Hundredths of a percent as a percentage. */
  static String share(int hundredths, Language language) {
    NumberFormat format = NumberFormat.getPercentInstance(language.locale());
    format.setMaximumFractionDigits(2);
    return format.format(BigDecimal.valueOf(hundredths, 4));
  }
}
