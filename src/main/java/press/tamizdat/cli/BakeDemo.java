package press.tamizdat.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import press.tamizdat.article.CampaignMeters;
import press.tamizdat.article.Photos;
import press.tamizdat.article.published.Publication;
import press.tamizdat.demo.SampleNewsroom;
import press.tamizdat.demo.SampleReads;
import press.tamizdat.demo.SampleSettings;
import press.tamizdat.demo.SampleSupport;
import press.tamizdat.edition.PublishEdition;
import press.tamizdat.platform.db.Database;
import press.tamizdat.trust.Secret;
import press.tamizdat.trust.sealing.SealingKeyring;

/**
 * Builds the sample newsroom as far as that can be done beforehand: articles written into a
 * database, pictures drawn, pages rendered and compressed. What is missing is what a fresh newsroom
 * makes for itself: keys and signatures.
 */
public final class BakeDemo {
  /** A sample's passphrase is known to everybody; opening it need not take a second. */
  private static final int QUICK_SCRYPT = 10;

  private BakeDemo() {}

  /**
   * @param args the folder with the sample's texts, and where to put the newsroom
   */
  public static void main(String[] args) throws IOException {
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    Path texts = Path.of(args[0]);
    DataFolder folder = new DataFolder(Path.of(args[1]));
    Progress progress = new Progress();
    Files.createDirectories(folder.path());
    Files.write(
        folder.settingsFile(), SampleSettings.write(texts).getBytes(StandardCharsets.UTF_8));
    try (House house = new House(folder, Clock.systemUTC())) {
      SampleNewsroom sample =
          new SampleNewsroom(
              texts,
              house.publication().current(),
              house.articles(),
              new Photos(house.database(), folder.photos(), Clock.systemUTC()),
              house.publishArticle(),
              house.takeDownArticle(),
              house.sampleDesk());
      SampleStaff.hire(house);
      sample.write((done, all) -> progress.count("Drawing pictures", done, all));
      house.sampleLetters().write();
      SampleReads.write(
          folder.counts(),
          house.database(),
          house.settings().publication(),
          LocalDate.now(Clock.systemUTC()));
      house.makeKeys(Secret.of(""));
      var _ =
          folder
              .sealing()
              .make(SealingKeyring.ROLL, DemoCommand.ROLL, new SecureRandom(), QUICK_SCRYPT);
      support(folder, house);
      PublishEdition edition = house.publishEdition(house.masthead(Secret.of("")));
      Paper.publish(edition, true, progress);
      Paper.compress(edition, progress);
    }
    forgetKeys(folder);
  }

  /** A year of gifts that nobody gave, and the campaign's meter where they have brought it. */
  private static void support(DataFolder folder, House house) {
    try (Database post = Database.open(folder.postDatabase(), "db/post")) {
      Publication publication = house.publication().current();
      SampleSupport.write(post, publication.zone(), Clock.systemUTC());
      SampleSupport.move(
          new CampaignMeters(house.database(), Clock.systemUTC()),
          house.publication().printed().support().running(),
          post);
    }
  }

  /**
   * Each run of the demo makes its own. What readers send is sealed to a key that the edition
   * names, so that one stays.
   */
  private static void forgetKeys(DataFolder folder) throws IOException {
    for (Path place : new Path[] {folder.keys().folder(), folder.editions().metadata()}) {
      try (var files = Files.list(place)) {
        for (Path file : files.filter(BakeDemo::isEachRunsOwn).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static boolean isEachRunsOwn(Path file) {
    String name = String.valueOf(file.getFileName());
    return !name.endsWith(".targets.json")
        && !name.startsWith(SealingKeyring.DROPBOX + ".")
        && !name.startsWith(SealingKeyring.ROLL + ".");
  }
}
