package press.tamizdat.platform.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a request says about the copy that it has already (RFC 9110 §13.1). */
final class Precondition {
  private static final Pattern TAG = Pattern.compile("(?:W/)?(\"[\\x21\\x23-\\x7e\\x80-\\xff]*\")");

  private Precondition() {}

  /** If-None-Match: weak comparison, a list or {@code *}. */
  static boolean hasAlready(String ifNoneMatch, String tag) {
    if (ifNoneMatch.equals("*")) {
      return true;
    }
    Matcher tags = TAG.matcher(ifNoneMatch);
    while (tags.find()) {
      if (tags.group(1).equals(tag)) {
        return true;
      }
    }
    return false;
  }

  /**
   * If-Range: strong comparison; a date never matches, for no answer of ours has one to compare.
   */
  static boolean isOfSame(String ifRange, String tag) {
    return ifRange.isEmpty() || ifRange.equals(tag);
  }
}
