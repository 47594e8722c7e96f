package press.tamizdat.arrival;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parts what a caption says from who made the picture and under which licence. */
record Credits(String caption, String credit, String licence) {
  static final Credits NONE = new Credits("", "", "");

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final String LABEL =
      "(?:photo(?:graph)?s?|image|picture|credit|фото|фотография|снимок|источник фото|світлина|foto|bild|عکس)";
  private static final Pattern LABELLED =
      Pattern.compile("^" + LABEL + "\\s*(?:credit)?\\s*(?::|by\\s)\\s*", FLAGS);
  private static final Pattern AT_END =
      Pattern.compile(
          "^(.*?)[\\s(\\[|/–—-]*(?<![\\p{L}])("
              + LABEL
              + "\\s*(?:credit)?\\s*(?::|\\sby\\s).{2,80}?)[)\\]]?$",
          FLAGS);
  private static final Pattern AFTER_SLASH = Pattern.compile("^(.+?[.!?…»”\"])\\s+/\\s+(.{2,60})$");
  private static final Pattern IN_BRACKETS =
      Pattern.compile("^(.+)\\s[(\\[]([^()\\[\\]]{2,60}(?::|/|©)[^()\\[\\]]{1,60})[)\\]]$");
  private static final Pattern AFTER_SIGN = Pattern.compile("^(.*?)\\s*[|/]?\\s*(©.{2,80})$");
  private static final Pattern LICENCE =
      Pattern.compile("\\b(CC0|CC BY(?:-[A-Z]{2}){0,2}(?: \\d\\.\\d)?|Public domain)\\b", FLAGS);

  /** A caption in which the credit may be anywhere. */
  static Credits of(String caption) {
    for (Pattern pattern : new Pattern[] {AT_END, AFTER_SLASH, IN_BRACKETS, AFTER_SIGN}) {
      Matcher m = pattern.matcher(caption);
      if (m.matches()) {
        return of(m.group(1), m.group(2));
      }
    }
    return of(caption, "");
  }

  /** A caption beside a credit that is marked as one. */
  static Credits of(String caption, String credit) {
    String bare = LABELLED.matcher(credit.strip()).replaceFirst("");
    bare = bare.replaceFirst("^©\\s*", "").replaceFirst("[,;|]\\s*$", "").strip();
    Optional<String> licence = licence(credit + " " + caption);
    return new Credits(caption.strip(), bare, licence.orElse(""));
  }

  /** Whether a line is nothing but a credit, such as "Photo: A. Maker". */
  static boolean isCreditLine(String line) {
    return line.length() <= 120 && LABELLED.matcher(line).find();
  }

  private static Optional<String> licence(String text) {
    Matcher m = LICENCE.matcher(text);
    return m.find() ? Optional.of(m.group(1)) : Optional.empty();
  }
}
