package press.tamizdat.support.till;

import java.util.Locale;

/**
 * A provider as it stands on the bank's statement when it pays out.
 *
 * @param till whose money it is
 * @param words that are in its name there, in any case
 * @param tells whether the till itself tells of each payout; where it does not, the bank's line is
 *     booked
 */
record Payer(String till, String words, boolean tells) {
  boolean isCalled(String name) {
    return name.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
  }
}
