package press.tamizdat.cli;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import press.tamizdat.desk.Desk;
import press.tamizdat.edition.Masthead;
import press.tamizdat.edition.PublishEdition;
import press.tamizdat.edition.reading.Head;
import press.tamizdat.site.Site;
import press.tamizdat.trust.Secret;

@Command(
    name = "serve",
    description = {
      "Runs a whole newsroom in one process: desk, site and post.",
      "In a new data folder it writes tamizdat.toml, makes the signing keys under a passphrase, and"
          + " explains what to do."
    })
final class ServeCommand implements Runnable {
  @Mixin private DataOption data = new DataOption();

  @Override
  public void run() {
    run(data.folder());
  }

  static void run(DataFolder folder) {
    if (!folder.exists()) {
      begin(folder);
      return;
    }
    serve(folder);
  }

  private static void begin(DataFolder folder) {
    Secret passphrase = Passphrase.askForNew();
    folder.begin(Resource.text("/tamizdat.toml"));
    try (House house = new House(folder, Clock.systemUTC())) {
      house.makeKeys(passphrase);
    }
    System.out.println("A new newsroom is in " + folder.path() + ". What to do now:");
    System.out.println("  1. Give it its name and sections in " + folder.settingsFile());
    System.out.println(
        "  2. Bring in articles:  tamizdat arrive --data "
            + folder.path()
            + " --publish FILE-OR-FOLDER");
    System.out.println("  3. Start it:           tamizdat serve --data " + folder.path());
    System.out.println(
        "  4. Work at the desk:   tamizdat desk-link --data "
            + folder.path()
            + " \"YOUR PEN NAME\"");
    System.out.println(
        "  5. To send letters: set [mail] in the settings, then  tamizdat roll-key --data "
            + folder.path());
    System.out.println(
        "Keep a copy of "
            + folder.path().resolve("keys")
            + " and the passphrase in a safe place away from this machine.");
  }

  /** What readers can have, they have before the keys are opened, which takes seconds. */
  private static void serve(DataFolder folder) {
    Optional<Site> open =
        Head.Current.of(folder.editions()).map(edition -> open(folder, folder.settings()));
    try (House house = new House(folder, Clock.systemUTC())) {
      Progress progress = new Progress();
      if (house.takenOver()) {
        System.out.println(
            folder.settingsFile()
                + " is not what it was: its publication counts now. What the desk had is kept"
                + " under Versions.");
      }
      Secret passphrase = house.unlock(progress);
      Masthead masthead = house.masthead(passphrase);
      PublishEdition edition = house.publishEdition(masthead);
      if (open.isEmpty()) {
        Paper.publish(edition, true, progress);
      } else if (!edition.hasFormsOfToday()) {
        Paper.publish(edition, false, progress);
      } else {
        edition.keepFresh();
      }
      Site site = open.orElseGet(() -> open(folder, house.settings()));
      PostRole post = house.post(passphrase);
      Runtime.getRuntime().addShutdownHook(new Thread(post::close));
      Desk desk = DeskDoor.open(house, masthead, site);
      post.start();
      System.out.println("The desk is open at " + DeskDoor.address(house.settings(), desk.port()));
      System.out.println(
          "  to sign in:  tamizdat desk-link --data " + folder.path() + " \"PEN NAME\"");
      keepUp(house, edition);
    }
  }

  /** Opens the site's doors; they close with the process. */
  static Site open(DataFolder folder, Settings settings) {
    Site site = Paper.open(folder, settings);
    Runtime.getRuntime().addShutdownHook(new Thread(site::close));
    System.out.println("The site is open:");
    Paper.addresses(site, settings);
    return site;
  }

  /** Does what the desk must do meanwhile, until told to stop. */
  static void keepUp(House house, PublishEdition edition) {
    ScheduledExecutorService freshness =
        Paper.keepFresh(edition, house.settings().lifetimes().freshness());
    Runtime.getRuntime().addShutdownHook(new Thread(freshness::shutdownNow));
    Thread.ofPlatform()
        .daemon()
        .priority(Thread.MIN_PRIORITY)
        .start(
            () -> {
              edition.findLackingBrotli();
              edition.addBrotli((done, all) -> {});
            });
    Paper.untilStopped();
  }
}
