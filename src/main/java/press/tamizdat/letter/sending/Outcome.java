package press.tamizdat.letter.sending;

import java.util.concurrent.CountDownLatch;

/**
 * What a row becomes.
 *
 * @param due when it is tried again, if it is deferred; else 0
 * @param written opens when this is on the disk
 */
record Outcome(Row row, State state, int attempts, long due, String reply, CountDownLatch written) {

  /** States of a row, as the database has them in lower case. */
  enum State {
    QUEUED,
    LEASED,
    ACCEPTED,
    DEFERRED,
    REFUSED,
    EXCLUDED
  }

  static Outcome of(Row row, State state, int attempts, long due, String reply) {
    return new Outcome(row, state, attempts, due, reply, new CountDownLatch(1));
  }

  static Outcome excluded(Row row, String why) {
    return of(row, State.EXCLUDED, row.attempts(), 0, why);
  }
}
