package press.tamizdat.platform.mail;

/**
 * A token bucket that holds what a second lets through, at least one. Not safe for threads: its
 * owner has a lock.
 */
final class Bucket {
  private static final long SECOND = 1_000_000_000;

  private final long each;
  private final long depth;
  private long empty; // the moment at which it was, or would have been, empty

  Bucket(Rate rate, long now) {
    this.each = rate.nanosEach();
    this.depth = Math.max(each, SECOND);
    this.empty = now - depth;
  }

  /** Nanoseconds until one may go; 0 for now. */
  long waits(long now) {
    return Math.max(0, Math.max(empty, now - depth) + each - now);
  }

  void take(long now) {
    empty = Math.max(empty, now - depth) + each;
  }

  /** Nobody would notice if it were made anew. */
  boolean isFull(long now) {
    return now - empty >= depth;
  }
}
