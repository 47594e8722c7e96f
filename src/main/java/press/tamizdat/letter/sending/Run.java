package press.tamizdat.letter.sending;

import java.lang.System.Logger;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import press.tamizdat.platform.db.Database;
import press.tamizdat.platform.log.Trouble;
import press.tamizdat.platform.mail.MailRoute;

/**
 * An issue that goes out, from the moment the roll is opened until it is shut.
 *
 * <p>One thread, the clerk, writes: what has become of rows at once into the {@link AnswerBook},
 * and by the hundred into the rows, in the transaction that leases the next ones. Workers open an
 * address, make the message, and send it. Before the first octet of a message goes out its worker
 * takes one of as many permits as the route has sessions, and gives it back when the answer is on
 * the disk: so whatever dies at whatever moment, no more messages than that can have arrived
 * without a trace.
 */
final class Run {
  private static final Logger LOG = System.getLogger(Run.class.getName());
  private static final int PREPARED_AT_ONCE = 20_000;
  private static final int SEEN_AT_ONCE = 500;
  private static final int RECORDED_AT_ONCE = 500;
  private static final int LEAST_LEASED = 64;
  private static final int MOST_LEASED = 512;
  private static final Duration BRISK = Duration.ofMillis(200);
  private static final Duration GLANCE = Duration.ofMillis(50);
  private static final Duration LONGEST_UNRECORDED = Duration.ofMillis(500);
  private static final Duration LONGEST_REST = Duration.ofMillis(250);

  /** What a person wants of it. */
  enum Wish {
    GO,
    PAUSE,
    STOP,
    /** Shut the roll, and leave the rest for another run. */
    SHUT
  }

  private final String id;
  private final Issues.Standing start;
  private final Database database;
  private final Clock clock;
  private final MailRoute route;
  private final Policy policy;
  private final Sender sender;
  private final Recipients rows;
  private final Semaphore inFlight;
  private final int workers;
  private final AtomicInteger working = new AtomicInteger();
  private final BlockingQueue<Optional<Row>> leased = new LinkedBlockingQueue<>();
  private final BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();
  private final List<Outcome> unrecorded = new ArrayList<>();
  private final Set<String> seenAlready = new HashSet<>();
  private final Path bookFile;
  private final Thread clerk;
  private Counts counts = Counts.NONE;
  private String cursor = "";
  private boolean hasQueued = true;
  private int atOnce = LEAST_LEASED;
  private long leasedAt = System.nanoTime() - BRISK.toNanos();
  private long nextDue;
  private long recordedAt = System.nanoTime();
  private String written = "";
  private volatile long pausedAt;
  private volatile Wish wish = Wish.GO;
  private volatile boolean broken;

  /**
   * @param id of the run; only it may write to the issue
   * @param book where it writes down what relays say; what an earlier run left there is recorded
   * @param whenOver is run at the end, however it ends
   */
  Run(
      String id,
      Issues.Standing start,
      Database database,
      Path book,
      Sender sender,
      Runnable whenOver) {
    this.id = id;
    this.start = start;
    this.database = database;
    this.bookFile = book;
    this.clock = sender.clock();
    this.route = sender.route();
    this.policy = sender.policy();
    this.sender = sender;
    this.rows = new Recipients(start.issue());
    this.inFlight = new Semaphore(route.sessions());
    this.workers = 2 * route.sessions(); // while one waits for the disk another has the session
    this.clerk = Thread.ofPlatform().daemon().name("sending").unstarted(() -> work(whenOver));
  }

  void start() {
    clerk.start();
  }

  void wish(Wish wanted) {
    pausedAt = clock.millis();
    wish = wanted;
  }

