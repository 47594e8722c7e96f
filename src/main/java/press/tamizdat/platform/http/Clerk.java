package press.tamizdat.platform.http;

/** Answers what cannot be known beforehand. */
@FunctionalInterface
public interface Clerk {
  /**
   * Called on a thread of its own, which may wait. What it throws is logged without the submission,
   * and answered with 500.
   *
   * @return usually {@linkplain Resource#fresh made on the spot}; ranges and conditions are
   *     answered as for any other resource
   */
  Resource answer(Submission submission);
}
