package press.tamizdat.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "roll",
    description = "Subscribers: brings them in, writes them out sealed, counts them.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {RollImportCommand.class, RollExportCommand.class, RollCountCommand.class})
final class RollCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    CommandLine.usage(spec.commandLine(), System.out);
  }
}
