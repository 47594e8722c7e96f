package press.tamizdat.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "doctor",
    description =
        "Looks whether what the newsroom depends on outside of this machine is as it must be.",
    subcommands = DoctorMailCommand.class)
final class DoctorCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    CommandLine.usage(spec.commandLine(), System.out);
  }
}
