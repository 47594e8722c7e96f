package press.tamizdat.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import press.tamizdat.letter.roll.RollExport;
import press.tamizdat.platform.db.Database;
import press.tamizdat.trust.Secret;
import press.tamizdat.trust.age.PassphraseFile;
import press.tamizdat.trust.sealing.OpeningKey;
import press.tamizdat.trust.sealing.SealingKey;
import press.tamizdat.trust.sealing.SealingKeyring;

@Command(
    name = "export",
    description = {
      "Writes every subscriber into an age file: CSV with address, language, letters, month of"
          + " joining.",
      "Asks for the passphrase of the roll, and for a new one for the file unless --recipient is"
          + " given."
    })
final class RollExportCommand implements Runnable {
  @Mixin private DataOption data = new DataOption();

  @Parameters(paramLabel = "FILE", description = "Where to; it must not be there yet.")
  private Path file = Path.of("roll.csv.age");

  @Option(
      names = "--recipient",
      paramLabel = "age1...",
      description = "Whose key opens the file, instead of a passphrase.")
  private @Nullable String recipient;

  @Override
  public void run() {
    if (Files.exists(file)) {
      throw new Refused(file + " is there already; name another file");
    }
    Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
    try (Database post = Database.open(data.folder().postDatabase(), "db/post");
        OpeningKey roll = open()) {
      RollExport.Written written = write(post, roll, unfinished);
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
      System.out.printf("%,d subscribers are in %s.%n", written.written(), file);
      if (written.unreadable() > 0) {
        System.out.printf(
            "%,d rows are sealed to another key and are not in it.%n", written.unreadable());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private RollExport.Written write(Database post, OpeningKey roll, Path to) throws IOException {
    Progress progress = new Progress();
    Files.deleteIfExists(to);
    Files.createFile(
        to, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (OutputStream disk = Files.newOutputStream(to, StandardOpenOption.WRITE);
        OutputStream sealing = sealing(new BufferedOutputStream(disk, 64 << 10))) {
      return new RollExport(post).write(roll, sealing, n -> progress.count("Subscribers", n));
    } finally {
      progress.end();
    }
  }

  private OutputStream sealing(OutputStream to) {
    if (recipient == null) {
      Secret passphrase = Passphrase.askForNewExport();
      return PassphraseFile.sealing(to, passphrase, PassphraseFile.WORK_FACTOR);
    }
    return SealingKey.parse(recipient)
        .orElseThrow(() -> new Refused("--recipient is a public key of age: age1..."))
        .sealing(to);
  }

  private OpeningKey open() {
    SealingKeyring keys = data.folder().sealing();
    Secret passphrase =
        keys.isSealed(SealingKeyring.ROLL) ? Passphrase.askForRoll() : Secret.of("");
    return switch (keys.open(SealingKeyring.ROLL, passphrase)) {
      case SealingKeyring.Opening.Opened(OpeningKey key) -> key;
      case SealingKeyring.Opening.WrongPassphrase(Path key) ->
          throw new Refused("the passphrase does not open " + key);
      case SealingKeyring.Opening.PassphraseNeeded(Path key) ->
          throw new Refused(key + " needs a passphrase");
      case SealingKeyring.Opening.NoSuchKey(Path key) -> throw new Refused(key + " is missing");
      case SealingKeyring.Opening.NeedsMemory(Path key, long bytes) ->
          throw new Refused(key + " takes " + (bytes >> 20) + " MiB to open; raise -Xmx");
      case SealingKeyring.Opening.Unusable(Path key, String why) ->
          throw new Refused(key + " cannot be used: " + why);
    };
  }
}
