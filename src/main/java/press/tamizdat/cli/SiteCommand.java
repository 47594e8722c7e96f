package press.tamizdat.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "site",
    description = {
      "Serves the editions of a data folder and nothing else.",
      "Needs tamizdat.toml and editions/ there, no desk and no key: this is what faces the world when the desk is elsewhere."
    })
final class SiteCommand implements Runnable {
  @Mixin private DataOption data = new DataOption();

  @Override
  public void run() {
    serve(data.folder());
  }

  static void serve(DataFolder folder) {
    ServeCommand.open(folder, folder.settings());
    Paper.untilStopped();
  }
}
