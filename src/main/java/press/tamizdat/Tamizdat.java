package press.tamizdat;

import press.tamizdat.cli.Commands;
import press.tamizdat.cli.QuickStart;

/** The program. */
public final class Tamizdat {
  private Tamizdat() {}

  public static void main(String[] args) {
    // Libraries below log through a facade that has no log here; it need not say so at each start.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    if (!QuickStart.run(args)) {
      System.exit(Commands.run(args));
    }
  }
}
