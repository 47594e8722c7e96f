package press.tamizdat;

import press.tamizdat.cli.Commands;

/** The program. */
public final class Tamizdat {
  private Tamizdat() {}

  public static void main(String[] args) {
    System.exit(Commands.run(args));
  }
}
