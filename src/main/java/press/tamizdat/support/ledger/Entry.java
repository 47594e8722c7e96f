package press.tamizdat.support.ledger;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import press.tamizdat.support.Money;

/**
 * One thing that happened to money.
 *
 * @param key what it is, once and for all: the same happening always has the same key
 * @param postings sorted by account and currency; they sum to zero in each currency
 */
public record Entry(String key, YearMonth month, List<Posting> postings) {
  /**
   * @param amount above zero to the debit side, below to the credit side
   */
  public record Posting(Account account, Money amount) {}

  public Entry {
    if (!key.matches("[a-z0-9]{1,64}")) {
      throw new IllegalArgumentException("not the key of an entry: " + key);
    }
    Map<String, Long> sums = new TreeMap<>();
    postings.forEach(
        p ->
            sums.merge(
                p.amount().currency().getCurrencyCode(), p.amount().minor(), Math::addExact));
    if (postings.isEmpty() || sums.values().stream().anyMatch(sum -> sum != 0)) {
      throw new IllegalArgumentException("an entry that does not balance: " + sums);
    }
    postings =
        postings.stream()
            .sorted(
                Comparator.comparing(Posting::account)
                    .thenComparing(p -> p.amount().currency().getCurrencyCode()))
            .toList();
  }

  /** An amount from one account to another. */
  public static Entry of(String key, YearMonth month, Account debit, Account credit, Money amount) {
    return new Entry(
        key, month, List.of(new Posting(debit, amount), new Posting(credit, amount.negated())));
  }

  /** The bytes that are hashed, as text; docs/ledger.md explains each line. */
  String canonical(long number, String previous) {
    StringBuilder text = new StringBuilder("tamizdat-ledger-1\n");
    text.append(number).append('\n');
    text.append(previous).append('\n');
    text.append(key).append('\n');
    text.append(month).append('\n');
    for (Posting posting : postings) {
      text.append(posting.account()).append(' ');
      text.append(posting.amount().currency()).append(' ');
      text.append(posting.amount().minor()).append('\n');
    }
    return text.toString();
  }
}
