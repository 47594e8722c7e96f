package press.tamizdat.site.forms;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import press.tamizdat.trust.Ids;
import press.tamizdat.trust.envelope.Answer;
import press.tamizdat.trust.envelope.ReplyKey;

/**
 * Who waits for an answer: in memory only, for a quarter of an hour, under a ticket that the
 * browser alone knows.
 */
final class Waiting {
  private static final Duration KEPT = Duration.ofMinutes(15);
  private static final int MOST = 10_000;
  private static final long FIRST_LOOK = 20;
  private static final long LAST_LOOK = 250;

  private final Dropbox dropbox;
  private final SecureRandom random;
  private final Clock clock;
  private final Map<String, Ticket> tickets =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Ticket> eldest) {
          return size() > MOST || eldest.getValue().until().isBefore(clock.instant());
        }
      };

  /**
   * @param envelope that the answer is to
   * @param language in which it is given
   */
  record Ticket(String name, String envelope, ReplyKey key, String language, Instant until) {}

  Waiting(Dropbox dropbox, SecureRandom random, Clock clock) {
    this.dropbox = dropbox;
    this.random = random;
    this.clock = clock;
  }

  synchronized Ticket ticket(String envelope, ReplyKey key, String language) {
    Ticket ticket =
        new Ticket(Ids.next(random), envelope, key, language, clock.instant().plus(KEPT));
    tickets.put(ticket.name(), ticket);
    return ticket;
  }

  synchronized Optional<Ticket> find(String name) {
    return Optional.ofNullable(tickets.get(name)).filter(t -> t.until().isAfter(clock.instant()));
  }

  /** The answer, if it comes within this time. It stays for who asks again. */
  Optional<Answer> await(Ticket ticket, Duration most) {
    long end = System.nanoTime() + most.toNanos();
    for (long pause = FIRST_LOOK; ; pause = Math.min(LAST_LOOK, pause * 2)) {
      Optional<Answer> answer = dropbox.answer(ticket.envelope()).flatMap(ticket.key()::open);
      if (answer.isPresent() || System.nanoTime() >= end) {
        return answer;
      }
      try {
        Thread.sleep(pause);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Optional.empty();
      }
    }
  }
}
