package press.tamizdat.platform.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Words for addresses: lower-case Latin letters, digits and hyphens, at most 60 characters,
 * readable in any script's origin.
 */
public final class Slugs {
  private static final int LONGEST = 60;
  private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Map<Character, String> LETTERS =
      Map.ofEntries(
          row("а", "a"),
          row("б", "b"),
          row("в", "v"),
          row("г", "g"),
          row("д", "d"),
          row("е", "e"),
          row("ё", "yo"),
          row("ж", "zh"),
          row("з", "z"),
          row("и", "i"),
          row("й", "y"),
          row("к", "k"),
          row("л", "l"),
          row("м", "m"),
          row("н", "n"),
          row("о", "o"),
          row("п", "p"),
          row("р", "r"),
          row("с", "s"),
          row("т", "t"),
          row("у", "u"),
          row("ф", "f"),
          row("х", "kh"),
          row("ц", "ts"),
          row("ч", "ch"),
          row("ш", "sh"),
          row("щ", "shch"),
          row("ъ", ""),
          row("ы", "y"),
          row("ь", ""),
          row("э", "e"),
          row("ю", "yu"),
          row("я", "ya"),
          row("і", "i"),
          row("ї", "yi"),
          row("є", "ye"),
          row("ґ", "g"),
          row("ў", "u"),
          row("ا", "a"),
          row("آ", "a"),
          row("ب", "b"),
          row("پ", "p"),
          row("ت", "t"),
          row("ث", "s"),
          row("ج", "j"),
          row("چ", "ch"),
          row("ح", "h"),
          row("خ", "kh"),
          row("د", "d"),
          row("ذ", "z"),
          row("ر", "r"),
          row("ز", "z"),
          row("ژ", "zh"),
          row("س", "s"),
          row("ش", "sh"),
          row("ص", "s"),
          row("ض", "z"),
          row("ط", "t"),
          row("ظ", "z"),
          row("ع", "a"),
          row("غ", "gh"),
          row("ف", "f"),
          row("ق", "gh"),
          row("ک", "k"),
          row("ك", "k"),
          row("گ", "g"),
          row("ل", "l"),
          row("م", "m"),
          row("ن", "n"),
          row("و", "v"),
          row("ه", "h"),
          row("ة", "h"),
          row("ی", "i"),
          row("ي", "i"),
          row("ß", "ss"),
          row("æ", "ae"),
          row("ø", "o"),
          row("đ", "d"),
          row("ł", "l"),
          row("ı", "i"),
          row("þ", "th"),
          row("œ", "oe"));

  private Slugs() {}

  private static Map.Entry<Character, String> row(String letter, String latin) {
    return Map.entry(letter.charAt(0), latin);
  }

  public static boolean isSlug(String text) {
    return text.length() <= LONGEST && SLUG.matcher(text).matches();
  }

  /** A slug of this text; {@code otherwise} where none of its letters is known. */
  public static String of(String text, String otherwise) {
    StringBuilder latin = new StringBuilder();
    for (char c :
        Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFC).toCharArray()) {
      String known = LETTERS.get(c);
      latin.append(known != null ? known : plain(c));
    }
    String slug = latin.toString().replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    if (slug.length() > LONGEST) {
      int end = slug.lastIndexOf('-', LONGEST);
      slug = slug.substring(0, end > LONGEST / 2 ? end : LONGEST);
    }
    return slug.isEmpty() ? otherwise : slug;
  }

  private static String plain(char c) {
    if (c == '\u200c' || c == '\'' || c == '\u2019') {
      return "";
    }
    return Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).replaceAll("\\p{M}", "");
  }
}
