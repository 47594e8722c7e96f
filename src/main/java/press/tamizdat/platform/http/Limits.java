package press.tamizdat.platform.http;

import java.time.Duration;

/**
 * What one peer may take of the server.
 *
 * @param requestLine longest request line, in bytes (414)
 * @param head longest request head, request line included, in bytes (431)
 * @param connections open at once, at all doors together; one more is closed unanswered
 * @param headTime from the first byte of a request head, or from the connection's start, to its end
 *     (408)
 * @param idleTime between two requests of a connection, and for taking a piece of an answer
 * @param lingerTime how long a peer may take to hear that the connection is over
 * @param bodyTime for the whole of a request's body (408)
 * @param intakes requests at once that {@link Clerk}s answer, bodies that are still coming
 *     included; one more is told to come later (503)
 * @param bodyBytes of all bodies that are coming in, together
 */
public record Limits(
    int requestLine,
    int head,
    int connections,
    Duration headTime,
    Duration idleTime,
    Duration lingerTime,
    Duration bodyTime,
    int intakes,
    long bodyBytes) {
  public static final Limits USUAL =
      new Limits(
          8 << 10,
          16 << 10,
          10_000,
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofSeconds(3),
          Duration.ofSeconds(30),
          2_000,
          32L << 20);

  public Limits {
    if (intakes < 1 || bodyBytes < 1) {
      throw new IllegalArgumentException("limits: intakes and bodyBytes of at least 1 are needed");
    }
    if (requestLine < 64 || head < requestLine || connections < 1) {
      throw new IllegalArgumentException(
          "limits: 64 <= requestLine <= head and connections >= 1 are needed");
    }
  }
}
