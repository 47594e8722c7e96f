package press.tamizdat.post;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import press.tamizdat.platform.log.Trouble;
import press.tamizdat.trust.envelope.Envelope;
import press.tamizdat.trust.sealing.OpeningKey;

/**
 * Collects envelopes and has them handled, several at once, so that one which waits for a provider
 * holds up nobody.
 */
public final class PostOffice implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("press.tamizdat.post");
  private static final Duration LOOK = Duration.ofSeconds(2);
  private static final Duration FIRST_RETRY = Duration.ofSeconds(5);
  private static final Duration LAST_RETRY = Duration.ofMinutes(10);
  private static final int AT_ONCE = 32;

  private final List<Box> boxes;
  private final OpeningKey dropbox;
  private final Map<String, Handler> handlers;
  private final Clock clock;
  private final Map<String, Retry> retries = new ConcurrentHashMap<>();
  private final Semaphore room = new Semaphore(AT_ONCE);
  private final ExecutorService work = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Thread> watches = new ArrayList<>();
  private volatile boolean closed;

  private record Retry(Instant at, Duration after) {}

  /**
   * @param dropbox opens the envelopes; it stays open until this is closed
   * @param handlers by kind
   */
  public PostOffice(
      List<Box> boxes, OpeningKey dropbox, Map<String, Handler> handlers, Clock clock) {
    this.boxes = List.copyOf(boxes);
    this.dropbox = dropbox;
    this.handlers = new HashMap<>(handlers);
    this.clock = clock;
  }

  /** Collects from now on, as envelopes come. */
  public synchronized void start() {
    for (Box box : boxes) {
      watches.add(Thread.ofVirtual().name("post-collect").start(() -> watch(box)));
    }
  }

  private void watch(Box box) {
    while (!closed && !Thread.currentThread().isInterrupted()) {
      try {
        if (collect(box) == 0) {
          box.await(LOOK);
        }
      } catch (RuntimeException e) {
        if (!closed) {
          Trouble.log(LOG, "a dropbox could not be emptied", e);
          pause();
        }
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One round over all dropboxes. Returns how many envelopes were removed. */
  public int collect() {
    return boxes.stream().mapToInt(this::collect).sum();
  }

  private int collect(Box box) {
    Instant now = clock.instant();
    List<Future<Boolean>> handled = new ArrayList<>();
    for (String id : box.waiting()) {
      Retry retry = retries.get(id);
      if (retry == null || !retry.at().isAfter(now)) {
        handled.add(work.submit(() -> take(box, id)));
      }
    }
    int removed = 0;
    for (Future<Boolean> each : handled) {
      try {
        removed += each.get() ? 1 : 0;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (java.util.concurrent.ExecutionException e) {
        Trouble.log(LOG, "an envelope could not be handled", e);
      }
    }
    return removed;
  }

  /** Whether it was removed. */
  private boolean take(Box box, String id) {
    room.acquireUninterruptibly();
    try {
      Optional<byte[]> sealed = box.fetch(id);
      if (sealed.isEmpty()) {
        return false;
      }
      Optional<Envelope> envelope = open(sealed.get()).flatMap(json -> Envelope.parse(id, json));
      Handled handled =
          envelope.isPresent()
              ? handle(envelope.get())
              : new Handled.Refused("it is no envelope of ours, or sealed to another key");
      return settle(box, id, envelope, handled);
    } finally {
      room.release();
    }
  }

  private Optional<byte[]> open(byte[] sealed) {
    if (sealed.length > Envelope.MOST * 2) {
      return Optional.empty();
    }
    try (var plain = dropbox.opening(new java.io.ByteArrayInputStream(sealed))) {
      return Optional.of(plain.readAllBytes());
    } catch (java.io.IOException changed) {
      return Optional.empty();
    }
  }

  private Handled handle(Envelope envelope) {
    Handler handler = handlers.get(envelope.kind());
    if (handler == null) {
      return new Handled.Refused("nobody here handles its kind");
    }
    try {
      return handler.handle(envelope);
    } catch (RuntimeException e) {
      Trouble.log(LOG, "an envelope could not be handled", e);
      return new Handled.Later("it failed");
    }
  }

  private boolean settle(Box box, String id, Optional<Envelope> envelope, Handled handled) {
    switch (handled) {
      case Handled.Done(var answer) ->
          envelope
              .flatMap(Envelope::replyKey)
              .ifPresent(key -> answer.ifPresent(a -> box.answer(id, key.seal(a))));
      case Handled.Refused(String why) -> LOG.log(INFO, "an envelope was refused: " + why);
      case Handled.Later(String why) -> {
        putOff(id);
        LOG.log(WARNING, "an envelope waits: " + why);
        return false;
      }
    }
    box.remove(id);
    retries.remove(id);
    return true;
  }

  private void putOff(String id) {
    Duration after =
        Optional.ofNullable(retries.get(id))
            .map(r -> r.after().multipliedBy(2))
            .orElse(FIRST_RETRY);
    Duration most = after.compareTo(LAST_RETRY) > 0 ? LAST_RETRY : after;
    retries.put(id, new Retry(clock.instant().plus(most), most));
  }

  /** Ends after what is under way is done. */
  @Override
  public void close() {
    closed = true;
    watches.forEach(Thread::interrupt);
    work.close();
    dropbox.close();
  }
}
