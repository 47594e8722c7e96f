package press.tamizdat.support.pledge;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import press.tamizdat.platform.text.Language;
import press.tamizdat.support.Frequency;
import press.tamizdat.support.Money;
import press.tamizdat.support.till.Held;

/**
 * What a reader promised, and what came of it.
 *
 * @param amount of one payment
 * @param till where it is collected now, by its name in the settings
 * @param subscription the till's own id of what recurs; empty while unknown or forgotten
 * @param session the till's own id of the newest time it was begun; empty likewise
 * @param attempt the number of the newest time it was begun
 * @param month in which it was begun
 * @param over the month in which it was cancelled or ended
 * @param paid so far, in its currency
 * @param times how often it was paid
 * @param refunded what went back
 * @param disputed what banks took back
 * @param wantsReceipt whether there is a sealed address
 * @param since when it was begun; the epoch once that is forgotten
 */
public record Pledge(
    String id,
    Frequency frequency,
    Money amount,
    String till,
    String subscription,
    String session,
    int attempt,
    PledgeState state,
    Language language,
    YearMonth month,
    Optional<YearMonth> over,
    Money paid,
    int times,
    Money refunded,
    Money disputed,
    boolean wantsReceipt,
    Instant since) {

  /** As the till knows it. */
  Held held() {
    return new Held(id, frequency, amount, session, subscription, since);
  }
}
