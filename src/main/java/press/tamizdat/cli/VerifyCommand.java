package press.tamizdat.cli;

import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import press.tamizdat.edition.reading.FolderPlace;
import press.tamizdat.edition.reading.Inspection;
import press.tamizdat.edition.reading.Place;
import press.tamizdat.edition.reading.WebPlace;
import press.tamizdat.platform.file.Disk;
import press.tamizdat.trust.Sha256;
import press.tamizdat.trust.tuf.Refusal;
import press.tamizdat.trust.tuf.Remembered;
import press.tamizdat.trust.tuf.Role;
import press.tamizdat.trust.tuf.SignedFile;
import press.tamizdat.trust.tuf.Verification;

@Command(
    name = "verify",
    description = {
      "Checks an edition in a folder or at an address: signatures, freshness, every file.",
      "Says which edition it is, or exactly what is wrong. Exit code 0 if all is right, 1 if anything is wrong."
    })
final class VerifyCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "FOLDER-OR-ADDRESS",
      description = "A data folder, an edition folder, a folder of plain files, or http(s)://...")
  private String where = "";

  @Option(
      names = "--root",
      paramLabel = "FILE",
      description = "The root that you trust: 1.root.json as the newsroom gave it to you.")
  private @Nullable Path root;

  @Option(
      names = "--remember",
      paramLabel = "FILE",
      description = "Keep what was seen in this file, and refuse anything older the next time.")
  private @Nullable Path remember;

  @Override
  public Integer call() {
    Place place = place();
    Trusted trusted = trusted(place);
    Progress progress = new Progress();
    Inspection.Report report;
    try {
      report =
          Inspection.inspect(
              place,
              trusted.remembered(),
              Clock.systemUTC(),
              n -> {
                if (n % 100 == 0) {
                  progress.count("Checking", n);
                }
              });
    } catch (UncheckedIOException e) {
      throw new Refused(String.valueOf(e.getMessage()));
    } finally {
      progress.end();
    }
    print(report, trusted);
    if (remember != null && report.sound()) {
      Disk.put(remember, report.remembered().toBytes());
    }
    return report.sound() ? 0 : 1;
  }

  private Place place() {
    if (where.startsWith("http://") || where.startsWith("https://")) {
      return new WebPlace(address());
    }
    Path folder = Path.of(where);
    if (!Files.isDirectory(folder)) {
      throw new Refused("there is no folder " + folder);
    }
    return FolderPlace.of(folder);
  }

  private URI address() {
    try {
      URI address = URI.create(where);
      if (address.getHost() != null) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      // Said below, as of an address without a host.
    }
    throw new Refused(where + " is not an address, such as https://example.org");
  }

  /**
   * Where trust begins.
   *
   * @param firstLook whether the root was taken from the place itself
   */
  private record Trusted(Remembered remembered, boolean firstLook) {}

  private Trusted trusted(Place place) {
    if (remember != null && Files.exists(remember)) {
      try {
        return new Trusted(Remembered.parse(Disk.read(remember).orElseThrow()), false);
      } catch (Refusal e) {
        throw new Refused(
            remember + " is not a file that --remember wrote: " + e.problem().describe());
      }
    }
    if (root != null) {
      byte[] bytes = Disk.read(root).orElseThrow(() -> new Refused("there is no file " + root));
      return new Trusted(Remembered.only(named(bytes)), false);
    }
    Optional<byte[]> own;
    try {
      own = place.metadata(Role.ROOT.fileName(1), Verification.MOST_BYTES);
    } catch (UncheckedIOException e) {
      throw new Refused(String.valueOf(e.getMessage()));
    }
    byte[] bytes =
        own.orElseThrow(
            () -> new Refused("there is no edition at " + where + ": tuf/1.root.json is missing"));
    return new Trusted(Remembered.only(new SignedFile("1.root.json", bytes)), true);
  }

  /** The root that was given, which may be a later one than the first. */
  private SignedFile named(byte[] given) {
    try {
      long version = new SignedFile("root.json", given).version();
      return new SignedFile(Role.ROOT.fileName(version), given);
    } catch (Refusal e) {
      throw new Refused(root + " is not a root, such as 1.root.json: " + e.problem().describe());
    }
  }

  private void print(Inspection.Report report, Trusted trusted) {
    report
        .head()
        .ifPresent(
            head -> {
              System.out.printf("Edition    %d of %s%n", head.number(), head.time());
              System.out.printf("Languages  %s%n", head.languages());
              System.out.printf("Catalogue  sha256 %s%n", head.catalogue().hex());
              System.out.printf("Files      %,d, %,d bytes%n", report.files(), report.bytes());
            });
    report
        .root()
        .ifPresent(
            keys -> {
              System.out.printf(
                  "Root       version %d, valid until %s%n", keys.version(), keys.expires());
              for (Role role : Role.values()) {
                System.out.printf(
                    "  %-9s %s%n",
                    role.type(),
                    keys.keysOf(role).keyIds().stream()
                        .map(id -> id.hex().substring(0, 16))
                        .sorted()
                        .toList());
              }
            });
    report
        .timestamp()
        .ifPresent(
            t ->
                System.out.printf(
                    "Fresh      until %s (%s from now)%n", t.expires(), hours(t.expires())));
    if (trusted.firstLook()) {
      System.out.printf(
          "The root was taken from the place itself. Its SHA-256 is%n  %s%nCompare it with what the newsroom"
              + " says, or give the root that you have with --root.%n",
          Sha256.of(trusted.remembered().root().bytes()).hex());
    }
    report.faults().forEach(f -> System.out.println("WRONG      " + f.describe()));
    int wrong = report.faults().size();
    System.out.println(
        switch (wrong) {
          case 0 -> "All is as it was signed.";
          case 1 -> "1 thing is wrong.";
          default -> wrong + " things are wrong.";
        });
  }

  private static String hours(Instant until) {
    return Duration.between(Instant.now(), until).toHours() + " h";
  }
}
