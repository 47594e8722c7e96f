package press.tamizdat.article;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import press.tamizdat.article.published.Publication;
import press.tamizdat.article.published.PublicationJson;
import press.tamizdat.platform.db.Database;
import press.tamizdat.staff.Audit;

/**
 * The publication as the newsroom has it now, and as it ever was.
 *
 * <p>It can be changed at the desk and in the settings file. The file counts when its publication
 * part is another than the one last taken over, so that an operator who edits it gets what he
 * wrote; otherwise the newest version counts. No version is ever changed or removed. Safe for
 * several threads and several processes.
 */
public final class PublicationSettings {
  private static final String ROWS =
      "SELECT number, saved_at, account, action, object FROM publication_version";
  private static final RowMapper<Version> VERSION =
      (row, context) ->
          new Version(
              row.getInt("number"),
              Instant.ofEpochMilli(row.getLong("saved_at")),
              Optional.ofNullable(row.getString("account")),
              row.getString("action"),
              row.getString("object"));

  private final Database database;
  private final Clock clock;
  private final Audit audit;
  private final CampaignMeters meters;
  private volatile Optional<Numbered> last = Optional.empty();

  private record Numbered(int number, Publication publication) {}

  public PublicationSettings(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
    this.audit = new Audit(clock);
    this.meters = new CampaignMeters(database, clock);
  }

  /**
   * A version, without its content.
   *
   * @param account who saved it; empty where it came from the settings file
   * @param action what was changed, such as {@code topic}; {@code settings-file}, {@code
   *     settings-restore}
   * @param object a slug, a version's number, or empty
   */
  public record Version(
      int number, Instant savedAt, Optional<String> account, String action, String object) {}

  /**
   * Who changes what; it stands in the audit and in the list of versions.
   *
   * @param account its id
   */
  public record Act(String account, String action, String object) {}

  /** What came of a change. */
  public sealed interface Outcome {
    record Changed(int number) implements Outcome {}

    record Unchanged() implements Outcome {}

    /** Somebody else has changed the same thing since the page was opened. */
    record Meanwhile(Version by) implements Outcome {}

    /** It would not do; at least one fault. */
    record Refused(List<Fault> faults) implements Outcome {}
  }

  /**
   * Takes the file's publication over if the file is not the one that was last taken over.
   *
   * @param digest of the file's publication part
   * @return whether it was taken over
   */
  public boolean takeOver(Publication file, String digest) {
    return database.write(
        handle -> {
          if (lastDigest(handle).filter(digest::equals).isPresent()) {
            return false;
          }
          int number =
              insert(
                  handle,
                  PublicationJson.text(file),
                  Optional.empty(),
                  "settings-file",
                  "",
                  digest);
          audit.note(handle, Optional.empty(), "settings-file", String.valueOf(number));
          return true;
        });
  }

  /**
   * The publication as it is now.
   *
   * @throws IllegalStateException before anything was taken over
   */
  public Publication current() {
    return database.read(this::current).publication();
  }

  /** As it is printed today: of the campaigns only the one that runs, and how far it has come. */
  public Publication printed() {
    return meters.printed(current());
  }

  /** One version, without its content. */
  public Optional<Version> version(int number) {
    return database.read(
        handle ->
            handle
                .createQuery(ROWS + " WHERE number = :number")
                .bind("number", number)
                .map(VERSION)
                .findOne());
  }

  /** The newest version's number. */
  public int number() {
    return database.read(PublicationSettings::newest);
  }

  /** As another process may have changed it, the number is asked for each time. */
  private Numbered current(Handle handle) {
    int number = newest(handle);
    Optional<Numbered> known = last.filter(n -> n.number() == number);
    if (known.isPresent()) {
      return known.get();
    }
    Numbered read = new Numbered(number, at(handle, number).orElseThrow());
    last = Optional.of(read);
    return read;
  }

  private static int newest(Handle handle) {
    int number =
        handle
            .createQuery("SELECT coalesce(max(number), 0) FROM publication_version")
            .mapTo(Integer.class)
            .one();
    if (number == 0) {
      throw new IllegalStateException("no settings were taken over yet");
    }
    return number;
  }

  /** The publication as it was in a version. */
  public Optional<Publication> at(int number) {
    return database.read(handle -> at(handle, number));
  }

  private static Optional<Publication> at(Handle handle, int number) {
    return handle
        .createQuery("SELECT content FROM publication_version WHERE number = :number")
        .bind("number", number)
        .mapTo(String.class)
        .findOne()
        .map(PublicationJson::read);
  }

  /** The versions, the newest first. */
  public List<Version> versions(int from, int most) {
    return database.read(
        handle ->
            handle
                .createQuery(ROWS + " ORDER BY number DESC LIMIT :most OFFSET :from")
                .bind("most", most)
                .bind("from", from)
                .map(VERSION)
                .list());
  }

  /** Changes the publication as it is now. */
  public Outcome change(Act act, UnaryOperator<Publication> change) {
    return database.write(handle -> save(handle, act, current(handle), change));
  }

