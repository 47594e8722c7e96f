package press.tamizdat.platform.mail;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The address of a mailbox: a dot-string before the {@code @} (RFC 5321 §4.1.2, with letters of any
 * script as in RFC 6531 §3.3) and a domain of at least two labels, kept as A-labels (RFC 5890).
 *
 * <p>Stricter than the RFC: no quoted local part, no address literal, and nothing that only looks
 * like another character, because what somebody typed so is a slip or a trick.
 *
 * @param local as it was typed: only its host knows whether case matters
 * @param domain in lower case and ASCII
 */
public record MailAddress(String local, String domain) {
  /** Octets before the {@code @} (RFC 5321 §4.5.3.1.1). */
  private static final int MOST_LOCAL = 64;

  /** Octets of the whole: a path of 256 less its brackets (§4.5.3.1.3). */
  private static final int MOST = 254;

  private static final Pattern DOMAIN =
      Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?");
  private static final String ATEXT = "!#$%&'*+-/=?^_`{|}~";

  /** What IDNA2003, which Java has, turns into other letters, and so into another domain. */
  private static final Pattern DEVIATES = Pattern.compile("[\u00df\u1e9e\u03c2\u200c\u200d]");

  private static final Set<String> GOOGLE = Set.of("gmail.com", "googlemail.com");

  /** Reads what somebody typed; spaces around it do not matter. */
  public static Optional<MailAddress> parse(String typed) {
    if (typed.length() > 2 * MOST) {
      return Optional.empty();
    }
    String text = Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
    int at = text.lastIndexOf('@');
    if (at < 1) {
      return Optional.empty();
    }
    String local = text.substring(0, at);
    return domain(text.substring(at + 1))
        .filter(domain -> isLocal(local))
        .map(domain -> new MailAddress(local, domain))
        .filter(address -> octets(address.text()) <= MOST);
  }

  private static boolean isLocal(String local) {
    return octets(local) <= MOST_LOCAL
        && !local.startsWith(".")
        && !local.endsWith(".")
        && !local.contains("..")
        && Normalizer.isNormalized(local, Normalizer.Form.NFKC)
        && local.codePoints().allMatch(c -> c == '.' || isAtom(c));
  }

  private static boolean isAtom(int c) {
    if (c < 0x80) {
      return Character.isLetterOrDigit(c) || ATEXT.indexOf(c) >= 0;
    }
    return switch (Character.getType(c)) {
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER,
          Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK ->
          true;
      default -> false; // other scripts' digits, signs, spaces, marks of direction
    };
  }

  private static Optional<String> domain(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (DEVIATES.matcher(lower).find()
        || !Normalizer.isNormalized(lower, Normalizer.Form.NFKC)
        || !lower.codePoints().allMatch(c -> c == '.' || c == '-' || isDomainLetter(c))) {
      return Optional.empty();
    }
    try {
      String ascii = IDN.toASCII(lower, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
      return Optional.of(ascii).filter(d -> octets(d) <= 253 && DOMAIN.matcher(d).matches());
    } catch (IllegalArgumentException notADomain) {
      return Optional.empty();
    }
  }

  private static boolean isDomainLetter(int c) {
    return c < 0x80 ? c != '_' && Character.isLetterOrDigit(c) : isAtom(c);
  }

  private static int octets(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** As it stands in a path and in {@code To:}. */
  public String text() {
    return local + "@" + domain;
  }

  /** Whether only relays with SMTPUTF8 (RFC 6531) can carry mail to it. */
  public boolean isInternational() {
    return octets(local) != local.length();
  }

  /**
   * The mailbox behind the many ways to write it: without case, without what follows {@code +}, and
   * at Google without dots. For limits, never to send to.
   */
  public String bare() {
    String lower = local.toLowerCase(Locale.ROOT);
    int plus = lower.indexOf('+');
    String untagged = plus > 0 ? lower.substring(0, plus) : lower;
    return GOOGLE.contains(domain)
        ? untagged.replace(".", "") + "@gmail.com"
        : untagged + "@" + domain;
  }

  /** Says nothing of whose it is. */
  @Override
  public String toString() {
    return "[address]";
  }
}
