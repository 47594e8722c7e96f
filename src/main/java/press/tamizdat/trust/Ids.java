package press.tamizdat.trust;

import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Ids that say nothing and cannot be guessed: 128 bits as 26 characters of {@code [a-z2-7]}. */
public final class Ids {
  /** Characters of an id. */
  public static final int LENGTH = 26;

  private static final Pattern ID = Pattern.compile("[a-z2-7]{" + LENGTH + "}");

  private Ids() {}

  /**
   * @param random must be a source that nobody can foresee
   */
  public static String next(RandomGenerator random) {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return Base32.encode(bytes);
  }

  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }
}
