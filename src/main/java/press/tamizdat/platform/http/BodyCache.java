package press.tamizdat.platform.http;

import io.netty.buffer.ByteBuf;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Bodies in memory outside the heap, by hash and encoding, up to a number of bytes.
 *
 * <p>It knows nothing of paths or editions, so what did not change stays hot when they are swapped.
 * Who takes a body holds it until they release it; what is evicted lives on until nobody holds it.
 * Eviction gives everything that was used since the last round a second chance.
 */
final class BodyCache {
  private record Key(String hash, Encoding encoding) {}

  private record Entry(Key key, Body body) {}

  private final long limit;
  private final ConcurrentHashMap<Key, Body> bodies = new ConcurrentHashMap<>();
  private final ArrayDeque<Entry> round = new ArrayDeque<>();
  private long held;

  BodyCache(long limit) {
    this.limit = limit;
  }

  /** A body that the caller now holds. */
  Optional<Body> find(Resource resource, Encoding encoding) {
    Body body = bodies.get(new Key(resource.hash(), encoding));
    return body != null && body.hold() ? Optional.of(body) : Optional.empty();
  }

  /**
   * Keeps these bytes, if there is room and the resource may be kept, and gives them back as a body
   * that the caller holds.
   */
  Body keep(Resource resource, Encoding encoding, ByteBuf bytes) {
    if (bytes.readableBytes() > limit / 4 || resource.freshness() == Freshness.NEVER) {
      return new Body(resource, encoding, bytes);
    }
    return keep(new Key(resource.hash(), encoding), new Body(resource, encoding, bytes));
  }

  private synchronized Body keep(Key key, Body body) {
    Body known = bodies.get(key);
    if (known != null && known.hold()) {
      body.release();
      return known;
    }
    body.mustHold();
    bodies.put(key, body);
    round.add(new Entry(key, body));
    held += body.length();
    evict();
    return body;
  }

  private void evict() {
    for (int chances = round.size(); held > limit; chances--) {
      Entry oldest = round.remove();
      if (chances > 0 && oldest.body().wasUsed()) {
        round.add(oldest);
      } else {
        bodies.remove(oldest.key());
        held -= oldest.body().length();
        oldest.body().release();
      }
    }
  }

  /** The number of bytes kept. */
  synchronized long held() {
    return held;
  }

  /** Lets go of everything. */
  synchronized void clear() {
    bodies.clear();
    round.forEach(entry -> entry.body().release());
    round.clear();
    held = 0;
  }
}
