package press.tamizdat.article.published;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import press.tamizdat.article.published.Publication.Appeal;
import press.tamizdat.platform.text.Language;

/**
 * How readers fund the publication, as the newsroom has set it. Amounts are whole minor units of
 * their currency (ISO 4217).
 *
 * @param purses one a currency; the first is what a reader sees first
 * @param frequency that is chosen beforehand: {@code once}, {@code monthly} or {@code annual}
 * @param methods in their order; nobody is asked for money where there is none
 * @param fee what providers keep of a payment, in hundredths of a percent: 290 is 2.9 %
 * @param countries whose readers are warned
 * @param quietDays how long the banner keeps quiet for who has given or will be reminded
 * @param mail whether receipts and reminders by mail are offered
 * @param campaigns may lie in the past or ahead, and never at one time
 */
public record Support(
    List<Purse> purses,
    String frequency,
    List<Method> methods,
    int fee,
    List<Country> countries,
    int quietDays,
    boolean mail,
    List<Campaign> campaigns) {
  /** The words for how often somebody gives, as forms and settings have them. */
  public static final List<String> FREQUENCIES = List.of("once", "monthly", "annual");

  /** A publication that asks nobody for money. */
  public static final Support NONE =
      new Support(List.of(), "monthly", List.of(), 0, List.of(), 30, false, List.of());

  private static final int WHOLE = 10_000;

  /**
   * A currency and what is proposed in it.
   *
   * @param once proposed amounts; {@code monthly} and {@code annual} likewise
   * @param least that is taken
   * @param fee what providers keep of each payment beside the share of {@link Support#fee}
   */
  public record Purse(
      String currency,
      List<Long> once,
      List<Long> monthly,
      List<Long> annual,
      long least,
      long fee) {

    /** The amounts proposed for one of {@link Support#FREQUENCIES}. */
    public List<Long> proposed(String frequency) {
      return switch (frequency) {
        case "once" -> once;
        case "monthly" -> monthly;
        default -> annual;
      };
    }

    /** An amount as decimal text without a currency: {@code 5}, {@code 12.50}. */
    public String plain(long minor) {
      return Support.plain(minor, currency);
    }
  }

  /** By what a mark is drawn, and what is said about who keeps what. */
  public enum Mark {
    CARD,
    PAYPAL,
    BITCOIN,
    BANK,
    /** No money moves. */
    PRACTICE;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Mark> of(String word) {
      return Arrays.stream(values()).filter(m -> m.word().equals(word)).findFirst();
    }
  }

  /**
   * A way to pay.
   *
   * @param till its name in the operator's settings
   * @param provider who carries it out, such as {@code Stripe}; empty for a bank transfer
   * @param statement what stands on the payer's bank statement
   */
  public record Method(String till, Mark mark, String provider, String statement) {}

  /**
   * A country in which giving is a danger.
   *
   * @param code ISO 3166-1, two capital letters
   * @param language of the warning, which readers see in it whatever they read
   * @param warning empty for the program's own words
   * @param refused whether cards issued there are turned away
   */
  public record Country(String code, Language language, String warning, boolean refused) {}

  /**
   * A time in which the paper asks with other words.
   *
   * @param from its first day, {@code to} its last, in the publication's zone
   * @param goal 0 for none
   * @param currency of the goal
   * @param texts by language; where one is missing, the usual appeal stands
   * @param raised of the goal, as far as readers are told; never part of what is set
   */
  public record Campaign(
      String slug,
      LocalDate from,
      LocalDate to,
      long goal,
      String currency,
      Map<Language, Appeal> texts,
      long raised) {

    public boolean runs(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(to);
    }

    public Campaign withRaised(long amount) {
      return new Campaign(slug, from, to, goal, currency, texts, amount);
    }

    /** Between 0 and 100; more than the goal is all of it. */
    public int percent() {
      return goal <= 0 ? 0 : Math.clamp(raised * 100 / goal, 0, 100);
    }
  }

  /** Whether readers are asked at all. */
  public boolean isOpen() {
    return !purses.isEmpty() && !methods.isEmpty();
  }

  public Optional<Purse> purse(String currency) {
    return purses.stream().filter(p -> p.currency().equals(currency)).findFirst();
  }

  public Optional<Method> method(String till) {
    return methods.stream().filter(m -> m.till().equals(till)).findFirst();
  }

  public Optional<Campaign> campaign(String slug) {
    return campaigns.stream().filter(c -> c.slug().equals(slug)).findFirst();
  }

  /** The campaign that pages show: there is at most one, see {@link Publication#on}. */
  public Optional<Campaign> running() {
    return campaigns.stream().findFirst();
  }

  /** The countries whose cards are turned away. */
  public List<String> refusedCountries() {
    return countries.stream().filter(Country::refused).map(Country::code).toList();
  }

  /**
   * What must be paid for an amount to arrive whole: so much more that the fees, which are taken of
   * the larger sum, come to no more than what was added.
   */
  public long withFees(long minor, String currency) {
    long fixed = purse(currency).map(Purse::fee).orElse(0L);
    return BigDecimal.valueOf(Math.addExact(minor, fixed))
        .multiply(BigDecimal.valueOf(WHOLE))
        .divide(BigDecimal.valueOf(WHOLE - fee), 0, RoundingMode.CEILING)
        .longValueExact();
  }

  Support on(LocalDate day) {
    return withCampaigns(campaigns.stream().filter(c -> c.runs(day)).limit(1).toList());
  }

  public Support withCampaigns(List<Campaign> others) {
    return new Support(purses, frequency, methods, fee, countries, quietDays, mail, others);
  }

  /**
   * An amount as decimal text, in Latin digits, with a full stop, and no more of it than needed.
   */
  public static String plain(long minor, String currency) {
    int digits = digits(currency);
    BigDecimal value = BigDecimal.valueOf(minor, digits);
    return value.stripTrailingZeros().scale() <= 0
        ? value.setScale(0, RoundingMode.UNNECESSARY).toPlainString()
        : value.toPlainString();
  }

  /**
   * The other way round.
   *
   * @throws IllegalArgumentException for what is no amount in this currency
   */
  public static long minor(String plain, String currency) {
    try {
      return new BigDecimal(plain.strip()).movePointRight(digits(currency)).longValueExact();
    } catch (ArithmeticException | NumberFormatException e) {
      throw new IllegalArgumentException("must be an amount in " + currency + ", such as 5", e);
    }
  }

  /** How many digits follow the point; none for a currency that nobody pays in. */
  private static int digits(String currency) {
    return isCurrency(currency) ? Currency.getInstance(currency).getDefaultFractionDigits() : 0;
  }

  public static boolean isCurrency(String code) {
    return Currency.getAvailableCurrencies().stream()
        .anyMatch(c -> c.getCurrencyCode().equals(code) && c.getDefaultFractionDigits() >= 0);
  }
}
