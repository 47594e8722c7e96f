package press.tamizdat.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.SecureRandom;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import press.tamizdat.demo.Mailbox;
import press.tamizdat.desk.Desk;
import press.tamizdat.edition.Masthead;
import press.tamizdat.edition.PublishEdition;
import press.tamizdat.site.Site;
import press.tamizdat.staff.Accounts;
import press.tamizdat.trust.Secret;

@Command(
    name = "demo",
    description = {
      "Starts a sample publication, The Ferry, in a fresh data folder, on loopback only.",
      "Everything in it is invented. The folder is removed at the end unless --data names one to"
          + " keep."
    })
final class DemoCommand implements Runnable {
  /** Where the build has put the sample newsroom, its pages rendered already. */
  private static final String BAKED = "tamizdat.demo";

  /** The passphrase of the sample's roll, which its desk shows. */
  static final Secret ROLL = Secret.of("the ferry leaves at noon");

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "Keep the demo's data here; must not exist yet.")
  private @Nullable Path keep;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "First of the four ports (default: ${DEFAULT-VALUE}).",
      defaultValue = "8080")
  private int port = 8080;

  @Option(
      names = "--once",
      description = "Stop as soon as the site has answered; for measuring the start.",
      hidden = true)
  private boolean once;

  @Override
  public void run() {
    Path baked = Path.of(System.getProperty(BAKED, "target/demo"));
    if (!Files.isDirectory(baked.resolve("editions"))) {
      throw new Refused("the sample newsroom is not built: start the demo with ./tamizdat demo");
    }
    DataFolder folder = new DataFolder(fresh());
    copy(baked, folder.path());
    if (keep == null) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder.path())));
    }
    listenAt(folder, port);
    try (House house = new House(folder, Clock.systemUTC())) {
      house.makeKeys(Secret.of(""));
      Masthead masthead = house.masthead(Secret.of(""));
      PublishEdition edition = house.publishEdition(masthead);
      edition.adopt();
      System.out.println("The Ferry, a sample newsroom. Its data is in " + folder.path());
      if (once) {
        try (Site site = Paper.open(folder, house.settings())) {
          ask(site.ports().getFirst());
        }
        return;
      }
      Site site = ServeCommand.open(folder, house.settings());
      house.sampleDesk().bringUpToDate();
      PostRole post = house.post(Secret.of(""));
      Runtime.getRuntime().addShutdownHook(new Thread(post::close));
      post.start();
      openDesk(house, masthead, site);
      openMailbox(folder, port == 0 ? 0 : port + 3);
      ServeCommand.keepUp(house, edition);
    }
  }

  /** Three of the sample's staff, one of each role; one of them in Russian. */
  private static void openDesk(House house, Masthead masthead, Site site) {
    Desk desk = DeskDoor.open(house, masthead, site);
    System.out.println("The desk is open. Each link signs one of them in, once:");
    Accounts accounts = new Accounts(house.database(), Clock.systemUTC(), new SecureRandom());
    for (String penName : SampleStaff.AT_THE_DOOR) {
      accounts
          .named(penName)
          .ifPresent(
              account ->
                  System.out.printf(
                      "  %s   (%s, %s)%n",
                      DeskLinkCommand.link(house, desk.port(), account),
                      account.penName(),
                      account.role().word()));
    }
  }

  private static void openMailbox(DataFolder folder, int port) {
    Mailbox mailbox = Mailbox.open(folder.mail(), port);
    Runtime.getRuntime().addShutdownHook(new Thread(mailbox::close));
    System.out.println(
        "All mail is caught and shown at http://127.0.0.1:"
            + mailbox.port()
            + ": sign up for a letter on any page of the site, and look there.");
  }

  /** As a browser would, so that a measured start is one that answered. */
  private static void ask(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String head =
          "GET / HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: br\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      byte[] answer = socket.getInputStream().readAllBytes();
      if (!new String(answer, StandardCharsets.ISO_8859_1).startsWith("HTTP/1.1 200 ")) {
        throw new IllegalStateException("the site does not answer");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path fresh() {
    try {
      if (keep == null) {
        return Files.createTempDirectory("tamizdat-demo-");
      }
      if (Files.exists(keep)) {
        throw new Refused(
            keep
                + " is there already; the demo wants a fresh folder. To go on with that one:"
                + " tamizdat serve --data "
                + keep);
      }
      return Files.createDirectories(keep);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The settings name ports 8080 to 8082. */
  private static void listenAt(DataFolder folder, int port) {
    try {
      String settings = Files.readString(folder.settingsFile());
      folder.begin(
          settings
              .replace("127.0.0.1:8082", "127.0.0.1:" + (port == 0 ? 0 : port + 2))
              .replace("127.0.0.1:8081", "127.0.0.1:" + (port == 0 ? 0 : port + 1))
              .replace("127.0.0.1:8080", "127.0.0.1:" + port));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Objects never change once written, so they are shared with the build by hard link where the
   * disk allows it.
   */
  private static void copy(Path from, Path to) {
    try {
      Files.walkFileTree(
          from,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
                throws IOException {
              Files.createDirectories(to.resolve(from.relativize(folder).toString()));
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Path target = to.resolve(from.relativize(file).toString());
              if (!file.toString().contains("objects") || !linked(file, target)) {
                Files.copy(file, target);
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean linked(Path file, Path target) {
    try {
      Files.createLink(target, file);
      return true;
    } catch (IOException | UnsupportedOperationException e) {
      // Another disk, or one without links: copying does as well.
      return false;
    }
  }

  private static void delete(Path folder) {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException | UncheckedIOException e) {
      System.err.println("The demo's folder " + folder + " could not be removed whole.");
    }
  }
}
