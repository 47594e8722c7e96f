package press.tamizdat.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that names the newsroom. */
final class DataOption {
  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "The newsroom's data folder (default: ${DEFAULT-VALUE}).",
      defaultValue = "data")
  private Path folder = Path.of("data");

  DataFolder folder() {
    return new DataFolder(folder);
  }
}
