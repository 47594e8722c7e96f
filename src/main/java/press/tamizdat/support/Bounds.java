package press.tamizdat.support;

import java.util.Currency;
import java.util.Map;

/** The least and the most that is taken at once, by currency. */
public final class Bounds {
  /**
   * In whole units, where two of the currency are less than any provider moves (about half a euro).
   */
  private static final Map<String, Long> LEAST =
      Map.ofEntries(
          Map.entry("AMD", 1_000L),
          Map.entry("ARS", 1_000L),
          Map.entry("BDT", 200L),
          Map.entry("CLP", 2_000L),
          Map.entry("COP", 5_000L),
          Map.entry("CZK", 50L),
          Map.entry("HUF", 500L),
          Map.entry("IDR", 20_000L),
          Map.entry("INR", 100L),
          Map.entry("IRR", 1_000_000L),
          Map.entry("ISK", 200L),
          Map.entry("JPY", 200L),
          Map.entry("KRW", 2_000L),
          Map.entry("KZT", 500L),
          Map.entry("LBP", 100_000L),
          Map.entry("PYG", 10_000L),
          Map.entry("RSD", 200L),
          Map.entry("RUB", 100L),
          Map.entry("THB", 50L),
          Map.entry("TRY", 50L),
          Map.entry("UAH", 50L),
          Map.entry("UGX", 5_000L),
          Map.entry("UZS", 20_000L),
          Map.entry("VND", 20_000L),
          Map.entry("XAF", 1_000L),
          Map.entry("XOF", 1_000L));

  /** Eight digits of minor units are what the card networks carry; of whole units, twelve. */
  private static final long MOST_MINOR = 99_999_999;

  private static final long MOST_OF_LITTLE_WORTH = 999_999_999;

  private Bounds() {}

  /** The least that is taken: 2.00 of the currency, more where that is next to nothing. */
  public static Money least(Currency currency) {
    return new Money(
        LEAST.getOrDefault(currency.getCurrencyCode(), 2L) * factor(currency), currency);
  }

  /** The most that is taken at once. */
  public static Money most(Currency currency) {
    boolean littleWorth = LEAST.getOrDefault(currency.getCurrencyCode(), 2L) >= 1_000;
    return new Money(littleWorth ? MOST_OF_LITTLE_WORTH : MOST_MINOR, currency);
  }

  static long factor(Currency currency) {
    long factor = 1;
    for (int i = 0; i < currency.getDefaultFractionDigits(); i++) {
      factor *= 10;
    }
    return factor;
  }
}
