package press.tamizdat.edition;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** How long each step of a publication took, summed over all threads. */
public final class Steps {
  /** The steps, in their order. */
  public enum Step {
    LOAD,
    RENDER,
    GZIP,
    BROTLI,
    STORE,
    CATALOGUE,
    SIGN,
    SYNC
  }

  private final Map<Step, LongAdder> nanos = new EnumMap<>(Step.class);

  Steps() {
    for (Step step : Step.values()) {
      nanos.put(step, new LongAdder());
    }
  }

  <T> T time(Step step, Supplier<T> work) {
    long from = System.nanoTime();
    try {
      return work.get();
    } finally {
      of(step).add(System.nanoTime() - from);
    }
  }

  void run(Step step, Runnable work) {
    long from = System.nanoTime();
    try {
      work.run();
    } finally {
      of(step).add(System.nanoTime() - from);
    }
  }

  private LongAdder of(Step step) {
    return java.util.Objects.requireNonNull(nanos.get(step));
  }

  /** Milliseconds of all threads together. */
  public long millis(Step step) {
    return of(step).sum() / 1_000_000;
  }
}
