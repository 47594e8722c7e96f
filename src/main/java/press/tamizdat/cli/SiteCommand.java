package press.tamizdat.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import press.tamizdat.site.Site;

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
    DataFolder folder = data.folder();
    Settings settings = folder.settings();
    Site site = Paper.open(folder, settings);
    Runtime.getRuntime().addShutdownHook(new Thread(site::close));
    System.out.println("The site is open:");
    Paper.addresses(site, settings);
    Paper.untilStopped();
  }
}
