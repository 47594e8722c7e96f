package press.tamizdat.cli;

import java.nio.file.Path;

/**
 * Starts what a service manager starts, {@code site --data FOLDER} and {@code serve --data FOLDER},
 * without the library that reads command lines: its classes are too old for the class-data cache
 * and cost a third of the start.
 */
public final class QuickStart {
  private QuickStart() {}

  /**
   * Runs such a command until the process is told to end; false if it is another one, and nothing
   * was done.
   */
  public static boolean run(String[] args) {
    if (args.length != 3 || !args[1].equals("--data") || args[2].startsWith("-")) {
      return false;
    }
    DataFolder folder = new DataFolder(Path.of(args[2]));
    try {
      switch (args[0]) {
        case "site" -> SiteCommand.serve(folder);
        case "serve" -> ServeCommand.run(folder);
        default -> {
          return false;
        }
      }
    } catch (Refused refused) {
      Commands.refuse(refused);
      System.exit(Commands.WRONG);
    }
    return true;
  }
}
