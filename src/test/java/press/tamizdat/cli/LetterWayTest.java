package press.tamizdat.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.tamizdat.Chromium;
import press.tamizdat.article.published.Publication;
import press.tamizdat.demo.Mailbox;
import press.tamizdat.edition.PressRoom;
import press.tamizdat.edition.page.FormKeys;
import press.tamizdat.edition.reading.EditionFolder;
import press.tamizdat.letter.roll.Choice;
import press.tamizdat.letter.roll.Registrar;
import press.tamizdat.letter.roll.Roll;
import press.tamizdat.letter.roll.SealedAddress;
import press.tamizdat.letter.roll.SubscriberLinks;
import press.tamizdat.platform.db.Database;
import press.tamizdat.platform.http.Config;
import press.tamizdat.platform.http.Door;
import press.tamizdat.platform.mail.Correspondence;
import press.tamizdat.platform.mail.Mail;
import press.tamizdat.platform.mail.MailAddress;
import press.tamizdat.platform.mail.MailFolder;
import press.tamizdat.post.FolderBox;
import press.tamizdat.post.Handled;
import press.tamizdat.post.Handler;
import press.tamizdat.post.PostOffice;
import press.tamizdat.post.PostRoom;
import press.tamizdat.site.Site;
import press.tamizdat.site.forms.FormDoor;
import press.tamizdat.trust.LinkKey;
import press.tamizdat.trust.envelope.Envelope;
import press.tamizdat.trust.sealing.OpeningKey;

/**
 * From an article to the mailbox and out again, in a browser: a site, its dropbox and the mailbox
 * are real; who opens envelopes only writes down what came, and sends a link.
 */
