package press.tamizdat.support;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import press.tamizdat.platform.text.Language;

/**
 * An amount in whole minor units of its currency (ISO 4217): 250 of EUR are 2.50, 250 of JPY are
 * 250, 2500 of KWD are 2.500.
 *
 * @param minor below zero for what goes out
 */
public record Money(long minor, Currency currency) {
  public Money {
    if (currency.getDefaultFractionDigits() < 0) {
      throw new IllegalArgumentException(currency + " is not money that anybody pays with");
    }
  }

  public static Money of(long minor, String code) {
    return new Money(minor, Currency.getInstance(code));
  }

  /** The currency of this code, in capitals or not; empty when nobody can pay in it. */
  public static Optional<Currency> currency(String code) {
    try {
      return Optional.of(Currency.getInstance(code.toUpperCase(Locale.ROOT)))
          .filter(c -> c.getDefaultFractionDigits() >= 0);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * Reads a provider's decimal, such as {@code 12.50}.
   *
   * @return empty when it is none, or finer than the currency
   */
  public static Optional<Money> decimal(String text, Currency currency) {
    try {
      BigDecimal value = new BigDecimal(text);
      return Optional.of(
          new Money(
              value.movePointRight(currency.getDefaultFractionDigits()).longValueExact(),
              currency));
    } catch (NumberFormatException e) {
      return Optional.empty();
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }

  /** Such as {@code 12.50}, {@code 250} for yen, {@code 2.500} for dinars of Kuwait. */
  public String decimal() {
    return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits()).toPlainString();
  }

  /** As people of this language write it, with the currency's sign. */
  public String text(Language language) {
    NumberFormat format = NumberFormat.getCurrencyInstance(language.locale());
    format.setCurrency(currency);
    boolean whole = minor % factor() == 0;
    format.setMinimumFractionDigits(whole ? 0 : currency.getDefaultFractionDigits());
    format.setMaximumFractionDigits(currency.getDefaultFractionDigits());
    return format.format(BigDecimal.valueOf(minor, currency.getDefaultFractionDigits()));
  }

  public Money negated() {
    return new Money(Math.negateExact(minor), currency);
  }

  /**
   * @throws IllegalArgumentException for another currency
   */
  public Money plus(Money other) {
    if (!other.currency.equals(currency)) {
      throw new IllegalArgumentException(currency + " and " + other.currency);
    }
    return new Money(Math.addExact(minor, other.minor), currency);
  }

  public boolean isZero() {
    return minor == 0;
  }

  private long factor() {
    return Bounds.factor(currency);
  }

  @Override
  public String toString() {
    return decimal() + " " + currency;
  }
}
