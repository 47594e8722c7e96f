package press.tamizdat.platform.mail;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A relay whose address nobody knows yet is trusted with a little more every day.
 *
 * @param since the day on which it began (UTC)
 * @param first mails on that day
 * @param growth each day so many times the day before, such as 1.5
 */
public record WarmUp(LocalDate since, long first, double growth) {
  private static final double ENOUGH = 1e12;

  public WarmUp {
    if (first < 1 || growth <= 1) {
      throw new IllegalArgumentException("a warm-up begins with one mail or more, and grows");
    }
  }

  /** How many mails on a day, at most. */
  public long most(LocalDate day) {
    long days = Math.max(0, ChronoUnit.DAYS.between(since, day));
    return (long) Math.min(ENOUGH, first * Math.pow(growth, (double) days));
  }
}
