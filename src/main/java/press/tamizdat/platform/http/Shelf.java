package press.tamizdat.platform.http;

import static java.nio.file.StandardOpenOption.READ;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** What is served now, and the bodies that are at hand. */
final class Shelf {
  /** Longer bodies are sent piece by piece from the disk and never kept. */
  static final int LONGEST_KEPT = 64 << 10;

  /** So many bodies are read at once at most: it bounds the memory that a burst can take. */
  private final Semaphore reads = new Semaphore(64);

  /** And so many long ones are sent at once at most, for each needs the memory of a piece. */
  private final Semaphore sendings = new Semaphore(512);

  private final BodyCache cache;
  private volatile Resources resources;

  Shelf(Resources resources, long cacheBytes) {
    this.resources = resources;
    this.cache = new BodyCache(cacheBytes);
  }

  Resources resources() {
    return resources;
  }

  void put(Resources next) {
    resources = next;
  }

  /** A body that is there without waiting; the caller holds it. */
  Optional<Body> atHand(Resource resource, Encoding encoding) {
    Optional<Body> kept = cache.find(resource, encoding);
    if (kept.isEmpty() && resource.content(encoding) instanceof Content.InMemory memory) {
      ByteBuf bytes = Unpooled.directBuffer(memory.bytes().length).writeBytes(memory.bytes());
      return Optional.of(cache.keep(resource, encoding, bytes));
    }
    return kept;
  }

  /** Reads a body from disk; the caller, who may wait, holds it. */
  Body read(Resource resource, Encoding encoding, Content.InFile file) throws IOException {
    int length = Math.toIntExact(file.length());
    reads.acquireUninterruptibly();
    ByteBuf bytes = Unpooled.directBuffer(Math.max(1, length), Math.max(1, length));
    try (FileChannel channel = FileChannel.open(file.path(), READ)) {
      fill(bytes, channel, length);
    } catch (IOException | RuntimeException e) {
      bytes.release();
      throw e;
    } finally {
      reads.release();
    }
    return cache.keep(resource, encoding, bytes);
  }

  /** Sends a long body; the caller may wait. */
  Pieces.Outcome send(Pieces pieces, Answer.InPieces answer, Runnable head) throws IOException {
    if (!sendings.tryAcquire()) {
      return Pieces.Outcome.TOO_MANY;
    }
    try {
      return pieces.send(answer.content(), answer.part(), head);
    } finally {
      sendings.release();
    }
  }

  /** Adds so many bytes of a file, from where it stands. */
  static void fill(ByteBuf bytes, FileChannel file, int length) throws IOException {
    for (int left = length; left > 0; ) {
      int count = bytes.writeBytes(file, left);
      if (count < 0) {
        throw new EOFException("a file is shorter than its catalogue says");
      }
      left -= count;
    }
  }

  /** The number of bytes of bodies kept. */
  long held() {
    return cache.held();
  }

  void clear() {
    cache.clear();
  }
}
