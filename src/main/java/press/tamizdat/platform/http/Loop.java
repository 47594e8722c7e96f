package press.tamizdat.platform.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.netty.util.concurrent.EventExecutor;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * What the connections of one event loop share. Only that loop's thread touches it.
 *
 * <p>Its time moves in steps: asking the system's for every request would cost a part of what
 * reading the request does.
 */
final class Loop {
  private static final int STEP_MILLIS = 250;
  private static final Clock CLOCK = Clock.systemUTC();
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final RequestParser parser;
  private final Neighbours connections = new Neighbours();
  private byte[] scratch = new byte[16 << 10];
  private byte[] date = new byte[0];
  private long second;
  private long now;

  Loop(EventExecutor executor, Limits limits, Set<String> curtainHosts) {
    parser = new RequestParser(limits, curtainHosts);
    tellTime();
    var ticking =
        executor.scheduleAtFixedRate(this::step, STEP_MILLIS, STEP_MILLIS, TimeUnit.MILLISECONDS);
    assert !ticking.isDone();
  }

  RequestParser parser() {
    return parser;
  }

  /** Room for at least this many bytes, good until the next call. */
  byte[] scratch(int size) {
    if (scratch.length < size) {
      scratch = new byte[size];
    }
    return scratch;
  }

  /** The field {@code Date}, line end included. */
  byte[] date() {
    return date;
  }

  /** In milliseconds since no particular moment. */
  long now() {
    return now;
  }

  void add(Neighbours.Link connection) {
    connections.add(connection);
  }

  void remove(Neighbours.Link connection) {
    connections.remove(connection);
  }

  /** Each connection as it stands now: those that end meanwhile take themselves out. */
  List<Connection> connections() {
    return connections.list();
  }

  private void step() {
    tellTime();
    connections().forEach(Connection::step);
  }

  private void tellTime() {
    now = System.nanoTime() / 1_000_000;
    Instant instant = CLOCK.instant();
    if (instant.getEpochSecond() != second) {
      second = instant.getEpochSecond();
      date = ("Date: " + HTTP_DATE.format(instant) + "\r\n").getBytes(ISO_8859_1);
    }
  }
}
