package press.tamizdat.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.tamizdat.Chromium;
import press.tamizdat.article.published.Support;
import press.tamizdat.edition.PressRoom;
import press.tamizdat.edition.page.FormKeys;
import press.tamizdat.edition.reading.EditionFolder;
import press.tamizdat.platform.db.Database;
import press.tamizdat.platform.http.Config;
import press.tamizdat.platform.http.Door;
import press.tamizdat.platform.mail.Correspondence;
import press.tamizdat.platform.mail.MailFolder;
import press.tamizdat.post.FolderBox;
import press.tamizdat.post.PostOffice;
import press.tamizdat.post.PostRoom;
import press.tamizdat.site.Site;
import press.tamizdat.site.forms.FormDoor;
import press.tamizdat.support.remind.Reminders;
import press.tamizdat.trust.LinkKey;
import press.tamizdat.trust.sealing.OpeningKey;

/**
 * A reminder by mail from the form to its end: the browser, the site, its dropbox, the post and the
 * database are real; only the post's clock is moved.
 */
@Tag("browser")
class ReminderWayTest {
  private static final SecureRandom RANDOM = new SecureRandom();

  @TempDir private Path folder = Path.of("");
  private final List<AutoCloseable> open = new ArrayList<>();
  private Optional<PressRoom> press = Optional.empty();
  private Optional<Database> post = Optional.empty();
  private Optional<Reminders> reminders = Optional.empty();
  private String site = "";

  @BeforeEach
  void start() {
    Chromium.required();
    PressRoom room = new PressRoom(folder.resolve("desk"));
    press = Optional.of(room);
    open.add(room);
    room.publication =
        room.publication.withSupport(
            new Support(
                List.of(
                    new Support.Purse(
                        "EUR", List.of(1000L), List.of(500L), List.of(6000L), 200, 0)),
                "monthly",
                List.of(new Support.Method("practice", Support.Mark.PRACTICE, "", "PRACTICE")),
                0,
                List.of(),
                30,
                true,
                List.of()));
    room.article(PressRoom.ENGLISH, "the-dam", "news", List.of(), room.clock.instant());
    OpeningKey key = OpeningKey.generate(RANDOM);
    EditionFolder editions = room.editions("editions");
    room.edition(
            editions,
            () -> room.publication,
            Optional.of(new FormKeys(key.sealing().text(), List.of())))
        .publish(false);
    Path dropbox = folder.resolve("dropbox");
    Site opened =
        Site.start(
                editions,
                Optional.of(new FormDoor(dropbox, Set.of(), Clock.systemUTC(), RANDOM)),
                Config.of(
                    new Door(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), false)),
                folder.resolve("counts"),
                Clock.systemUTC())
            .orElseThrow();
    open.add(opened);
    site = "http://127.0.0.1:" + opened.ports().getFirst();
    open.add(post(room, dropbox, key));
  }

  private PostOffice post(PressRoom room, Path dropbox, OpeningKey key) {
    Database database = Database.open(folder.resolve("post.db"), "db/post");
    open.add(database);
    post = Optional.of(database);
    Reminders made =
        new Reminders(
            new PostRoom(
                database,
                room.clock,
                RANDOM,
                () -> room.publication,
                new MailFolder(folder.resolve("mail"), Clock.systemUTC()),
                new Correspondence("support@gauge.example", "gauge.example", URI.create(site)),
                key.sealing(),
                LinkKey.at(folder.resolve("links"), RANDOM)),
            key);
    reminders = Optional.of(made);
    FolderBox box = new FolderBox(dropbox);
    open.add(box);
    PostOffice office =
        new PostOffice(
            List.of(box),
            key,
            Map.of("support.remind", made::ask, "support.forget", made::forget),
            Clock.systemUTC());
    office.start();
    return office;
  }

  @AfterEach
  void stop() throws Exception {
    for (AutoCloseable each : open.reversed()) {
      each.close();
    }
  }

  private static void says(Page page, String heading) {
    page.locator("h1", new Page.LocatorOptions().setHasText(heading)).waitFor();
  }

  private void ask(Page page, String address, String when) {
    page.navigate(site + "/en/support/remind.html");
    page.getByLabel("E-mail address").fill(address);
    page.locator("form label", new Page.LocatorOptions().setHasText(when)).click();
    page.locator("main form button").click();
    says(page, "You will be reminded");
  }

  /** The mails when there are as many as this. */
  private List<String> mails(int count) {
    for (int i = 0; i < 500; i++) {
      try (Stream<Path> files = Files.list(folder.resolve("mail"))) {
        List<Path> all = files.filter(f -> f.toString().endsWith(".eml")).sorted().toList();
        if (all.size() >= count) {
          return all.stream().map(ReminderWayTest::text).toList();
        }
        Thread.sleep(20);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
    throw new AssertionError(count + " mails did not come in ten seconds");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, UTF_8).replace("=\r\n", "").replace("=3D", "=");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int due(Duration later) {
    press.orElseThrow().clock.advance(later);
    return reminders.orElseThrow().send();
  }

  /** Whether the address can be read in any file but the mails that left. */
  private boolean isKept(String address) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(f -> !f.startsWith(folder.resolve("mail")))
          .anyMatch(f -> bytes(f).contains(address));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String bytes(Path file) {
    try {
      return Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
    } catch (java.nio.file.NoSuchFileException e) {
      return ""; // taken out of the dropbox meanwhile
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void itComesOnItsDayOnceAndItsAddressIsGone() {
    try (BrowserContext context = Chromium.browser().newContext()) {
      Page page = context.newPage();
      ask(page, "in.a.week@mail.example", "In a week");
      assertThat(mails(1).getFirst()).contains("a reminder is noted", "November 27, 2026");
      assertThat(isKept("in.a.week")).isFalse();
      assertThat(due(Duration.ofDays(6))).isZero();
      assertThat(due(Duration.ofDays(1).plusHours(3))).isEqualTo(1);
      assertThat(due(Duration.ofDays(40))).isZero();
      List<String> mails = mails(2);
      assertThat(mails).hasSize(2);
      assertThat(mails.getLast()).contains("in.a.week@mail.example", "only message");
      page.navigate(link(mails.getLast(), "support.html"));
      assertThat(page.locator("main form").count()).isPositive();
    }
  }

  @Test
  void itsLinkErasesTheAddressBeforeItsDay() {
    try (BrowserContext context = Chromium.browser().newContext()) {
      Page page = context.newPage();
      ask(page, "never.mind@mail.example", "On payday");
      page.navigate(link(mails(1).getFirst(), "support/forget.html"));
      page.locator("main form button").click();
      says(page, "Your address is erased");
      for (int i = 0; i < 250 && kept() > 0; i++) {
        page.waitForTimeout(20);
      }
      assertThat(kept()).isZero();
      assertThat(due(Duration.ofDays(40))).isZero();
      assertThat(mails(1)).hasSize(1);
    }
  }

  private int kept() {
    return post.orElseThrow()
        .<Integer>read(
            h -> h.createQuery("SELECT COUNT(*) FROM reminder").mapTo(Integer.class).one());
  }

  private static String link(String mail, String page) {
    Matcher link = Pattern.compile("https?://\\S+/" + Pattern.quote(page) + "\\S*").matcher(mail);
    assertThat(link.find()).isTrue();
    return link.group();
  }
}
