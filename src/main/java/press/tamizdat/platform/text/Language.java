package press.tamizdat.platform.text;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A language, by its BCP 47 tag in lower case: {@code en}, {@code ru}, {@code fa}.
 *
 * <p>Only a language subtag with an optional region is taken, because the tag is also the first
 * folder of every page's path.
 */
public record Language(String tag) implements Comparable<Language> {
  private static final Pattern TAG = Pattern.compile("[a-z]{2,3}(-[a-z0-9]{2,4})?");
  private static final Set<String> RIGHT_TO_LEFT =
      Set.of("ar", "fa", "he", "ur", "ps", "ckb", "yi", "dv", "ug");

  public Language {
    if (!TAG.matcher(tag).matches()) {
      throw new IllegalArgumentException("not a language tag such as en, ru or pt-br: " + tag);
    }
  }

  /** Whether it is written from right to left. */
  public boolean rightToLeft() {
    return RIGHT_TO_LEFT.contains(locale().getLanguage());
  }

  /** {@code rtl} or {@code ltr}, as the HTML attribute {@code dir} has it. */
  public String direction() {
    return rightToLeft() ? "rtl" : "ltr";
  }

  public Locale locale() {
    return Locale.forLanguageTag(tag);
  }

  @Override
  public int compareTo(Language other) {
    return tag.compareTo(other.tag);
  }

  @Override
  public String toString() {
    return tag;
  }
}
