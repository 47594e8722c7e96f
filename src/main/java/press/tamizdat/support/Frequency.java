package press.tamizdat.support;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How often a supporter pays. */
public enum Frequency {
  ONCE,
  MONTHLY,
  ANNUAL;

  /**
   * As it stands in forms, settings and accounts: {@code once}, {@code monthly}, {@code annual}.
   */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean recurs() {
    return this != ONCE;
  }

  public static Optional<Frequency> of(String word) {
    return Arrays.stream(values()).filter(f -> f.word().equals(word)).findFirst();
  }
}
