package press.tamizdat.support.till;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import press.tamizdat.trust.Sha256;

/**
 * A creditor reference (ISO 11649): {@code RF}, two check digits, and here always twelve of {@code
 * A-Z} and {@code 2-7}. One mistyped character does not make another one.
 */
final class Reference {
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int LENGTH = 12;
  private static final Pattern OURS = Pattern.compile("RF[0-9]{2}[A-Z2-7]{" + LENGTH + "}");
  private static final BigInteger MODULUS = BigInteger.valueOf(97);

  private Reference() {}

  /** The reference of one attempt to pay a pledge. */
  static String of(String pledge, int attempt) {
    byte[] digest =
        Sha256.of(("reference\n" + pledge + "\n" + attempt).getBytes(StandardCharsets.UTF_8))
            .bytes();
    BigInteger bits = new BigInteger(1, digest);
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      code.append(LETTERS.charAt(bits.shiftRight(5 * i).intValue() & 31));
    }
    int check = 98 - remainder(code + "RF00");
    return "RF" + (check < 10 ? "0" : "") + check + code;
  }

  /** The first sound reference in what somebody wrote, however they set spaces. */
  static Optional<String> find(String text) {
    String close = text.toUpperCase(Locale.ROOT).replaceAll("[\\s./-]", "");
    Matcher matcher = OURS.matcher(close);
    for (int from = 0; matcher.find(from); from = matcher.start() + 1) {
      if (isSound(matcher.group())) {
        return Optional.of(matcher.group());
      }
    }
    return Optional.empty();
  }

  /** Whether the check digits are right, of a reference of any length. */
  static boolean isSound(String reference) {
    return reference.matches("RF[0-9]{2}[A-Z0-9]{1,21}")
        && remainder(reference.substring(4) + reference.substring(0, 4)) == 1;
  }

  /** In groups of four, as people read it. */
  static String spaced(String reference) {
    return reference.replaceAll("(.{4})(?=.)", "$1 ");
  }

  /** ISO 7064 MOD 97-10, letters as 10 to 35. */
  private static int remainder(String text) {
    StringBuilder digits = new StringBuilder();
    text.chars().forEach(c -> digits.append(Character.digit(c, 36)));
    return new BigInteger(digits.toString()).mod(MODULUS).intValue();
  }

  /** Whether the check digits of an IBAN (ISO 13616) are right. */
  static boolean isIban(String iban) {
    return iban.matches("[A-Z]{2}[0-9]{2}[A-Z0-9]{10,30}")
        && remainder(iban.substring(4) + iban.substring(0, 4)) == 1;
  }
}
