package press.tamizdat.cli;

/**
 * A command that cannot go on, for a reason that the person at the terminal can do something about.
 */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1;

  Refused(String what) {
    super(what);
  }

  /** What to tell them. */
  String what() {
    return String.valueOf(getMessage());
  }
}
