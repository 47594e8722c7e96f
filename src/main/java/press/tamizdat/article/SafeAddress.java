package press.tamizdat.article;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses that may stand in an article: http, https, mailto (links only), {@code photo:ID}
 * (pictures only), or relative within the site.
 *
 * <p>What tells the other end where a reader came from is cut off links: {@code utm_} parameters
 * and click identifiers.
 */
final class SafeAddress {
  private static final Pattern SCHEME = Pattern.compile("^([a-zA-Z][a-zA-Z0-9+.-]*):");
  private static final Pattern TRACKING =
      Pattern.compile(
          "(?<=[?&])(utm_[a-z_]+|fbclid|gclid|yclid|mc_cid|mc_eid|igshid)=[^&#]*&?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PHOTO = Pattern.compile("photo:[A-Za-z0-9_-]{1,64}");

  private SafeAddress() {}

  static Optional<String> ofLink(String raw) {
    return of(raw, Set.of("http", "https", "mailto"))
        .map(a -> TRACKING.matcher(a).replaceAll("").replaceFirst("[?&]+(?=#|$)", ""))
        .filter(a -> !a.isEmpty());
  }

  static Optional<String> ofPicture(String raw) {
    if (PHOTO.matcher(raw.strip()).matches()) {
      return Optional.of(raw.strip());
    }
    return of(raw, Set.of("http", "https")).filter(a -> !a.startsWith("#"));
  }

  private static Optional<String> of(String raw, Set<String> schemes) {
    // Browsers skip control characters inside an address, so that "java\nscript:" runs.
    String address = raw.replaceAll("[\\p{Cntrl}\\u200b\\ufeff]", "").strip().replace(" ", "%20");
    if (address.startsWith("//")) {
      address = "https:" + address;
    }
    if (address.isEmpty() || address.contains("\\") || address.length() > 2000) {
      return Optional.empty();
    }
    Matcher scheme = SCHEME.matcher(address);
    if (scheme.find()) {
      String name = scheme.group(1).toLowerCase(Locale.ROOT);
      boolean hasMore = address.length() > scheme.end() + (name.equals("mailto") ? 0 : 2);
      return schemes.contains(name) && hasMore
          ? Optional.of(name + address.substring(scheme.end() - 1))
          : Optional.empty();
    }
    // "javascript&colon;" and its like have no scheme that we can read; a colon before the first
    // slash is never needed in a relative address.
    return address.split("[/?#]", 2)[0].contains(":") ? Optional.empty() : Optional.of(address);
  }
}
