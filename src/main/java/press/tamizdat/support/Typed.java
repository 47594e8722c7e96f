package press.tamizdat.support;

import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import press.tamizdat.platform.text.Language;

/**
 * What a person typed as an amount.
 *
 * <p>Digits of any script, spaces, and the marks of the language: in English {@code 1,234.50}, in
 * Russian {@code 1 234,50}, in Persian {@code ۱٬۲۳۴٫۵۰}. Where a mark could mean a thousand or a
 * fraction, nothing is guessed: it would be wrong by a thousand times.
 */
public sealed interface Typed {
  record Amount(Money money) implements Typed {}

  /**
   * @param bound the least or the most, where that is the reason
   */
  record Refused(Why why, Optional<Money> bound) implements Typed {}

  /** Why an amount is not taken. */
  enum Why {
    EMPTY,
    UNKNOWN_CURRENCY,
    NOT_A_NUMBER,
    UNCLEAR,
    NEGATIVE,
    TOO_FINE,
    TOO_LITTLE,
    TOO_MUCH;

    /** Of the sentence for the reader, in {@code messages/till}. */
    public String messageKey() {
      return "amount." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Grouped digits, then perhaps a mark and more digits. */
  Pattern SHAPE = Pattern.compile("([0-9][0-9 ,.']*?)(?:([,.])([0-9]+))?");

  Pattern GROUPED = Pattern.compile("[0-9]{1,3}([ ,.'])[0-9]{3}(\\1[0-9]{3})*");
  Pattern PLAIN = Pattern.compile("[0-9]+");

  /** Longer than any amount; a guard against texts that are none. */
  int LONGEST = 40;

  /** Reads an amount in the currency of this code. */
  static Typed read(String text, String currencyCode, Language language) {
    Optional<Currency> currency = Money.currency(currencyCode);
    if (currency.isEmpty()) {
      return refused(Why.UNKNOWN_CURRENCY);
    }
    if (text.isBlank()) {
      return refused(Why.EMPTY);
    }
    if (text.length() > LONGEST) {
      return refused(Why.NOT_A_NUMBER);
    }
    String plain = plain(text, currency.get(), language);
    if (plain.matches("-[0-9].*")) {
      return refused(Why.NEGATIVE);
    }
    Matcher shape = SHAPE.matcher(plain);
    if (!shape.matches()) {
      return refused(Why.NOT_A_NUMBER);
    }
    return number(plain, shape, currency.get(), language);
  }

  private static Typed number(String plain, Matcher shape, Currency currency, Language language) {
    String whole = shape.group(1).strip();
    String mark = Optional.ofNullable(shape.group(2)).orElse("");
    String fraction = Optional.ofNullable(shape.group(3)).orElse("");
    boolean looksGrouped = fraction.length() == 3 && GROUPED.matcher(plain).matches();
    if (looksGrouped && !isDecimalMark(mark, language) && !whole.startsWith("0")) {
      return bounded(plain.replaceAll("[ ,.']", ""), "", currency);
    }
    boolean sound = PLAIN.matcher(whole).matches() || GROUPED.matcher(whole).matches();
    if (!sound || (!mark.isEmpty() && whole.contains(mark))) {
      return refused(Why.UNCLEAR);
    }
    String digits = fraction.replaceAll("0+$", "");
    if (looksGrouped && fraction.length() > currency.getDefaultFractionDigits()) {
      return refused(Why.UNCLEAR);
    }
    if (digits.length() > currency.getDefaultFractionDigits()) {
      return refused(Why.TOO_FINE);
    }
    return bounded(whole.replaceAll("[ ,.']", ""), digits, currency);
  }

  private static Typed bounded(String whole, String fraction, Currency currency) {
    Money most = Bounds.most(currency);
    String digits =
        whole.replaceAll("^0+", "")
            + fraction
            + "0".repeat(currency.getDefaultFractionDigits() - fraction.length());
    if (digits.length() > 18) {
      return new Refused(Why.TOO_MUCH, Optional.of(most));
    }
    return bounded(new Money(digits.isEmpty() ? 0 : Long.parseLong(digits), currency));
  }

  /** An amount, if it is neither too little nor too much. */
  static Typed bounded(Money money) {
    Money most = Bounds.most(money.currency());
    Money least = Bounds.least(money.currency());
    if (money.minor() < least.minor()) {
      return new Refused(Why.TOO_LITTLE, Optional.of(least));
    }
    if (money.minor() > most.minor()) {
      return new Refused(Why.TOO_MUCH, Optional.of(most));
    }
    return new Amount(money);
  }

  /** ASCII digits and marks, without the sign of the currency itself. */
  private static String plain(String text, Currency currency, Language language) {
    StringBuilder plain = new StringBuilder();
    text.codePoints().forEach(c -> plain.append(ascii(c)));
    String bare = plain.toString().replace(currency.getSymbol(language.locale()), "").strip();
    bare = bare.replace(currency.getSymbol(Locale.ROOT), "").replace(shortSign(currency), "");
    return bare.strip().replaceAll(" +", " ");
  }

  private static String shortSign(Currency currency) {
    return switch (currency.getCurrencyCode()) {
      case "USD", "CAD", "AUD", "NZD" -> "$";
      case "EUR" -> "€";
      case "GBP" -> "£";
      case "JPY" -> "¥";
      case "RUB" -> "₽";
      default -> currency.getCurrencyCode();
    };
  }

  private static String ascii(int c) {
    int digit = Character.isDigit(c) ? Character.digit(c, 10) : -1;
    if (digit >= 0) {
      return String.valueOf(digit);
    }
    return switch (c) {
      case 0x066B -> "."; // Arabic decimal separator
      case 0x066C, 0x060C -> ","; // Arabic thousands separator; Arabic comma
      case 0x2019, '\'' -> "'";
      case 0x2212, 0x2013, 0xFE63, 0xFF0D -> "-";
      case 0x200E, 0x200F, 0x061C, 0x2066, 0x2067, 0x2068, 0x2069, 0x202A, 0x202B, 0x202C -> "";
      default ->
          Character.isSpaceChar(c) || Character.isWhitespace(c) ? " " : Character.toString(c);
    };
  }

  /** In Persian and Arabic the comma groups, as in English. */
  private static boolean isDecimalMark(String mark, Language language) {
    return switch (language.locale().getLanguage()) {
      case "en", "fa", "ar", "he", "zh", "ja", "ko", "hi", "th" -> mark.equals(".");
      default -> mark.equals(",");
    };
  }

  private static Typed refused(Why why) {
    return new Refused(why, Optional.empty());
  }
}
