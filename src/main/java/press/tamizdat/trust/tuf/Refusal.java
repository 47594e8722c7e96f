package press.tamizdat.trust.tuf;

/** A file of metadata that cannot be used; {@link #problem} says what is wrong with it. */
public final class Refusal extends RuntimeException {
  private final transient Problem problem;

  Refusal(Problem problem) {
    super(problem.describe());
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
