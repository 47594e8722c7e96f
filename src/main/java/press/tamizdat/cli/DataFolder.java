package press.tamizdat.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import press.tamizdat.edition.reading.EditionFolder;
import press.tamizdat.platform.config.Fault;
import press.tamizdat.platform.config.TomlFile;
import press.tamizdat.platform.file.Disk;
import press.tamizdat.trust.keys.Keyring;
import press.tamizdat.trust.sealing.SealingKeyring;

/**
 * A newsroom's data folder.
 *
 * <pre>
 * tamizdat.toml   the settings
 * desk/           articles and photos: the desk's alone
 * keys/           signing keys: the desk's alone; keys of the dropbox, the roll and links: the post's
 * dropbox/        what readers sent, sealed, until the post takes it
 * post/           subscribers, letters on their way, the ledger: the post's alone
 * editions/       what readers may have: objects and signed metadata
 * counts/         how often pages were read, by day
 * </pre>
 */
record DataFolder(Path path) {
  Path settingsFile() {
    return path.resolve("tamizdat.toml");
  }

  Path database() {
    return path.resolve("desk").resolve("desk.db");
  }

  Path photos() {
    return path.resolve("desk").resolve("photos");
  }

  Path postDatabase() {
    return path.resolve("post").resolve("post.db");
  }

  Path dropbox() {
    return path.resolve("dropbox");
  }

  /** Where mail is caught that is not sent. */
  Path mail() {
    return path.resolve("mail");
  }

  Path linkKey() {
    return path.resolve("keys").resolve("links.key");
  }

  SealingKeyring sealing() {
    return new SealingKeyring(path.resolve("keys"));
  }

  Keyring keys() {
    return new Keyring(path.resolve("keys"));
  }

  EditionFolder editions() {
    return new EditionFolder(path.resolve("editions"));
  }

  Path counts() {
    return path.resolve("counts");
  }

  boolean exists() {
    return Files.exists(settingsFile());
  }

  /** Makes the folder with the settings file that explains itself. */
  void begin(String settings) {
    try {
      Files.createDirectories(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Disk.put(settingsFile(), settings.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads the settings.
   *
   * @throws Refused naming every line that is wrong
   */
  Settings settings() {
    byte[] bytes =
        Disk.read(settingsFile())
            .orElseThrow(
                () ->
                    new Refused(
                        "there is no newsroom in "
                            + path
                            + ": `tamizdat serve --data "
                            + path
                            + "` begins one, `tamizdat demo` shows one"));
    return switch (Settings.read(new String(bytes, StandardCharsets.UTF_8))) {
      case TomlFile.Outcome.Read<Settings>(Settings settings) -> settings;
      case TomlFile.Outcome.Wrong<Settings>(java.util.List<Fault> faults) -> throw wrong(faults);
    };
  }

  private Refused wrong(java.util.List<Fault> faults) {
    StringBuilder text = new StringBuilder(settingsFile() + " cannot be used:");
    faults.forEach(f -> text.append("\n  ").append(f));
    return new Refused(text.toString());
  }
}
