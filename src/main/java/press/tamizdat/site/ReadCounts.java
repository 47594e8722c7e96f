package press.tamizdat.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import press.tamizdat.platform.file.Disk;
import press.tamizdat.platform.http.Counts;

/**
 * How often each page was read on each day (UTC), and nothing else: one file a day, {@code
 * 2026-11-22.tsv}, with a path and a number on each line.
 */
public final class ReadCounts implements Counts {
  private final Path folder;
  private final Clock clock;
  private final Map<String, LongAdder> unwritten = new ConcurrentHashMap<>();

  public ReadCounts(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  @Override
  public void read(String path) {
    unwritten.computeIfAbsent(path, p -> new LongAdder()).increment();
  }

  /** Adds what was counted since the last call to the day's file. */
  public synchronized void write() {
    if (unwritten.isEmpty()) {
      return;
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Path file = file(folder, LocalDate.now(clock.withZone(ZoneOffset.UTC)));
    Map<String, Long> counts = new TreeMap<>(of(file));
    for (String path : unwritten.keySet().toArray(String[]::new)) {
      LongAdder count = unwritten.remove(path);
      if (count != null) {
        counts.merge(path, count.sum(), Long::sum);
      }
    }
    StringBuilder text = new StringBuilder();
    counts.forEach((path, count) -> text.append(path).append('\t').append(count).append('\n'));
    Disk.put(file, text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static Path file(Path folder, LocalDate day) {
    return folder.resolve(day + ".tsv");
  }

  /** The counts of a day in UTC, by path. */
  public static Map<String, Long> of(Path folder, LocalDate day) {
    return of(file(folder, day));
  }

  /** A file's counts by path. */
  public static Map<String, Long> of(Path file) {
    Map<String, Long> counts = new TreeMap<>();
    String text = new String(Disk.read(file).orElse(new byte[0]), StandardCharsets.UTF_8);
    text.lines()
        .map(line -> line.split("\t"))
        .filter(fields -> fields.length == 2)
        .forEach(fields -> counts.put(fields[0], Long.parseLong(fields[1])));
    return counts;
  }
}
