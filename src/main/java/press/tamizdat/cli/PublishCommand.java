package press.tamizdat.cli;

import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import press.tamizdat.edition.Masthead;
import press.tamizdat.edition.PlainFolder;
import press.tamizdat.edition.PublishEdition;

@Command(
    name = "publish",
    description = {
      "Freezes what is published into the next edition and signs it.",
      "Renders, stores and lists only what changed. A site that serves this folder turns to the new edition by itself."
    })
final class PublishCommand implements Runnable {
  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--everything",
      description = "Render every page again, even where nothing seems to have changed.")
  private boolean everything;

  @Option(
      names = "--into",
      paramLabel = "FOLDER",
      description = "Also lay the edition out as plain files by path, for any web server or disk.")
  private @Nullable Path into;

  @Option(
      names = "--gzip-only",
      description =
          "Leave the brotli variants for the next start of the site (they take most of the time of a large build).")
  private boolean gzipOnly;

  @Override
  public void run() {
    Progress progress = new Progress();
    try (House house = new House(data.folder(), Clock.systemUTC())) {
      Masthead masthead = house.masthead(house.unlock(progress));
      PublishEdition edition = house.publishEdition(masthead);
      Paper.publish(edition, everything, progress);
      edition.tidy();
      if (!gzipOnly) {
        Paper.compress(edition, progress);
      }
      if (into != null) {
        try {
          PlainFolder.layOut(data.folder().editions(), into);
        } catch (PlainFolder.NotOurs e) {
          throw new Refused(String.valueOf(e.getMessage()));
        }
        progress.say("The edition lies in " + into + ".");
      }
    }
  }
}
