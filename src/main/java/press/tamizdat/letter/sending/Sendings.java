package press.tamizdat.letter.sending;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import press.tamizdat.letter.roll.Doubles;
import press.tamizdat.letter.roll.Roll;
import press.tamizdat.platform.db.Database;
import press.tamizdat.platform.file.Disk;
import press.tamizdat.platform.mail.Delivery;
import press.tamizdat.platform.mail.Mail;
import press.tamizdat.post.PostRoom;
import press.tamizdat.trust.Ids;
import press.tamizdat.trust.Secret;
import press.tamizdat.trust.dkim.Dkim;
import press.tamizdat.trust.sealing.OpeningKey;
import press.tamizdat.trust.sealing.SealingKeyring;

/** Issues on their way to subscribers. Safe for any thread. */
public final class Sendings implements AutoCloseable {
  // Nobody's id: a test's links lead nowhere.
  private static final String NOBODY = "a".repeat(Ids.LENGTH);

  /**
   * What else takes part.
   *
   * @param keys where the roll's key is
   * @param dkim signs each message, where it is set up
   */
  public record Tools(
      SealingKeyring keys,
      Optional<Dkim> dkim,
      Installation installation,
      Refusals refusals,
      Encryption encryption,
      Policy policy) {}

  private final PostRoom room;
  private final Database database;
  private final Clock clock;
  private final Tools tools;
  private final Issues issues;
  private final Roll roll;
  private final Map<String, Run> running = new HashMap<>();
  private Optional<Disk.Lock> lock = Optional.empty();
  private boolean closed;

  public Sendings(PostRoom room, Tools tools) {
    this.room = room;
    this.database = room.database();
    this.clock = room.clock();
    this.tools = tools;
    this.issues = new Issues(database);
    this.roll = new Roll(database, clock, room.random());
  }

  /**
   * Opens the roll, and sends the issue to all who have the letter in its language; or goes on with
   * it where it was cut off. The roll is shut again at the end.
   *
   * @param rollPassphrase empty for a roll that is under none
   */
  public synchronized Armed arm(FrozenIssue issue, Secret rollPassphrase) {
    Set<Installation.Doubt> doubts = tools.installation().doubts();
    if (!doubts.isEmpty()) {
      return new Armed.Doubtful(doubts);
    }
    if (running.containsKey(issue.id())) {
      return new Armed.Sending();
    }
    Optional<Issues.Standing> known = issues.find(issue.id());
    if (known.isPresent() && (known.get().isOver() || !known.get().issue().equals(issue))) {
      return known.get().isOver() ? new Armed.Over() : new Armed.Another();
    }
    if (closed || !isAlone()) {
      return new Armed.Elsewhere();
    }
    return switch (tools.keys().open(SealingKeyring.ROLL, rollPassphrase)) {
      case SealingKeyring.Opening.Opened(OpeningKey key) -> start(issue, key);
      case SealingKeyring.Opening shut -> new Armed.Shut(shut);
    };
  }

  /** Goes on with an issue that is {@link Progress.State#LOCKED}. */
  public Armed unlock(String issueId, Secret rollPassphrase) {
    return issues
        .find(issueId)
        .map(standing -> arm(standing.issue(), rollPassphrase))
        .orElseGet(Armed.Over::new);
  }

  /** Unfinished issues that nobody sends now. */
  public synchronized List<String> locked() {
    return issues.unfinished().stream().filter(id -> !running.containsKey(id)).toList();
  }

  private boolean isAlone() {
    if (lock.isEmpty()) {
      lock = tools.installation().lock();
    }
    return lock.isPresent();
  }

