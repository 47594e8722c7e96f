package press.tamizdat.letter.sending;

import java.lang.System.Logger;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiConsumer;
import press.tamizdat.letter.roll.Doubles;
import press.tamizdat.letter.roll.SealedAddress;
import press.tamizdat.platform.log.Trouble;
import press.tamizdat.platform.mail.Delivery;
import press.tamizdat.platform.mail.Mail;
import press.tamizdat.platform.mail.MailAddress;
import press.tamizdat.platform.mail.MailRoute;
import press.tamizdat.trust.sealing.OpeningKey;

/**
 * Sends one row's message: the one place where an address is in the clear, and only for as long as
 * that takes. Safe for any number of threads.
 *
 * @param merging is told of two subscribers that have one address
 */
record Sender(
    OpeningKey key,
    Doubles doubles,
    BiConsumer<String, String> merging,
    Personal personal,
    MailRoute route,
    Refusals refusals,
    Policy policy,
    Clock clock) {
  private static final Logger LOG = System.getLogger(Sender.class.getName());

  /**
   * @param pointOfNoReturn runs before the first octet goes out; not for a row that is not sent
   */
  Outcome send(Row row, Runnable pointOfNoReturn) {
    if (row.sealed().isEmpty()) {
      return Outcome.excluded(row, "left");
    }
    Optional<String> address = open(row.sealed().get());
    if (address.isEmpty()) {
      return Outcome.excluded(row, "unreadable");
    }
    Optional<String> other =
        row.again() ? Optional.empty() : doubles.other(address.get(), row.subscriber());
    if (other.isPresent()) {
      merging.accept(other.get(), row.subscriber());
      return Outcome.excluded(row, "duplicate");
    }
    Optional<byte[]> readersKey = row.sealedKey().flatMap(key::open);
    if (row.sealedKey().isPresent() && readersKey.isEmpty()) {
      return Outcome.excluded(row, "key");
    }
    return personal
        .to(row.subscriber(), address.get(), readersKey)
        .map(mail -> outcome(row, deliver(mail, pointOfNoReturn)))
        .orElseGet(() -> Outcome.excluded(row, "key"));
  }

  /** Whether the row's address is seen for the first time; it is now. */
  boolean isNew(Row row) {
    return row.sealed()
        .flatMap(this::open)
        .flatMap(address -> doubles.other(address, row.subscriber()))
        .isEmpty();
  }

  private Optional<String> open(byte[] sealed) {
    return SealedAddress.open(sealed, key).map(MailAddress::text);
  }

  private Delivery deliver(Mail mail, Runnable pointOfNoReturn) {
    Delivery delivery = route.send(mail, pointOfNoReturn);
    Arrays.fill(mail.message(), (byte) 0);
    return delivery;
  }

  private Outcome outcome(Row row, Delivery delivery) {
    return switch (delivery) {
      case Delivery.Accepted(String reply) ->
          Outcome.of(row, Outcome.State.ACCEPTED, row.attempts() + 1, 0, reply);
      case Delivery.Refused(int code, String status, String reply) ->
          refused(row, code, status, reply);
      case Delivery.Deferred(int code, String status, String reply) when code == 0 ->
          deferred(row, row.attempts(), policy.soon(), said(code, status, reply));
      case Delivery.Deferred(int code, String status, String reply) ->
          later(row, code, status, reply);
    };
  }

  /** Once more, or never again if that was said too often. */
  Outcome later(Row row, int code, String status, String reply) {
    int attempts = row.attempts() + 1;
    return policy.goesOn(attempts)
        ? deferred(row, attempts, policy.next(attempts), said(code, status, reply))
        : refused(row, code, status, reply);
  }

  private Outcome deferred(Row row, int attempts, Duration wait, String reply) {
    return Outcome.of(row, Outcome.State.DEFERRED, attempts, due(wait), reply);
  }

  private long due(Duration time) {
    return clock.millis() + time.toMillis();
  }

  /** Told before it is recorded, so that a crash between the two tells it again. */
  private Outcome refused(Row row, int code, String status, String reply) {
    try {
      refusals.refused(row.subscriber(), personal.mark(), code, status, reply);
    } catch (RuntimeException e) {
      Trouble.log(LOG, "a refusal could not be passed on", e);
    }
    return Outcome.of(row, Outcome.State.REFUSED, row.attempts() + 1, 0, said(code, status, reply));
  }

  private static String said(int code, String status, String reply) {
    return (code == 0 ? "" : code + " ") + (status.isEmpty() ? "" : status + " ") + reply;
  }
}
