package press.tamizdat.letter.sending;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32C;
import press.tamizdat.trust.Ids;

/**
 * What has become of rows that do not say so yet: a file beside the database. To write a few lines
 * behind one another costs a tenth of a transaction, and a session need not wait for more before it
 * takes the next message; the rows follow by the hundred.
 *
 * <p>Each entry is a CRC-32C, its length, and what {@link Recipients#recover} needs. The book is
 * never emptied while it is in use: once the rows have all that is in it, it is written from its
 * beginning again, and entries of before that are still there say nothing new. No address is in it.
 */
final class AnswerBook implements AutoCloseable {
  private static final int ROOM = 128 << 10; // ahead, so that syncing does not have to note a size
  private static final int HEAD = Integer.BYTES + Short.BYTES;
  private static final int MOST_REPLY = 1_000;

  /** What an entry says. */
  record Entry(String subscriber, Outcome.State state, int attempts, long due, String reply) {}

  private final FileChannel channel;
  private ByteBuffer group = ByteBuffer.allocateDirect(16 << 10);
  private long end;

  private AnswerBook(FileChannel channel) {
    this.channel = channel;
  }

  /** The book in a file, to be written from its beginning; made if it is not there. */
  static AnswerBook open(Path file) {
    try {
      FileChannel channel =
          FileChannel.open(
              file,
              Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      for (long at = channel.size(); at < ROOM; at += ROOM) {
        int _ = channel.write(ByteBuffer.allocate((int) (ROOM - at)), at);
        channel.force(true);
      }
      return new AnswerBook(channel);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What stands in a file; nothing if there is none. What is torn ends it. */
  static List<Entry> read(Path file) {
    List<Entry> entries = new ArrayList<>();
    if (!Files.exists(file)) {
      return entries;
    }
    try {
      ByteBuffer all = ByteBuffer.wrap(Files.readAllBytes(file));
      while (all.remaining() > HEAD) {
        int sum = all.getInt();
        int length = all.getShort() & 0xffff;
        if (length == 0
            || length > all.remaining()
            || sum != sum(all.slice(all.position(), length))) {
          break;
        }
        entries.add(entry(all.slice(all.position(), length)));
        all.position(all.position() + length);
      }
    } catch (BufferUnderflowException e) {
      throw new IllegalStateException(file + " is of another version", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return entries;
  }

  private static Entry entry(ByteBuffer bytes) {
    Outcome.State state = Outcome.State.values()[bytes.get()];
    int attempts = bytes.getInt();
    long due = bytes.getLong();
    byte[] id = new byte[Ids.LENGTH];
    bytes.get(id);
    byte[] reply = new byte[bytes.remaining()];
    bytes.get(reply);
    return new Entry(
        new String(id, StandardCharsets.US_ASCII),
        state,
        attempts,
        due,
        new String(reply, StandardCharsets.UTF_8));
  }

  private static int sum(ByteBuffer bytes) {
    CRC32C sum = new CRC32C();
    sum.update(bytes);
    return (int) sum.getValue();
  }

  /** Writes behind what is there, and returns when it is on the disk. */
  void add(List<Outcome> outcomes) {
    group.clear();
    outcomes.forEach(this::put);
    group.flip();
    try {
      while (group.hasRemaining()) {
        end += channel.write(group, end);
      }
      channel.force(false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void put(Outcome outcome) {
    String said = outcome.reply();
    byte[] reply =
        said.substring(0, Math.min(said.length(), MOST_REPLY)).getBytes(StandardCharsets.UTF_8);
    int length = 1 + Integer.BYTES + Long.BYTES + Ids.LENGTH + reply.length;
    if (group.remaining() < HEAD + length) {
      ByteBuffer wider = ByteBuffer.allocateDirect(2 * group.capacity() + length);
      group = wider.put(group.flip());
    }
    int from = group.position() + HEAD;
    group
        .position(from)
        .put((byte) outcome.state().ordinal())
        .putInt(outcome.attempts())
        .putLong(outcome.due())
        .put(outcome.row().subscriber().getBytes(StandardCharsets.US_ASCII))
        .put(reply);
    group.putInt(from - HEAD, sum(group.slice(from, length)));
    group.putShort(from - Short.BYTES, (short) length);
  }

  /** The rows have it all: the next comes to the beginning. */
  void turn() {
    end = 0;
  }

  static void remove(Path file) {
    try {
      boolean _ = Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
