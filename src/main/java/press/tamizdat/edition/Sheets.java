package press.tamizdat.edition;

import java.util.Map;
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

  /** Empty where it is only to be known what would change. */
  private final Optional<ObjectStore> store;

  private final Steps steps;
  private final Map<String, byte[]> proofs = new ConcurrentSkipListMap<>();
  private final NavigableMap<String, Optional<Entry>> changes = new ConcurrentSkipListMap<>();
  private final Queue<Sha256> fresh = new ConcurrentLinkedQueue<>();
  private final LongAdder rendered = new LongAdder();

  Sheets(ObjectStore store, Steps steps) {
    this(Optional.of(store), steps);
  }

  private Sheets(Optional<ObjectStore> store, Steps steps) {
    this.store = store;
    this.steps = steps;
  }

  /** Sheets that are looked at and thrown away: nothing is stored. */
  static Sheets proofs() {
    return new Sheets(Optional.empty(), new Steps());
  }

  /** Takes a file. */
  void put(String path, byte[] bytes, Kind kind) {
    rendered.increment();
    Sha256 hash = Sha256.of(bytes);
    if (store.isPresent()) {
      store(store.get(), path, hash, bytes, kind);
    } else {
      proof(path, bytes, kind);
    }
    changes.put(path, Optional.of(new Entry(path, hash, bytes.length, kind)));
  }

  private void store(ObjectStore to, String path, Sha256 hash, byte[] bytes, Kind kind) {
    boolean isNew = to.put(hash, bytes, kind.compressible(), steps);
    if (isNew && kind.compressible()) {
      refuseTooLarge(to, path, hash, bytes);
      fresh.add(hash);
    }
  }

  private void proof(String path, byte[] bytes, Kind kind) {
    if (kind.html()) {
      proofs.put(path, bytes);
    }
    if (kind.compressible() && bytes.length > BUDGET && Compression.gzip(bytes).length > BUDGET) {
      int sent = Compression.brotli(bytes).length;
      if (sent > BUDGET) {
        throw new PageTooLarge(path, sent);
      }
    }
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
  private void refuseTooLarge(ObjectStore to, String path, Sha256 hash, byte[] bytes) {
    if (bytes.length <= BUDGET || to.length(hash, Encoding.GZIP) <= BUDGET) {
      return;
    }
    byte[] brotli = steps.time(Steps.Step.BROTLI, () -> Compression.brotli(bytes));
    if (brotli.length > BUDGET) {
      throw new PageTooLarge(path, brotli.length);
    }
    to.put(hash, Encoding.BROTLI, brotli);
  }

  NavigableMap<String, Optional<Entry>> changes() {
    return changes;
  }

  /** Objects that were not in the store before; their brotli variants may be missing yet. */
  Queue<Sha256> fresh() {
    return fresh;
  }

  /** The pages of {@link #proofs()}, by path. */
  Map<String, byte[]> pages() {
    return proofs;
  }

  long rendered() {
    return rendered.sum();
  }
}