  /** Waits for its end. */
  void join() {
    boolean interrupted = false;
    while (clerk.isAlive()) {
      try {
        clerk.join();
      } catch (InterruptedException e) {
        interrupted = true; // it ends with the messages that are on their way
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  Optional<String> trouble() {
    List<String> troubles = route.troubles();
    return troubles.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", troubles));
  }

  private void work(Runnable whenOver) {
    try {
      prepare();
      if (wish == Wish.GO || wish == Wish.PAUSE) {
        send();
      }
      finish();
    } catch (RuntimeException | Error e) {
      Trouble.log(LOG, "an issue broke off; it goes on when it is armed again", e);
    } finally {
      sender.key().close();
      whenOver.run();
      System.gc(); // addresses of the last messages would lie about in memory until the next one
    }
  }

  /** Writes the audience down, or the rest of it; takes back what an earlier run had leased. */
  private void prepare() {
    List<AnswerBook.Entry> heard = AnswerBook.read(bookFile);
    database.write(
        unchecked(
            h -> {
              rows.recover(h, heard);
              return true;
            }));
    List<String> released = database.write(rows::release);
    counts = database.read(rows::count);
    boolean preparing = start.state().equals("preparing");
    while (preparing && wish != Wish.STOP && wish != Wish.SHUT) {
      preparing = prepareSome();
    }
    if (counts.queued() < counts.audience()) {
      recall(released);
    }
  }

  private boolean prepareSome() {
    Counts before = counts;
    counts =
        database.write(
            handle -> {
              int more = rows.prepare(handle, PREPARED_AT_ONCE);
              Counts now = before.more(more);
              put(handle, more > 0 ? "preparing" : "sending", now);
              return now;
            });
    return counts.audience() > before.audience();
  }

  private void put(Handle handle, String state, Counts now) {
    Issues.put(handle, start.issue().id(), id, state, now);
  }

  /**
   * Sees the addresses again that an earlier run has seen. Those that it may have sent to without
   * an answer come after those that it has, and before all others.
   */
  private void recall(List<String> released) {
    String behind = "";
    List<Row> some;
    do {
      String from = behind;
      some = database.read(unchecked(h -> rows.answered(h, from, SEEN_AT_ONCE)));
      some.forEach(sender::isNew);
      behind = some.isEmpty() ? behind : some.getLast().subscriber();
    } while (!some.isEmpty() && wish != Wish.SHUT);
    for (String subscriber : released) {
      List<Row> row = database.read(unchecked(h -> rows.queued(h, subscriber)));
      if (row.stream().allMatch(sender::isNew)) {
        seenAlready.add(subscriber);
      }
    }
  }

  private void send() {
    AnswerBook book = AnswerBook.open(bookFile);
    working.set(workers);
    for (int i = 0; i < workers; i++) {
      // Few, and busy with native code: for such a thread of the machine costs a third less.
      Thread.ofPlatform().daemon().name("sender").start(this::takeRows);
    }
    try {
      while (goesOn()) {
        step(book);
      }
    } finally {
      dismiss(book);
      book.close();
    }
    AnswerBook.remove(bookFile); // the rows have it all
  }

  private boolean goesOn() {
    if (wish == Wish.PAUSE && clock.millis() - pausedAt > policy.pause().toMillis()) {
      wish = Wish.SHUT;
    }
    return (wish == Wish.GO || wish == Wish.PAUSE) && !counts.isOver();
  }

  /** Writes down what is there; records it, and leases what is needed, now and then. */
  private void step(AnswerBook book) {
    List<Outcome> done = collect();
    boolean wanted = isHungry();
    writeDown(done, book);
    boolean late = done.isEmpty() || System.nanoTime() - recordedAt > LONGEST_UNRECORDED.toNanos();
    boolean behind = unrecorded.size() >= RECORDED_AT_ONCE || (late && !unrecorded.isEmpty());
    if (behind || wanted || !state().equals(written)) {
      commit(book, wanted);
    }
  }

  private void writeDown(List<Outcome> done, AnswerBook book) {
    if (done.isEmpty()) {
      return;
    }
    try {
      book.add(done);
      unrecorded.addAll(done);
    } catch (RuntimeException e) {
      broken = true;
      throw e;
    } finally {
      done.forEach(o -> o.written().countDown());
    }
  }

  private boolean isHungry() {
    return wish == Wish.GO && leased.size() < workers && (hasQueued || isDue());
  }

  private String state() {
    return wish == Wish.PAUSE ? "paused" : "sending";
  }

  private boolean isDue() {
    return nextDue != 0 && nextDue <= clock.millis();
  }

  /**
   * What the workers have done; waits a moment if that is nothing and there is nothing to lease.
   */
  private List<Outcome> collect() {
    List<Outcome> done = new ArrayList<>();
    try {
      Outcome first =
          isHungry() ? outcomes.poll() : outcomes.poll(GLANCE.toMillis(), TimeUnit.MILLISECONDS);
      if (first != null) {
        done.add(first);
        outcomes.drainTo(done, RECORDED_AT_ONCE);
      }
    } catch (InterruptedException e) {
      wish = Wish.SHUT;
    }
    return done;
  }

  private void commit(AnswerBook book, boolean wanted) {
    List<Row> fresh = new ArrayList<>();
    Counts before = counts;
    String state = state();
    try {
      counts =
          database.write(
              unchecked(
                  handle -> {
                    rows.record(handle, unrecorded);
                    Counts now = before;
                    for (Outcome outcome : unrecorded) {
                      now = now.became(outcome.state());
                    }
                    if (wanted) {
                      now = lease(handle, now, fresh);
                    }
                    nextDue = now.deferred() == 0 ? 0 : rows.nextDue(handle).orElse(0L);
                    put(handle, state, now);
                    return now;
                  }));
      written = state;
    } catch (RuntimeException e) {
      broken = true;
      throw e;
    }
    unrecorded.clear();
    recordedAt = System.nanoTime();
    book.turn();
    fresh.forEach(row -> leased.add(Optional.of(row)));
  }

  private Counts lease(Handle handle, Counts before, List<Row> fresh) throws SQLException {
    // As few as the pace allows: who leaves while their row is leased may still get the letter.
    boolean brisk = System.nanoTime() - leasedAt < BRISK.toNanos();
    atOnce = brisk ? Math.min(2 * atOnce, MOST_LEASED) : Math.max(atOnce / 2, LEAST_LEASED);
    leasedAt = System.nanoTime();
    int most = Math.max(atOnce, 2 * workers);
    List<Row> due = isDue() ? rows.leaseDue(handle, most, clock.millis()) : List.of();
    fresh.addAll(due);
    Counts now = before.leased(due.size(), due.size());
    if (hasQueued) {
      List<Row> queued = rows.leaseQueued(handle, cursor, most, clock.millis());
      hasQueued = queued.size() == most;
      cursor = queued.isEmpty() ? cursor : queued.getLast().subscriber();
      queued.forEach(row -> fresh.add(seenAlready.contains(row.subscriber()) ? row.seen() : row));
      now = now.leased(queued.size(), 0);
    }
    return now;
  }

  /** What a worker does. */
  private void takeRows() {
    try {
      for (Optional<Row> row = leased.take(); row.isPresent(); row = leased.take()) {
        if (mayGo()) {
          sendOne(row.get());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // nobody interrupts workers
    } finally {
      working.decrementAndGet();
    }
  }

  /** Waits, with nothing opened yet, while it is paused or the relays rest. */
  private boolean mayGo() throws InterruptedException {
    while (!broken && wish != Wish.STOP && wish != Wish.SHUT) {
      Duration rest = wish == Wish.PAUSE ? LONGEST_REST : route.rest();
      if (rest.isZero()) {
        return true;
      }
      Thread.sleep(rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST);
    }
    return false;
  }

  private void sendOne(Row row) throws InterruptedException {
    AtomicInteger permits = new AtomicInteger();
    try {
      Outcome outcome = sent(row, permits);
      outcomes.add(outcome);
      if (permits.get() > 0) {
        outcome.written().await();
      }
    } finally {
      inFlight.release(permits.get());
    }
  }

  private Outcome sent(Row row, AtomicInteger permits) {
    try {
      return sender.send(
          row,
          () -> {
            inFlight.acquireUninterruptibly();
            permits.incrementAndGet();
          });
    } catch (RuntimeException e) {
      Trouble.log(LOG, "a letter could not be made", e);
      return sender.later(row, 0, "", "a fault of this program");
    }
  }

  /** Lets the workers end, and records what they still had in hand. */
  private void dismiss(AnswerBook book) {
    for (int i = 0; i < workers; i++) {
      leased.add(Optional.empty());
    }
    while (working.get() > 0 || !outcomes.isEmpty()) {
      List<Outcome> done = collect();
      if (broken) {
        done.forEach(o -> o.written().countDown());
      } else {
        writeDown(done, book);
      }
    }
    if (!broken) {
      commit(book, false);
    }
  }

  private void finish() {
    if (wish == Wish.STOP) {
      stop(database, start.issue(), bookFile, clock.millis());
    } else if (counts.isOver()) {
      database.change(this::close);
    }
  }

  /** Counts once more, row by row, before it says that everybody was served. */
  private void close(Handle handle) {
    Counts counted = rows.count(handle);
    if (!counted.isOver() || !counted.equals(counts)) {
      throw new IllegalStateException("the rows do not add up to what was counted");
    }
    put(handle, "sending", counted);
    Issues.end(handle, start.issue().id(), "done", counted, clock.millis());
  }

  /** Ends an issue for good: whoever was sent nothing yet is excluded. */
  static void stop(Database database, FrozenIssue issue, Path book, long now) {
    Recipients rows = new Recipients(issue);
    List<AnswerBook.Entry> heard = AnswerBook.read(book);
    database.write(
        unchecked(
            handle -> {
              rows.recover(handle, heard);
              rows.stop(handle);
              Issues.end(handle, issue.id(), "stopped", rows.count(handle), now);
              return true;
            }));
    AnswerBook.remove(book);
  }

  /** What a query may throw is nothing that anybody here can mend. */
  private static <T> java.util.function.Function<Handle, T> unchecked(Query<T> query) {
    return handle -> {
      try {
        return query.of(handle);
      } catch (SQLException e) {
        throw new IllegalStateException("the database of the post room failed", e);
      }
    };
  }

  @FunctionalInterface
  private interface Query<T> {
    T of(Handle handle) throws SQLException;
  }
}
