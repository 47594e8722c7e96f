package press.tamizdat.support.ledger;

import java.util.regex.Pattern;
import press.tamizdat.support.Frequency;

/**
 * An account, named by its path: {@code income/card/monthly}, {@code receivable/card}.
 *
 * @param path its parts of {@code a-z}, {@code 0-9} and hyphens, with slashes between
 */
public record Account(String path) implements Comparable<Account> {
  private static final Pattern PATH = Pattern.compile("[a-z][a-z0-9-]*(/[a-z0-9][a-z0-9-]*)*");

  public Account {
    if (!PATH.matcher(path).matches()) {
      throw new IllegalArgumentException("not the path of an account: " + path);
    }
  }

  /** What readers gave; grows to the credit side. */
  public static Account income(String till, Frequency frequency) {
    return new Account("income/" + till + "/" + frequency.word());
  }

  /** What lies at the till, or what the till owes; grows to the debit side. */
  public static Account receivable(String till) {
    return new Account("receivable/" + till);
  }

  /** What the till has paid out to the newsroom's bank account; grows to the debit side. */
  public static Account bank(String till) {
    return new Account("bank/" + till);
  }

  /** What the till kept for itself. */
  public static Account fees(String till) {
    return new Account("fees/" + till);
  }

  /** What was given back because the newsroom or the supporter wanted it. */
  public static Account refunds(String till) {
    return new Account("refunds/" + till);
  }

  /** What a bank took back. */
  public static Account disputes(String till) {
    return new Account("disputes/" + till);
  }

  @Override
  public int compareTo(Account other) {
    return path.compareTo(other.path);
  }

  @Override
  public String toString() {
    return path;
  }
}
