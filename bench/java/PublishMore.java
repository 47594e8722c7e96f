import java.nio.file.Path;
import java.nio.file.Files;
import java.time.Clock;
import press.tamizdat.cli.Settings;
import press.tamizdat.edition.Masthead;
import press.tamizdat.edition.PublishEdition;
import press.tamizdat.edition.Steps;
import press.tamizdat.edition.reading.EditionFolder;
import press.tamizdat.platform.config.TomlFile;
import press.tamizdat.platform.db.Database;
import press.tamizdat.trust.keys.KeyName;
import press.tamizdat.trust.keys.Keyring;
import press.tamizdat.trust.tuf.Signer;

/** Adds stories one by one and publishes after each, all in one process, as a server does. */
final class PublishMore {
  private PublishMore() {}

  /**
   * @param args the data folder; the folder of the sample's English articles; how many stories fill
   *     the sixty months; the first and the last to add
   */
  public static void main(String[] args) throws Exception {
    Path data = Path.of(args[0]);
    Newspaper newspaper = new Newspaper(Path.of(args[1]), Integer.parseInt(args[2]));
    if (!(Settings.read(Files.readString(data.resolve("tamizdat.toml")))
        instanceof TomlFile.Outcome.Read<Settings>(Settings settings))) {
      throw new IllegalStateException("the settings cannot be read");
    }
    Keyring keys = new Keyring(data.resolve("keys"));
    EditionFolder folder = new EditionFolder(data.resolve("editions"));
    try (Database desk = Database.open(data.resolve("desk/desk.db"), "db/desk")) {
      Masthead masthead =
          new Masthead(
              folder,
              new Signer(settings.lifetimes(), Clock.systemUTC()),
              WriteNewsroom.open(keys, KeyName.EDITION),
              WriteNewsroom.open(keys, KeyName.FRESHNESS));
      PublishEdition edition =
          new PublishEdition(
              desk,
              settings::publication,
              data.resolve("desk/photos"),
              folder,
              masthead,
              Clock.systemUTC());
      for (int n = Integer.parseInt(args[3]); n <= Integer.parseInt(args[4]); n++) {
        WriteNewsroom.add(desk, newspaper.story(n));
        long from = System.nanoTime();
        var outcome = edition.publish(false);
        long millis = (System.nanoTime() - from) / 1_000_000;
        if (!(outcome instanceof PublishEdition.Outcome.Published p)) {
          throw new IllegalStateException("story " + n + ": " + outcome);
        }
        StringBuilder line = new StringBuilder();
        for (Steps.Step step : Steps.Step.values()) {
          line.append(' ').append(step).append(' ').append(p.steps().millis(step));
        }
        System.out.println(
            millis + " ms, " + p.rendered() + " rendered, " + p.changed() + " changed," + line);
      }
    }
  }
}
