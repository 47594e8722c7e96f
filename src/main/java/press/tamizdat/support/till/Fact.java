package press.tamizdat.support.till;

import java.time.Instant;
import java.util.regex.Pattern;
import press.tamizdat.support.Money;

/**
 * One thing that is true at a till. Facts are a set: no order, and the same one twice is one.
 *
 * @param till by its name in the settings
 * @param key the same for the same thing, however it became known; different for any other
 * @param id the till's id of the thing itself: of a payment, a refund, a subscription
 * @param belongs the till's id of what it hangs on: of a refund its payment, of a payment its
 *     subscription; or empty
 * @param pledge the newsroom's own id, where the till sends it back; or empty
 * @param amount without meaning where nothing is paid
 * @param at of the thing itself by the till's clock, so that it does not depend on who told it
 */
public record Fact(
    String till,
    String key,
    What what,
    String id,
    String belongs,
    String pledge,
    Money amount,
    Instant at) {

  /** What kind of thing. */
  public enum What {
    /** A session, a subscription or an order has this id. */
    OPENED,
    /** Money has come in. */
    PAID,
    /** The till has kept some of it. */
    FEE,
    /** Money went back to the supporter. */
    REFUNDED,
    /** It did not get there and came back. */
    UNREFUNDED,
    /** A bank took it back. */
    TAKEN,
    /** The bank gave it back. */
    RETURNED,
    /** A payment that was due did not come. */
    FAILED,
    /** The subscription runs. */
    RUNS,
    /** The subscription takes nothing for now. */
    PAUSED,
    /** The subscription is behind with its payments. */
    BEHIND,
    /** The subscription is no more. */
    CANCELLED,
    /** Nobody paid, and nobody can any more. */
    LAPSED,
    /** The till has sent money of many to the newsroom's bank account, to arrive then. */
    PAYOUT,
    /** It did not arrive, and lies at the till again. */
    UNPAYOUT,
    /** The till has kept something that is not of one payment. */
    CHARGED,

    /** A payment was by a card of a country whose cards are to be turned away. */
    LISTED;

    /** Whether it is between the till and the newsroom alone, and of no supporter. */
    public boolean isOurs() {
      return this == PAYOUT || this == UNPAYOUT || this == CHARGED;
    }
  }

  private static final Pattern OPAQUE = Pattern.compile("[A-Za-z0-9_.:/+=-]{0,200}");

  /** An id that could be anything else is no id: an address, for instance, does not fit. */
  public Fact {
    for (String each : new String[] {key, id, belongs, pledge}) {
      if (!isOpaque(each)) {
        throw new IllegalArgumentException("not an opaque id at the till " + till);
      }
    }
  }

  /** Whether a text has the shape of an id: no spaces, no {@code @}. */
  public static boolean isOpaque(String text) {
    return OPAQUE.matcher(text).matches();
  }
}