@Tag("browser")
class LetterWayTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String LINK = "abcdefghijklmnopqrstuvwxyz234567abcdefghij";

  /** A reader's public key, as gpg writes it. */
  private static final String KEY =
      """
      -----BEGIN PGP PUBLIC KEY BLOCK-----

      mDMEZ3SFgBYJKwYBBAHaRw8BAQdAD92wXJJM5PYe1rmSq40LoLOejUO7ITS5WN8m
      eDkTu3K0HFJlYWRlciA8cmVhZGVyQG1haWwuZXhhbXBsZT6IkAQTFggAOBYhBDYD
      wZFjS8oyG9gOc8jWgfc+B7YxBQJndIWAAhsDBQsJCAcCBhUKCQgLAgQWAgMBAh4B
      AheAAAoJEMjWgfc+B7YxkI8A/2d3K6UzudvXbPrN3n5s6jkqOQOBoTUdvzdGigk2
      PUOiAP4uP5DeaX51yfNjGiG3dVmhEu5LSA0JfcR3X7iFIzKoCLg4BGd0hYASCisG
      AQQBl1UBBQEBB0BL/kJDTYYkpV5G67xsNT0Fm7iE0S7cVZJq/YSJStftTAMBCAeI
      eAQYFggAIBYhBDYDwZFjS8oyG9gOc8jWgfc+B7YxBQJndIWAAhsMAAoJEMjWgfc+
      B7Yx4WMA/2RLd4psBCnj7x0LHA+NFO6hdeh7tesXx/Wfa6xC5GTmAP95Oaoe4SgE
      J7QwimIGqcdO2mYsfQKG9gdYWTqZEZOzDg==
      =u7Q3
      -----END PGP PUBLIC KEY BLOCK-----
      """;

  @TempDir static Path folder;
  private static final List<AutoCloseable> OPEN = new ArrayList<>();
  private static final List<Envelope> CAME = new CopyOnWriteArrayList<>();
  private static String site = "";
  private static String mailbox = "";
  private static String managing = "";

  @BeforeAll
  static void start() {
    Chromium.required();
    PressRoom room = new PressRoom(folder.resolve("desk"));
    OPEN.add(room);
    room.publication =
        room.publication.withLetters(
            List.of(
                new Publication.Letter(
                    "weekly",
                    Map.of(PressRoom.ENGLISH, "The Weekly Letter"),
                    Map.of(PressRoom.ENGLISH, "The week in ten minutes."),
                    Map.of(PressRoom.ENGLISH, "Every Friday"))));
    room.article(PressRoom.ENGLISH, "the-dam", "news", List.of(), room.clock.instant());
    OpeningKey key = OpeningKey.generate(RANDOM);
    EditionFolder editions = room.editions("editions");
    room.edition(
            editions,
            () -> room.publication,
            Optional.of(new FormKeys(key.sealing().text(), List.of())))
        .publish(false);
    Path dropbox = folder.resolve("dropbox");
    Site open =
        Site.start(
                editions,
                Optional.of(new FormDoor(dropbox, Set.of(), Clock.systemUTC(), RANDOM)),
                Config.of(
                    new Door(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), false)),
                folder.resolve("counts"),
                Clock.systemUTC())
            .orElseThrow();
    OPEN.add(open);
    site = "http://127.0.0.1:" + open.ports().getFirst();
    MailFolder mails = new MailFolder(folder.resolve("mail"), Clock.systemUTC());
    Mailbox shown = Mailbox.open(folder.resolve("mail"), 0);
    OPEN.add(shown);
    mailbox = "http://127.0.0.1:" + shown.port() + "/";
    FolderBox box = new FolderBox(dropbox);
    OPEN.add(box);
    Database database = Database.open(folder.resolve("post.db"), "db/post");
    OPEN.add(database);
    OpeningKey rollKey = OpeningKey.generate(RANDOM);
    LinkKey linkKey = LinkKey.at(folder.resolve("links.key"), RANDOM);
    Registrar registrar =
        new Registrar(
            new PostRoom(
                database,
                Clock.systemUTC(),
                RANDOM,
                () -> room.publication,
                mails,
                new Correspondence("letters@gauge.example", "gauge.example", URI.create(site)),
                rollKey.sealing(),
                linkKey),
            key);
    OPEN.add(registrar);
    Roll roll = new Roll(database, Clock.systemUTC(), RANDOM);
    String id =
        roll.signUp(
            "once",
            SealedAddress.seal(
                MailAddress.parse("vera@mail.example").orElseThrow(), rollKey.sealing()),
            new Choice(Set.of("weekly"), PressRoom.ENGLISH));
    assertThat(roll.confirm(id)).isTrue();
    managing = new SubscriberLinks(linkKey).managing(id);
    Map<String, Handler> handlers = new HashMap<>(handlers(mails));
    handlers.put(
        "letter.manage", Optional.ofNullable(registrar.handlers().get("letter.manage")).get());
    PostOffice office = new PostOffice(List.of(box), key, handlers, Clock.systemUTC());
    OPEN.add(office);
    office.start();
  }

  private static Map<String, Handler> handlers(MailFolder mails) {
    return Map.of(
        "letter.sign-up",
        envelope -> {
          CAME.add(envelope);
          mails.send(
              new Mail(
                  "", envelope.text("address"), mail(envelope.text("address")).getBytes(UTF_8)));
          return Handled.done();
        },
        "letter.confirm",
        LetterWayTest::note,
        "letter.leave",
        LetterWayTest::note);
  }

  private static Handled note(Envelope envelope) {
    CAME.add(envelope);
    return Handled.done();
  }

  /** As the program writes mails, with a word and a line that have to be put together again. */
  private static String mail(String to) {
    return """
    From: The Gauge <letters@gauge.example>
    To: %1$s
    Subject: =?utf-8?q?Please_confirm_=E2=80=93?= =?utf-8?q?_letters?=
    List-Unsubscribe: <%2$s/forms/letter.leave?link=%3$s>
    List-Unsubscribe-Post: List-Unsubscribe=One-Click
    MIME-Version: 1.0
    Content-Type: multipart/alternative; boundary="edge"

    --edge
    Content-Type: text/plain; charset=utf-8
    Content-Transfer-Encoding: quoted-printable

    Confirm: %2$s/en/letters/confirm.html?li=
    nk=3D%3$s

    --edge
    Content-Type: text/html; charset=utf-8
    Content-Transfer-Encoding: quoted-printable

    <p>Hello</p><script>document.title =3D "run"</script><a href=3D"%2$s/en/letters/leave.html?link=3D%3$s&amp;letter=3Dweekly">Leave</a>
    --edge--
    """
        .formatted(to, site, LINK)
        .replace("\n", "\r\n");
  }

  @AfterAll
  static void stop() throws Exception {
    for (AutoCloseable each : OPEN.reversed()) {
      each.close();
    }
  }

  @Test
  void aReaderSignsUpConfirmsAndLeaves() {
    try (BrowserContext context = Chromium.browser().newContext()) {
      Page page = context.newPage();
      page.navigate(site + "/en/2026/11/the-dam.html");
      page.getByLabel("E-mail address").fill("with.script@mail.example");
      page.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON).click();
      says(page, "Look in your mailbox");
      confirmAndLeave(page, "with.script@mail.example");
    }
  }

  @Test
  void aReaderWithoutScriptAnswersAQuestionAndHasTheSameWay() {
    Browser.NewContextOptions plain = new Browser.NewContextOptions().setJavaScriptEnabled(false);
    try (BrowserContext context = Chromium.browser().newContext(plain)) {
      Page page = context.newPage();
      page.navigate(site + "/en/letters/weekly.html");
      page.getByLabel("E-mail address").fill("no.script@mail.example");
      page.getByLabel("I agree").check();
      page.getByText("Sign up", new Page.GetByTextOptions().setExact(true)).click();
      says(page, "One question first");
      String question = page.locator("main label").textContent();
      String[] words = question.split(": ")[1].strip().split(", ");
      int which = question.contains("first") ? 0 : question.contains("second") ? 1 : 2;
      page.locator("[name=answer]").fill(words[which]);
      page.getByText("Send", new Page.GetByTextOptions().setExact(true)).click();
      says(page, "Look in your mailbox");
      confirmAndLeave(page, "no.script@mail.example");
    }
  }

  @Test
  void aReaderSeesWhatTheyGetAndOpensAndClosesTheirLetters() {
    Browser.NewContextOptions plain = new Browser.NewContextOptions().setJavaScriptEnabled(false);
    try (BrowserContext context = Chromium.browser().newContext(plain)) {
      Page page = context.newPage();
      page.navigate(site + "/en/letters/manage.html?link=" + managing);
      assertThat(page.locator("[name=letter]").inputValue()).isEmpty();
      assertThat(page.getByText("Your letters come").all()).noneMatch(Locator::isVisible);

      show(page);
      assertThat(page.locator("[name=letter]").inputValue()).isEqualTo("weekly");
      assertThat(page.locator("[name=language]").inputValue()).isEqualTo("en");
      assertThat(page.getByText("The page now shows").isVisible()).isTrue();

      giveKey(page, "no key");
      says(page, "This key cannot be used");
      assertThat(page.locator("main p:visible").first().textContent())
          .contains("That is no OpenPGP public key");

      page.navigate(site + "/en/letters/manage.html?link=" + managing);
      giveKey(page, KEY);
      says(page, "Done");
      page.navigate(site + "/en/letters/manage.html?link=" + managing);
      show(page);
      assertThat(page.getByText("to the key that you gave").isVisible()).isTrue();

      page.getByText("Send them unencrypted again").click();
      says(page, "Done");
      page.navigate(site + "/en/letters/manage.html?link=" + managing);
      show(page);
      page.locator("summary").click();
      assertThat(page.getByText("Your letters come unencrypted").isVisible()).isTrue();
    }
  }

  private static void show(Page page) {
    page.getByText("Show what I get now").click();
    page.getByText("The page now shows").waitFor();
  }

  private static void giveKey(Page page, String key) {
    page.locator("summary").click();
    page.locator("[name=key]").fill(key);
    page.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();
  }

  /** With the keyboard where a frame of another process lies under the mouse. */
  private static void confirmAndLeave(Page page, String address) {
    int before = waitFor("letter.sign-up", address);
    page.navigate(mailbox);
    assertThat(page.locator("body").textContent()).contains("none of it leaves this machine");
    page.locator("tr", new Page.LocatorOptions().setHasText(address)).locator("a").click();
    says(page, "Please confirm – letters");
    page.locator("pre a").press("Enter");
    says(page, "One more step");
    page.locator("main button").click();
    says(page, "Thank you");

    page.navigate(mailbox);
    page.locator("tr", new Page.LocatorOptions().setHasText(address)).locator("a").click();
    Page opened =
        page.context().waitForPage(() -> page.frameLocator("iframe").locator("a").press("Enter"));
    opened.locator("main button").click();
    says(opened, "It will not come any more");
    page.locator("main form button").press("Enter");
    says(page, "It will not come any more");
    assertThat(waitFor("letter.leave", "")).isGreaterThan(before);
    assertThat(CAME)
        .anyMatch(e -> e.kind().equals("letter.leave") && e.text("letter").equals("weekly"));
  }

  private static void says(Page page, String heading) {
    page.locator("h1", new Page.LocatorOptions().setHasText(heading)).waitFor();
  }

  /** How many envelopes have come when one of this kind, and address, has. */
  private static int waitFor(String kind, String address) {
    for (int i = 0; i < 500; i++) {
      if (CAME.stream().anyMatch(e -> e.kind().equals(kind) && e.text("address").equals(address))) {
        return CAME.size();
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
    throw new AssertionError("no " + kind + " came in ten seconds");
  }
}
