package press.tamizdat.cli;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import press.tamizdat.platform.file.Disk;
import press.tamizdat.trust.Secret;
import press.tamizdat.trust.SecretAccess;
import press.tamizdat.trust.age.PassphraseFile;
import press.tamizdat.trust.keys.PrivateFile;

/**
 * The tills' keys at rest: a file {@code till-NAME.age} each, under the house passphrase. Inside
 * are lines such as {@code key = sk_live_...}; the stock {@code age} tool opens it too.
 */
record TillKeys(Path folder) {
  private static final SecretAccess ACCESS = new SecretAccess("open the tills");

  Path file(String till) {
    return folder.resolve("till-" + till + ".age");
  }

  /** Seals a till's keys, in the place of any that there were. */
  void put(String till, Secret lines, Secret passphrase) {
    Path file = file(till);
    Path old = file.resolveSibling(file.getFileName() + ".old");
    try {
      java.nio.file.Files.deleteIfExists(old);
      if (java.nio.file.Files.exists(file)) {
        java.nio.file.Files.move(file, old);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    PrivateFile.write(file, PassphraseFile.seal(lines, passphrase, PassphraseFile.WORK_FACTOR));
  }

  /**
   * One of them.
   *
   * @param name such as {@code key}
   * @throws Refused saying what is missing
   */
  Secret get(String till, String name, Secret passphrase) {
    Path file = file(till);
    Optional<byte[]> sealed = Disk.read(file);
    if (sealed.isEmpty()) {
      throw new Refused(
          "the till "
              + till
              + " has no keys: put them in with  tamizdat till-keys --data "
              + folder.getParent()
              + " "
              + till);
    }
    return switch (PassphraseFile.open(sealed.get(), passphrase)) {
      case PassphraseFile.Opening.Opened(Secret content) -> line(file, content, name);
      case PassphraseFile.Opening.WrongPassphrase() ->
          throw new Refused("the passphrase does not open " + file);
      case PassphraseFile.Opening.NeedsMemory(long bytes) ->
          throw new Refused(file + " takes " + (bytes >> 20) + " MiB to open; raise -Xmx");
      case PassphraseFile.Opening.Unreadable(String why) ->
          throw new Refused(file + " cannot be used: " + why);
    };
  }

  private static Secret line(Path file, Secret content, String name) {
    Properties lines = new Properties();
    try {
      lines.load(new StringReader(new String(content.reveal(ACCESS), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.ofNullable(lines.getProperty(name))
        .map(String::strip)
        .map(Secret::of)
        .orElseThrow(() -> new Refused(file + " has no line \"" + name + " = ...\""));
  }
}
