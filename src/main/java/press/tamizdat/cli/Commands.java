package press.tamizdat.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import press.tamizdat.edition.feed.FeedTooLarge;
import press.tamizdat.edition.page.PageTooLarge;

/** All commands. */
@Command(
    name = "tamizdat",
    version = "tamizdat 0.1.0",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    header = {
      "The publishing house for newsrooms that somebody wants to silence.",
      "What leaves is signed, what comes in is sealed.",
      ""
    },
    descriptionHeading = "%n",
    description = {
      "To look at it:        tamizdat demo",
      "To begin a newsroom:  tamizdat serve --data FOLDER",
      "To work at its desk:  tamizdat desk-link --data FOLDER \"PEN NAME\"",
      "To bring in articles: tamizdat arrive --data FOLDER --publish PAGES",
      "To publish:           tamizdat publish --data FOLDER",
      "To check a copy:      tamizdat verify FOLDER-OR-ADDRESS"
    },
    commandListHeading = "%nCommands:%n",
    footerHeading = "%n",
    footer = {
      "A data folder holds one newsroom: settings in tamizdat.toml, articles in desk/, keys in"
          + " keys/,",
      "editions in editions/. The folder given with --data is made by the first `serve`.",
      "The passphrase of the signing keys is asked for at the terminal, or read from the first line"
          + " of",
      "the file that " + Passphrase.FILE + " names.",
      "Exit codes: 0 done, 1 found something wrong, 2 wrong arguments or settings, 3 failed."
    },
    subcommands = {
      DemoCommand.class,
      ServeCommand.class,
      SiteCommand.class,
      DeskLinkCommand.class,
      RollKeyCommand.class,
      ArriveCommand.class,
      PublishCommand.class,
      VerifyCommand.class,
      TillKeyCommand.class,
      LedgerCommand.class,
      HelpCommand.class
    })
public final class Commands implements Runnable {
  static final int WRONG = 2;
  private static final int FAILED = 3;

  private Commands() {}

  /** Runs a command line; the exit code. */
  public static int run(String[] args) {
    return new CommandLine(new Commands())
        .setExecutionExceptionHandler(Commands::explain)
        .setUsageHelpAutoWidth(true)
        .execute(args);
  }

  @Override
  public void run() {
    CommandLine.usage(this, System.out);
  }

  static void refuse(Refused refused) {
    System.err.println("tamizdat: " + refused.what());
  }

  private static int explain(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
    if (e instanceof Refused refused) {
      refuse(refused);
      return WRONG;
    }
    if (e instanceof PageTooLarge || e instanceof FeedTooLarge) {
      System.err.println(
          "tamizdat: nothing was published, the last edition stands: " + e.getMessage());
      return WRONG;
    }
    System.err.println("tamizdat: this should not have happened:");
    e.printStackTrace();
    return FAILED;
  }
}
