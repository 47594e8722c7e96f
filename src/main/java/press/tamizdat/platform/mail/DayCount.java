package press.tamizdat.platform.mail;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import press.tamizdat.platform.file.Disk;

/**
 * How many mails a relay has had today, for its warm-up: {@code yyyy-MM-dd number} in a file, so
 * that a new start does not begin the day anew. Not safe for threads: its owner has a lock.
 */
final class DayCount {
  private static final int EVERY = 50;
  private final Optional<Path> file;
  private final Clock clock;
  private LocalDate day;
  private long count;

  DayCount(Optional<Path> file, Clock clock) {
    this.file = file;
    this.clock = clock;
    this.day = today();
    file.flatMap(Disk::read).ifPresent(this::take);
  }

  private void take(byte[] bytes) {
    String[] parts = new String(bytes, StandardCharsets.US_ASCII).strip().split(" ");
    if (parts.length == 2 && parts[0].equals(day.toString()) && parts[1].matches("[0-9]{1,15}")) {
      count = Long.parseLong(parts[1]);
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  long left(WarmUp warmUp) {
    turn();
    return warmUp.most(day) - count;
  }

  void add() {
    turn();
    count++;
    if (count % EVERY == 1) {
      keep();
    }
  }

  /** The relay did not have it after all. */
  void takeBack() {
    count = Math.max(0, count - 1);
  }

  private void turn() {
    LocalDate today = today();
    if (!today.equals(day)) {
      day = today;
      count = 0;
    }
  }

  void keep() {
    byte[] line = (day + " " + count + "\n").getBytes(StandardCharsets.US_ASCII);
    file.ifPresent(f -> Disk.put(f, line));
  }
}
