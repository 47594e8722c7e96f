package press.tamizdat.cli;

/**
 * Says on standard error how far a long piece of work is: in place at a terminal, now and then in a
 * log.
 */
final class Progress {
  private final boolean terminal = Terminal.isThere();
  private int lastTenth = -1;
  private boolean open;

  synchronized void begin(String what) {
    end();
    System.err.println(what + " ...");
  }

  synchronized void count(String what, int done, int all) {
    if (terminal) {
      System.err.printf("\r%s: %,d of %,d", what, done, all);
      open = true;
    } else if (all >= 200 && done * 10L / all != lastTenth) {
      lastTenth = (int) (done * 10L / all);
      System.err.printf("%s: %,d of %,d%n", what, done, all);
    }
  }

  /** For work whose end is not known: at a terminal only. */
  synchronized void count(String what, long done) {
    if (terminal) {
      System.err.printf("\r%s: %,d", what, done);
      open = true;
    }
  }

  synchronized void end() {
    if (open) {
      System.err.println();
      open = false;
    }
    lastTenth = -1;
  }

  synchronized void say(String what) {
    end();
    System.err.println(what);
  }
}
