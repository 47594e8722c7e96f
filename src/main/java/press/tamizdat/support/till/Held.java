package press.tamizdat.support.till;

import java.time.Instant;
import press.tamizdat.support.Frequency;
import press.tamizdat.support.Money;

/**
 * A pledge that a till holds.
 *
 * @param session the till's id of the session or order it was begun with; or empty
 * @param subscription the till's id of what recurs; or empty
 * @param since when it was begun
 */
public record Held(
    String pledge,
    Frequency frequency,
    Money amount,
    String session,
    String subscription,
    Instant since) {}
