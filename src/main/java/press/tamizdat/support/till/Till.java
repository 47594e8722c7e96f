package press.tamizdat.support.till;

import java.net.URI;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import press.tamizdat.support.Frequency;
import press.tamizdat.support.Money;

/**
 * Where supporters pay. Every call may take until its time-out; nothing is thrown for what a
 * provider does.
 */
public interface Till {
  /** As the settings call it. */
  String name();

  /** Whether it can collect this currency so often. */
  boolean takes(Currency currency, Frequency frequency);

  /** Begins a payment; the same order a second time gives the same answer. */
  Begun begin(Order order);

  /** Changes what it holds. Asked a second time it changes nothing more. */
  Did change(Held held, Change change);

  /**
   * Gives a payment back.
   *
   * @param payment the till's id of it
   * @param key the same for the same refund
   */
  Did refund(String payment, Money amount, String key);

  /** Reads a message and checks that it is the provider's. */
  Heard hear(Hook hook);

  /**
   * Asks the provider what has happened, for whatever no message told.
   *
   * @param since the time up to which everything is known
   * @param open pledges of which the end is not known
   * @param heard whether an event of this number is known already
   */
  Heard recall(Instant since, List<Held> open, Predicate<String> heard);

  /**
   * Has the provider refuse cards that were issued in these countries, before anything is charged
   * or recorded; a till that has no way to do so does nothing.
   *
   * @param countries ISO 3166-1 alpha-2
   * @return what went wrong
   */
  default Optional<Failure> refuse(List<String> countries) {
    return Optional.empty();
  }

  /** What came of beginning. */
  sealed interface Begun {
    /** The browser goes to the provider. */
    record GoTo(URI where, String session, List<Fact> facts) implements Begun {}

    /**
     * The supporter pays by what a page of ours says.
     *
     * @param page such as {@code support/transfer.html}
     */
    record Show(String page, Map<String, String> fields, String session, List<Fact> facts)
        implements Begun {}

    record Failed(Failure failure) implements Begun {}
  }

  /** What is to change. */
  sealed interface Change {
    record Cancel() implements Change {}

    record Pause() implements Change {}

    record Resume() implements Change {}

    record Amount(Money amount) implements Change {}

    /** Pays what is due now, at a till that cannot take it by itself. */
    record Pay(Order order) implements Change {}
  }

  /** What came of a change. */
  sealed interface Did {
    record Done(List<Fact> facts) implements Did {}

    /** The provider wants a word from the supporter first. */
    record GoTo(URI where) implements Did {}

    record Failed(Failure failure) implements Did {}
  }

  /** What was heard. */
  sealed interface Heard {
    /** Each event with what is true since. */
    record Events(List<Event> events) implements Heard {}

    /**
     * It is not the provider's.
     *
     * @param why without anything of what was sent
     */
    record Forged(String why) implements Heard {}

    /** The provider could not be asked; the same again later may do. */
    record Later(Failure failure) implements Heard {}
  }

  /**
   * Something that a provider told.
   *
   * @param id the provider's number of it; it is heard once
   * @param type by the provider's word
   */
  record Event(String id, String type, Instant at, List<Fact> facts) {}

  /**
   * Why a provider did not do it.
   *
   * @param detail for the log: a status or a code, nothing of a person
   */
  record Failure(Kind kind, String detail) {
    /** What the supporter can make of it. */
    public enum Kind {
      /** Not reached, or too slow, or it failed by itself: perhaps done, perhaps not. */
      DOWN,
      /** An answer that has no meaning. */
      NONSENSE,
      /** It said no. */
      DECLINED,
      /** This till has no way to do that. */
      IMPOSSIBLE
    }
  }
}