  private Armed start(FrozenIssue issue, OpeningKey key) {
    if (issues.find(issue.id()).isEmpty() && !issues.add(issue, clock.millis())) {
      key.close();
      return new Armed.Another();
    }
    String id = Ids.next(room.random());
    issues.take(issue.id(), id);
    tools.installation().turn();
    Issues.Standing standing = issues.find(issue.id()).orElseThrow();
    Personal personal = personal(issue, Instant.ofEpochMilli(standing.armed()));
    Sender sender =
        new Sender(
            key,
            new Doubles(room.random()),
            this::merge,
            personal,
            room.mail(),
            tools.refusals(),
            tools.policy(),
            clock);
    Run run = new Run(id, standing, database, book(issue), sender, () -> over(issue.id()));
    running.put(issue.id(), run);
    run.start();
    return new Armed.Sending();
  }

  private Personal personal(FrozenIssue issue, Instant date) {
    return new Personal(issue, date, room.sender(), room.links(), tools.dkim(), tools.encryption());
  }

  /**
   * Two rows have one address. While another issue is unfinished they stay two, because one of them
   * may be in its audience alone; the next sending sees them again.
   */
  private synchronized void merge(String first, String second) {
    if (issues.unfinished().size() == 1) {
      boolean _ = roll.merge(first, second);
    }
  }

  private synchronized void over(String issueId) {
    running.remove(issueId);
    if (running.isEmpty()) {
      lock.ifPresent(Disk.Lock::close);
      lock = Optional.empty();
    }
  }

  /** Sends an issue to one address, as if it were a subscriber's; nothing is written down. */
  public Delivery test(FrozenIssue issue, String address) {
    Mail mail =
        personal(issue, clock.instant()).to(NOBODY, address, Optional.empty()).orElseThrow();
    return room.mail().send(mail);
  }

  /** How far it has come; nothing for an issue that was never armed. */
  public Optional<Progress> progress(String issueId) {
    Optional<Run> run = run(issueId);
    return issues.find(issueId).map(standing -> progress(standing, run));
  }

  private static Progress progress(Issues.Standing standing, Optional<Run> run) {
    Counts counts = standing.counts();
    Progress.State state =
        switch (standing.state()) {
          case "done" -> Progress.State.DONE;
          case "stopped" -> Progress.State.STOPPED;
          case "paused" -> run.isEmpty() ? Progress.State.LOCKED : Progress.State.PAUSED;
          case "preparing" -> run.isEmpty() ? Progress.State.LOCKED : Progress.State.PREPARING;
          default -> run.isEmpty() ? Progress.State.LOCKED : Progress.State.SENDING;
        };
    return new Progress(
        counts.audience(),
        counts.queued(),
        counts.leased(),
        counts.accepted(),
        counts.deferred(),
        counts.refused(),
        counts.excluded(),
        state,
        run.flatMap(Run::trouble));
  }

  private synchronized Optional<Run> run(String issueId) {
    return Optional.ofNullable(running.get(issueId));
  }

  /** Sends no more until {@link #resume}; if that takes too long, the roll is shut. */
  public void pause(String issueId) {
    run(issueId).ifPresent(run -> run.wish(Run.Wish.PAUSE));
  }

  /** Goes on. What is {@link Progress.State#LOCKED} by then is unlocked instead. */
  public void resume(String issueId) {
    run(issueId).ifPresent(run -> run.wish(Run.Wish.GO));
  }

  /** Ends it for good; whoever was sent nothing yet is excluded. */
  public void stop(String issueId) {
    Optional<Run> run = run(issueId);
    if (run.isPresent()) {
      run.get().wish(Run.Wish.STOP);
      return;
    }
    issues
        .find(issueId)
        .filter(standing -> !standing.isOver())
        .map(Issues.Standing::issue)
        .ifPresent(issue -> Run.stop(database, issue, book(issue), clock.millis()));
  }

  private Path book(FrozenIssue issue) {
    return tools.installation().folder().resolve("answers-" + issue.id());
  }

  /** Finishes the messages that are on their way, and shuts the roll. */
  @Override
  public void close() {
    List<Run> all;
    synchronized (this) {
      closed = true;
      all = List.copyOf(running.values());
    }
    all.forEach(run -> run.wish(Run.Wish.SHUT));
    all.forEach(Run::join);
  }
}
