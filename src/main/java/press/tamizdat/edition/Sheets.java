package press.tamizdat.edition;

import java.util.NavigableMap;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import press.tamizdat.edition.page.PageTooLarge;
import press.tamizdat.edition.reading.Encoding;
import press.tamizdat.edition.reading.Entry;
import press.tamizdat.edition.reading.Kind;
import press.tamizdat.platform.text.Compression;
import press.tamizdat.trust.Sha256;

/**
 * The files that a new edition adds, changes and takes out, as they come from the press. Safe for
 * several threads.
 */
final class Sheets {
  /** Of any file on the way to reading, as it is sent. */
  static final int BUDGET = 6_144;

  private final ObjectStore store;
  private final Steps steps;
  private final NavigableMap<String, Optional<Entry>> changes = new ConcurrentSkipListMap<>();
  private final Queue<Sha256> fresh = new ConcurrentLinkedQueue<>();
  private final LongAdder rendered = new LongAdder();

  Sheets(ObjectStore store, Steps steps) {
    this.store = store;
    this.steps = steps;
  }

  /** Takes a file. */
  void put(String path, byte[] bytes, Kind kind) {
    rendered.increment();
    Sha256 hash = Sha256.of(bytes);
    boolean isNew = store.put(hash, bytes, kind.compressible(), steps);
    if (isNew && kind.compressible()) {
      refuseTooLarge(path, hash, bytes);
      fresh.add(hash);
    }
    changes.put(path, Optional.of(new Entry(path, hash, bytes.length, kind)));
  }

  /** Takes a picture, whose size was fitted when it was made. */
  void putPicture(String path, Supplier<byte[]> bytes, Kind kind) {
    if (!changes.containsKey(path)) {
      put(path, bytes.get(), kind);
    }
  }

  void remove(String path) {
    changes.put(path, Optional.empty());
  }

  /**
   * brotli is what counts, but takes ten times as long as gzip and is never larger in practice; so
   * where gzip already fits, brotli is left for later.
   */
  private void refuseTooLarge(String path, Sha256 hash, byte[] bytes) {
    if (bytes.length <= BUDGET || store.length(hash, Encoding.GZIP) <= BUDGET) {
      return;
    }
    byte[] brotli = steps.time(Steps.Step.BROTLI, () -> Compression.brotli(bytes));
    if (brotli.length > BUDGET) {
      throw new PageTooLarge(path, brotli.length);
    }
    store.put(hash, Encoding.BROTLI, brotli);
  }

  NavigableMap<String, Optional<Entry>> changes() {
    return changes;
  }

  /** Objects that were not in the store before; their brotli variants may be missing yet. */
  Queue<Sha256> fresh() {
    return fresh;
  }

  long rendered() {
    return rendered.sum();
  }
}