  /**
   * Changes a part of it, unless somebody else has changed that part meanwhile.
   *
   * @param based the version that the change was made on
   * @param part what must still be as it was then
   */
  public Outcome change(
      Act act, int based, Function<Publication, Object> part, UnaryOperator<Publication> change) {
    return database.write(
        handle -> {
          Numbered now = current(handle);
          Optional<Publication> then = at(handle, based);
          boolean same =
              then.filter(p -> part.apply(p).equals(part.apply(now.publication()))).isPresent();
          return same
              ? save(handle, act, now, change)
              : new Outcome.Meanwhile(version(handle, now.number()));
        });
  }

  /** Puts a version back, as a new one. */
  public Outcome restore(String account, int number) {
    return database.write(
        handle -> {
          Publication old =
              at(handle, number)
                  .orElseThrow(() -> new IllegalArgumentException("no such version: " + number));
          Act act = new Act(account, "settings-restore", String.valueOf(number));
          return save(handle, act, current(handle), now -> old);
        });
  }

  /** Takes the newest version back, unless there is a newer one by now. */
  public Outcome undo(String account, int number) {
    return database.write(
        handle -> {
          int newest = newest(handle);
          if (newest != number) {
            return new Outcome.Meanwhile(version(handle, newest));
          }
          Publication old = at(handle, number - 1).orElseThrow();
          Act act = new Act(account, "settings-restore", String.valueOf(number - 1));
          return save(handle, act, current(handle), now -> old);
        });
  }

  private static Version version(Handle handle, int number) {
    return handle
        .createQuery(ROWS + " WHERE number = :number")
        .bind("number", number)
        .map(VERSION)
        .one();
  }

  /** What would be refused of a change; nothing is changed. */
  public List<Fault> faults(UnaryOperator<Publication> change) {
    return database.read(
        handle -> {
          Publication now = current(handle).publication();
          return faults(handle, now, change.apply(now));
        });
  }

  private static List<Fault> faults(Handle handle, Publication now, Publication next) {
    List<Fault> faults = new ArrayList<>(PublicationCheck.faults(next));
    faults.addAll(missed(handle, now, next));
    return List.copyOf(faults);
  }

  private Outcome save(Handle handle, Act act, Numbered now, UnaryOperator<Publication> change) {
    Publication next = change.apply(now.publication());
    String content = PublicationJson.text(next);
    if (content.equals(PublicationJson.text(now.publication()))) {
      return new Outcome.Unchanged();
    }
    List<Fault> faults = faults(handle, now.publication(), next);
    if (!faults.isEmpty()) {
      return new Outcome.Refused(faults);
    }
    String digest = lastDigest(handle).orElseThrow();
    audit.note(handle, Optional.of(act.account()), act.action(), act.object());
    return new Outcome.Changed(
        insert(handle, content, Optional.of(act.account()), act.action(), act.object(), digest));
  }

  /** What is no longer there, although articles stand in it. */
  private static List<Fault> missed(Handle handle, Publication now, Publication next) {
    List<Fault> faults = new ArrayList<>();
    UsedBy used = new UsedBy(handle);
    gone(
            now.sections().stream().map(Publication.Section::slug).toList(),
            next.sections().stream().map(Publication.Section::slug).toList())
        .forEach(slug -> refuse(faults, "section-used", slug, used.section(slug)));
    gone(
            now.topics().stream().map(Publication.Topic::slug).toList(),
            next.topics().stream().map(Publication.Topic::slug).toList())
        .forEach(slug -> refuse(faults, "topic-used", slug, used.topic(slug)));
    gone(now.languages(), next.languages())
        .forEach(l -> refuse(faults, "language-used", l.tag(), used.language(l)));
    return faults;
  }

  private static <T> Set<T> gone(List<T> before, List<T> after) {
    Set<T> gone = new HashSet<>(before);
    after.forEach(gone::remove);
    return gone;
  }

  private static void refuse(List<Fault> faults, String key, String what, int articles) {
    if (articles > 0) {
      faults.add(Fault.of("house.fault." + key, what, articles));
    }
  }

  private static Optional<String> lastDigest(Handle handle) {
    return handle
        .createQuery("SELECT file_digest FROM publication_version ORDER BY number DESC LIMIT 1")
        .mapTo(String.class)
        .findOne();
  }

  private int insert(
      Handle handle,
      String content,
      Optional<String> account,
      String action,
      String object,
      String digest) {
    int number =
        handle
                .createQuery("SELECT coalesce(max(number), 0) FROM publication_version")
                .mapTo(Integer.class)
                .one()
            + 1;
    handle
        .createUpdate(
            "INSERT INTO publication_version (number, content, saved_at, account, action, object,"
                + " file_digest) VALUES (:number, :content, :at, :account, :action, :object, :digest)")
        .bind("number", number)
        .bind("content", content)
        .bind("at", clock.millis())
        .bind("account", account)
        .bind("action", action)
        .bind("object", object)
        .bind("digest", digest)
        .execute();
    return number;
  }
}
