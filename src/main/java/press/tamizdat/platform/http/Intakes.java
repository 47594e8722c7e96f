package press.tamizdat.platform.http;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much comes in at once, in number and in bytes, so that a flood of it takes no more memory.
 */
final class Intakes {
  private final int most;
  private final long mostBytes;
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicLong bytes = new AtomicLong();

  Intakes(int most, long mostBytes) {
    this.most = most;
    this.mostBytes = mostBytes;
  }

  /** Counts one in; false if there is no room, and then it is not counted. */
  boolean enter() {
    if (open.incrementAndGet() <= most) {
      return true;
    }
    open.decrementAndGet();
    return false;
  }

  void leave() {
    open.decrementAndGet();
  }

  /** Takes so many bytes more, or gives some back; false if there is no room for them. */
  boolean hold(int more) {
    return bytes.addAndGet(more) <= mostBytes || more <= 0;
  }
}
