package press.tamizdat.letter.sending;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;
import press.tamizdat.platform.db.Database;
import press.tamizdat.platform.file.Disk;
import press.tamizdat.platform.mail.MailRoute;
import press.tamizdat.trust.Ids;
import press.tamizdat.trust.Sha256;

/**
 * Tells the one installation that sends from its copies.
 *
 * <p>The database knows the machine it is on, the folder it is in, and one file beside it, {@code
 * this-one}, by what no copy of a file has: its inode and the moment it was made. It also counts
 * its starts, and the file is told each count after the database: a database that was put back from
 * a copy is behind its file. Whatever differs is a {@link Doubt}, and while there is one nothing is
 * sent until a person has said that this is the one.
 *
 * <p>What it cannot see: a whole machine, or the whole file system in place, put back as it was.
 * Then nothing on it differs; but unless the newsroom sends unattended, a person opens the roll for
 * every sending, after every start.
 */
public final class Installation {

  /** Why this may be a copy. */
  public enum Doubt {
    /** The machine is another. */
    MACHINE,
    /** The folder is at another path. */
    FOLDER,
    /** The file {@code this-one} is missing, or is a copy. */
    COPY,
    /** The database is older than the file. */
    OLDER
  }

  private static final String FILE = "this-one";
  private static final FileTime SOME_TIME = FileTime.fromMillis(0);

  private final Database database;
  private final Path folder;
  private final Path machine;
  private final RandomGenerator random;
  private volatile boolean sure;

  /**
   * @param database of the post room
   * @param folder that it is in
   */
  public Installation(Database database, Path folder, RandomGenerator random) {
    this(database, folder, Path.of("/etc/machine-id"), random);
  }

  Installation(Database database, Path folder, Path machine, RandomGenerator random) {
    this.database = database;
    this.folder = folder;
    this.machine = machine;
    this.random = random;
    if (fact("id").isEmpty()) {
      confirm();
    } else if (doubts().isEmpty()) {
      turn();
    }
  }

  /** Why it may be a copy; nothing if it is the one. */
  public Set<Doubt> doubts() {
    EnumSet<Doubt> doubts = EnumSet.noneOf(Doubt.class);
    Optional<String[]> mark = mark();
    if (differs("machine", machine()).isPresent()) {
      doubts.add(Doubt.MACHINE);
    }
    if (differs("folder", real(folder).toString()).isPresent()) {
      doubts.add(Doubt.FOLDER);
    }
    if (mark.isEmpty()
        || differs("id", mark.get()[0]).isPresent()
        || differs("file", identity()).isPresent()) {
      doubts.add(Doubt.COPY);
    } else if (Long.parseLong(mark.get()[1]) > starts()) {
      doubts.add(Doubt.OLDER);
    }
    sure = doubts.isEmpty();
    return doubts;
  }

  /** Where the database is. */
  Path folder() {
    return folder;
  }

  /** Whether there was no doubt when it was looked at last. */
  boolean isSure() {
    return sure;
  }

  /** A route that sends nothing while there is doubt. */
  public MailRoute guarding(MailRoute route) {
    return new Guarded(route, this);
  }

  /** What was known of this before, if it is another. */
  private Optional<String> differs(String name, String now) {
    return fact(name).filter(known -> !known.equals(now));
  }

  /** A person says that this is the one, and that no other goes on sending. */
  public void confirm() {
    String id = Ids.next(random);
    long starts = starts() + 1;
    write(id, starts);
    String identity = identity();
    database.change(
        h -> {
          put(h, "id", id);
          put(h, "starts", Long.toString(starts));
          put(h, "machine", machine());
          put(h, "folder", real(folder).toString());
          put(h, "file", identity);
        });
    sure = true;
  }

  /** One start, or one issue, more. */
  void turn() {
    long starts = starts() + 1;
    database.change(h -> put(h, "starts", Long.toString(starts)));
    fact("id").ifPresent(id -> write(id, starts)); // after the database, which is never behind
  }

  private long starts() {
    return fact("starts").map(Long::parseLong).orElse(0L);
  }

  /** Held by the one process that sends from here. */
  Optional<Disk.Lock> lock() {
    return Disk.Lock.tryTake(folder.resolve("sending.lock"));
  }

  private Optional<String> fact(String name) {
    return database.read(
        h ->
            h.createQuery("SELECT value FROM installation WHERE name = :name")
                .bind("name", name)
                .mapTo(String.class)
                .findOne());
  }

  private static void put(Handle handle, String name, String value) {
    handle
        .createUpdate(
            """
            INSERT INTO installation (name, value) VALUES (:name, :value)
            ON CONFLICT (name) DO UPDATE SET value = excluded.value
            """)
        .bind("name", name)
        .bind("value", value)
        .execute();
  }

  /** Its number is not to be given away, says machine-id(5): so it is hashed. */
  private String machine() {
    String number =
        Disk.read(machine).map(b -> new String(b, StandardCharsets.US_ASCII).strip()).orElse("");
    return Sha256.of(("tamizdat " + number).getBytes(StandardCharsets.UTF_8)).hex();
  }

  /** The id and the count that the file has. */
  private Optional<String[]> mark() {
    return Disk.read(folder.resolve(FILE))
        .map(b -> new String(b, StandardCharsets.US_ASCII).strip().split(" "))
        .filter(p -> p.length == 2 && p[1].matches("[0-9]{10}"));
  }

  /** Written over itself, since a new file would be another one. */
  private void write(String id, long starts) {
    Path file = folder.resolve(FILE);
    byte[] line = "%s %010d\n".formatted(id, starts).getBytes(StandardCharsets.US_ASCII);
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(line), 0);
      channel.force(true);
      // Where a file system keeps no birth, Java gives this time for it; so it must not move.
      Files.setLastModifiedTime(file, SOME_TIME);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String identity() {
    Path file = folder.resolve(FILE);
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      Object links = Files.getAttribute(file, "unix:nlink");
      return Files.getAttribute(file, "unix:ino") + " " + attributes.creationTime() + " " + links;
    } catch (java.nio.file.NoSuchFileException e) {
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path real(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
