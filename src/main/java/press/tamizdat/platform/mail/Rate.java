package press.tamizdat.platform.mail;

import java.time.Duration;

/** So many mails in such a time, spread evenly. */
public record Rate(long mails, Duration per) {
  public Rate {
    if (mails < 1 || per.isZero() || per.isNegative()) {
      throw new IllegalArgumentException("a rate is one mail or more in some time");
    }
  }

  public static Rate perHour(long mails) {
    return new Rate(mails, Duration.ofHours(1));
  }

  public static Rate perMinute(long mails) {
    return new Rate(mails, Duration.ofMinutes(1));
  }

  /** From one mail to the next. */
  long nanosEach() {
    return Math.max(1, per.toNanos() / mails);
  }
}
