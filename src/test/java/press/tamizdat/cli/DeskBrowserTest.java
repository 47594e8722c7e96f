package press.tamizdat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import press.tamizdat.Chromium;
import press.tamizdat.platform.db.Database;

/**
 * A newsroom at work: from the first word of an article to a reader's page, and what goes wrong.
 */
@Tag("browser")
class DeskBrowserTest {
  private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
  @TempDir private static Path folder;
  private static final List<AutoCloseable> OPEN = new ArrayList<>();

  private final List<Colleague> here = new ArrayList<>();

  @BeforeAll
  static void start() {
    Chromium.required();
    OPEN.add(RunningNewsroom.begin(folder));
  }

  @AfterAll
  static void stop() throws Exception {
    String said = OPEN.isEmpty() ? "" : newsroom().said();
    for (AutoCloseable open : OPEN.reversed()) {
      open.close();
    }
    assertThat(said)
        .as("what the newsroom wrote to its log")
        .doesNotContain("Exception", "SEVERE", "WARNING", "Vera", "Ilya", "Daria", "bridge");
  }

  private static RunningNewsroom newsroom() {
    return (RunningNewsroom) OPEN.getFirst();
  }

  private static Browser browser() {
    return Chromium.browser();
  }

  private Colleague enter(String penName, String role) {
    Colleague colleague = Colleague.at(browser());
    here.add(colleague);
    return colleague.enter(newsroom().link(penName, role));
  }

  @AfterEach
  void leave() {
    List<String> troubles = here.stream().flatMap(c -> c.troubles.stream()).toList();
    here.forEach(Colleague::close);
    assertThat(troubles).as("what the browsers complained of").isEmpty();
  }

  @Test
  void fromNothingToAReadersPageInUnderAMinute() throws IOException {
    Path photo = photo();
    Colleague vera = Colleague.at(browser());
    here.add(vera);
    String link = newsroom().link("Vera Lindt", "editor");
    long from = System.nanoTime();
    vera.enter(link);
    vera.press(vera.button("New article").first());
    vera.fill("Headline", "The bridge is closed");
    vera.write("Nobody may cross since Monday.");
    vera.chooseFile("Choose a photo", photo);
    vera.fill("Caption", "The bridge on Monday");
    vera.fill("Credit", "Daria Kovel");
    vera.fill("What the photo shows", "A bridge with a barrier across it");
    vera.choose("Section", "News");
    vera.press(vera.publish());
    vera.press("Publish now");
    vera.told("Published. Readers have it.");
    vera.clicks++;
    vera.page.getByRole(AriaRole.LINK).filter(textOf(newsroom().site + "/")).last().click();
    vera.page.waitForURL(newsroom().site + "/**");
    readUntil(vera.page, "Nobody may cross");
    Locator shown = vera.page.getByAltText("A bridge with a barrier across it");
    shown.waitFor();
    long took = (System.nanoTime() - from) / 1_000_000;
    System.out.printf(
        "From nothing to a reader's page: %,d ms with %d clicks%n", took, vera.clicks);

    assertThat(heading(vera.page)).isEqualTo("The bridge is closed");
    assertThat(vera.page.getByRole(AriaRole.ARTICLE).first().innerText())
        .contains("Nobody may cross since Monday.", "The bridge on Monday", "Daria Kovel");
    vera.page.waitForCondition(() -> (int) shown.evaluate("i => i.naturalWidth") > 0);
    assertThat(took).isLessThan(60_000);
  }

  /** The site turns to a new edition a moment after the desk has signed it. */
  private static void readUntil(Page reader, String words) {
    reader.waitForCondition(
        () -> {
          boolean there = reader.locator("main").innerText().contains(words);
          if (!there) {
            reader.reload();
          }
          return there;
        },
        new Page.WaitForConditionOptions().setTimeout(3000));
  }

  private static Path photo() throws IOException {
    BufferedImage image = new BufferedImage(1600, 1000, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.ORANGE);
    pen.fillRect(0, 400, 1600, 200);
    pen.dispose();
    Path file = folder.resolve("bridge.jpg");
    ImageIO.write(image, "jpeg", file.toFile());
    return file;
  }

  private static Locator.FilterOptions textOf(String words) {
    return new Locator.FilterOptions().setHasText(words);
  }

  private static String heading(Page page) {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)).innerText();
  }

  @Test
  void whatIsTypedWithoutAConnectionIsProposedWhenTheArticleIsOpenedAgain() {
    Colleague vera = enter("Vera Lindt", "editor");
    String article = vera.begin("The weir", "It roars.");
    vera.window.setOffline(true);
    vera.write(" It was heard in town.");
    vera.told("Not connected; your text is kept in this browser");
    vera.write(" Nobody slept.");
    vera.closeTheTab();
    vera.window.setOffline(false);

    vera.open(article);
    // From this browser; or from the server, where the closing tab may have got through to it yet.
    Locator mine = version(vera, "Nobody slept.");
    assertThat(mine.innerText()).contains("It was heard in town. Nobody slept.", "the newest");
    assertThat(version(vera, "Saved revision").innerText()).doesNotContain("heard");
    vera.press(mine.getByRole(AriaRole.BUTTON));
    vera.isKept();
    vera.save();
    vera.open(article);
    assertThat(vera.text().innerText()).isEqualTo("It roars. It was heard in town. Nobody slept.");
    assertThat(vera.page.getByRole(AriaRole.DIALOG).count()).isZero();
  }

  private static Locator version(Colleague who, String words) {
    return who.page
        .getByRole(AriaRole.DIALOG)
        .getByRole(AriaRole.REGION)
        .filter(textOf(words))
        .first();
  }

  @Test
  void ofTwoEditorsOnOneArticleNeitherLosesAWord() {
    Colleague vera = enter("Vera Lindt", "editor");
    Colleague ilya = enter("Ilya Marchuk", "editor");
    String article = vera.begin("The ferry", "It sails.");
    vera.write(" At noon.");
    vera.isKept();

    ilya.open(article);
    ilya.told("Vera Lindt is writing now");
    assertThat(ilya.text().getAttribute("contenteditable")).isEqualTo("false");
    ilya.press("Take over");
    ilya.text().filter(textOf("At noon.")).waitFor();
    vera.write(" Or at one.");
    vera.told("Ilya Marchuk is writing now. What you had not saved is kept here.");
    assertThat(vera.text().innerText()).isEqualTo("It sails. At noon. Or at one.");
    ilya.write(" In the morning.");
    ilya.save();
    ilya.open(newsroom().desk + "/");

    vera.press("Take over");
    vera.told("newer");
    vera.press("Save");
    assertThat(heading(vera.page)).isEqualTo("Two versions of one text");
    assertThat(vera.page.locator("main ins").allInnerTexts().toString()).contains("Or at one");
    assertThat(vera.page.locator("main del").allInnerTexts().toString()).contains("morning");
    vera.press("Save mine as the newest version");
    assertThat(vera.text().innerText()).contains("Or at one.");
    vera.open(article + "/revisions");
    assertThat(vera.main()).contains("kept when somebody took over", "Ilya Marchuk");
  }

  @Test
  void whatTheServerHasConfirmedSurvivesItsDeath() {
    Colleague vera = enter("Vera Lindt", "editor");
    String article = vera.begin("The dam", "It holds.");
    vera.write(" For how long, nobody says.");
    vera.isKept();
    newsroom().kill();
    vera.closeTheTab();
    newsroom().startAgain();

    Colleague atHome = enter("Vera Lindt", "editor");
    atHome.open(article);
    Locator kept = version(atHome, "Unsaved text on the server");
    assertThat(kept.innerText()).contains("It holds. For how long, nobody says.", "the newest");
    atHome.press(kept.getByRole(AriaRole.BUTTON));
    atHome.isKept();
    atHome.save();
  }

  @Test
  void anArticleThatWasPublishedJustBeforeTheServerDiedComesOutOnce() {
    Colleague vera = enter("Vera Lindt", "editor");
    String article = vera.begin("The lock gates", "They are open.");
    vera.press(vera.publish());
    String address = vera.page.locator("dd code").first().innerText();
    long before = newsroom().edition();
    vera.button("Publish now").click();
    untilItIsPublic(article);
    newsroom().kill();
    newsroom().startAgain();

    vera.open(article + "/publication");
    vera.page.getByText("Readers have this text.").waitFor();
    vera.page.waitForCondition(() -> vera.page.navigate(address).status() == 200);
    assertThat(heading(vera.page)).isEqualTo("The lock gates");
    assertThat(newsroom().edition()).isEqualTo(before + 1);
    vera.page.waitForTimeout(1500);
    assertThat(newsroom().edition()).as("no second edition").isEqualTo(before + 1);
    vera.open(newsroom().site + "/");
    assertThat(vera.link("The lock gates").count()).isEqualTo(1);
  }

  @Test
  void timesThatTheClocksLeaveOutOrRepeatAreAskedAbout() {
    ZoneOffsetTransition forward = next(true);
    ZoneOffsetTransition back = next(false);
    Colleague vera = enter("Vera Lindt", "editor");
    String article = vera.begin("The clocks", "They change.");
    vera.open(article + "/publication");
    LocalDateTime never = forward.getDateTimeBefore().plusMinutes(30);
    schedule(vera, never);
    assertThat(vera.page.getByRole(AriaRole.ALERT).innerText())
        .contains("clocks go forward", "there is no 02:30");
    assertThat(choices(vera))
        .satisfiesExactly(
            c ->
                assertThat(c)
                    .contains(words(forward.getDateTimeBefore().minusMinutes(1)), "UTC+01:00"),
            c -> assertThat(c).contains(words(forward.getDateTimeAfter()), "UTC+02:00"));
    vera.press(vera.page.getByRole(AriaRole.RADIO).last());
    vera.press("Schedule");
    vera.told("It goes out by itself on " + words(forward.getDateTimeAfter()));

    LocalDateTime twice = back.getDateTimeAfter().plusMinutes(30);
    schedule(vera, twice);
    assertThat(vera.page.getByRole(AriaRole.ALERT).innerText())
        .contains("clocks go back", "it is 02:30 twice");
    assertThat(choices(vera))
        .satisfiesExactly(
            c -> assertThat(c).contains(words(twice), "UTC+02:00"),
            c -> assertThat(c).contains(words(twice), "UTC+01:00"));
    vera.press(vera.page.getByRole(AriaRole.RADIO).first());
    vera.press("Schedule");
    vera.told("It goes out by itself on " + words(twice));
    vera.press(vera.button("Do not publish by itself").first());
    assertThat(vera.main()).contains("Ready");
  }

  /** Until the desk has it as public; the press has hardly begun then. */
  private static void untilItIsPublic(String article) {
    String id = article.substring(article.lastIndexOf("/") + 1);
    try (Database desk = Database.open(newsroom().data.database(), "db/desk")) {
      long until = System.nanoTime() + 20_000_000_000L;
      while (!desk.<Boolean>read(
          handle ->
              handle
                  .createQuery("SELECT state FROM article WHERE id = :id")
                  .bind("id", id)
                  .mapTo(String.class)
                  .one()
                  .equals("published"))) {
        assertThat(System.nanoTime()).as("it becomes public").isLessThan(until);
      }
    }
  }

  private static ZoneOffsetTransition next(boolean forward) {
    ZoneOffsetTransition next = ZONE.getRules().nextTransition(Instant.now());
    return next.isGap() == forward ? next : ZONE.getRules().nextTransition(next.getInstant());
  }

  /** As an English desk says it of another year than this. */
  private static String words(LocalDateTime at) {
    return DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.UK).format(at);
  }

  private static void schedule(Colleague who, LocalDateTime at) {
    if (!who.field("Day").isVisible()) {
      who.press(who.page.getByText("At a day and a time"));
    }
    who.field("Day").fill(at.toLocalDate().toString());
    who.field("Time").fill(at.toLocalTime().toString());
    who.press("Schedule");
  }

  private static List<String> choices(Colleague who) {
    return who
        .page
        .getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Which do you mean?"))
        .getByRole(AriaRole.RADIO)
        .all()
        .stream()
        .map(r -> r.locator("..").innerText())
        .toList();
  }

  @Test
  void aPublishedArticleIsCorrectedRestoredAndTakenDown() {
    Colleague vera = enter("Vera Lindt", "editor");
    String article = vera.begin("The river", "It is four metres deep.");
    vera.press(vera.publish());
    vera.press("Publish now");
    vera.told("Published. Readers have it.");
    String address = vera.page.locator("dd code").first().innerText();

    vera.open(article);
    vera.write(" And cold.");
    vera.save();
    vera.open(article + "/publication");
    vera.follow("Corrections");
    vera.fill("What was wrong, and what is right", "It is five metres deep, not four.");
    vera.press("Go on to publishing");
    vera.press("Publish now");
    vera.told("Published. Readers have it.");
    Page reader = vera.window.newPage();
    reader.navigate(address);
    readUntil(reader, "And cold.");
    assertThat(reader.locator("main").innerText()).contains("It is five metres deep, not four.");
    reader
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Corrections"))
        .first()
        .click();
    assertThat(reader.locator("main").innerText())
        .contains("The river", "It is five metres deep, not four.");

    vera.open(article + "/revisions");
    vera.press("Compare the two chosen");
    assertThat(heading(vera.page)).isEqualTo("Versions 3 and 4");
    assertThat(vera.page.locator("main ins").allInnerTexts().toString()).contains("five metres");
    vera.open(article + "/revisions/2");
    vera.press("Restore version 2");
    vera.told("Version 2 is restored as version");
    vera.open(article);
    assertThat(vera.text().innerText()).isEqualTo("It is four metres deep.");

    takeDown(vera, article, "A court has forbidden it.");
    reader.navigate(address);
    readUntil(reader, "A court has forbidden it.");
    Response gone = reader.navigate(address);
    assertThat(gone.status()).isEqualTo(410);
    assertThat(reader.locator("main").innerText()).doesNotContain("five metres");
  }

  private static void takeDown(Colleague who, String article, String reason) {
    who.open(article + "/publication");
    who.follow("Take down");
    who.fill("Reason, for readers", reason);
    who.press(who.field("Yes, take this article away from readers for good."));
    who.press("Take it down");
    who.told("Taken down. Readers find the reason in its place.");
  }

  @Test
  void aWriterSubmitsAnEditorAsksAndPublishes() {
    Colleague daria = enter("Daria Kovel", "writer");
    Colleague ilya = enter("Ilya Marchuk", "editor");
    String article = daria.begin("The mill", "It grinds slowly.");
    assertThat(daria.button("Publish now").count()).isZero();
    daria.press("Submit for review");
    daria.told("Submitted for review.");

    ilya.open(newsroom().desk + "/");
    ilya.follow("The mill");
    ilya.open(article + "/comments");
    ilya.page.getByText("It grinds slowly.").selectText();
    ilya.page.waitForCondition(
        () -> ilya.field("Words it is about").inputValue().equals("It grinds slowly."));
    ilya.fill("Comment", "How slowly?");
    ilya.press("Add the comment");
    ilya.told("The comment stands.");
    ilya.fill("What is missing?", "Ask the miller.");
    ilya.press("Send back");
    ilya.told("It is a draft again.");

    daria.open(article + "/comments");
    assertThat(daria.main()).contains("How slowly?", "Ask the miller.", "Draft");
    daria.press(daria.page.getByText("Reply").first());
    daria.press(daria.field("Answer").first());
    daria.page.keyboard().type("One sack a day.");
    daria.press(daria.button("Send").first());
    daria.told("The answer stands.");
    daria.press("Submit for review");
    daria.told("Submitted for review.");
    assertThat(daria.page.navigate(article + "/publication").status()).isEqualTo(403);
    assertThat(daria.main()).contains("Only editors publish");

    ilya.open(article + "/comments");
    assertThat(ilya.main()).contains("One sack a day.");
    while (ilya.button("Settled").count() > 0) {
      ilya.press(ilya.button("Settled").first());
    }
    ilya.press("Mark ready");
    ilya.told("Marked ready.");
    ilya.open(article + "/publication");
    ilya.press("Publish now");
    ilya.told("Published. Readers have it.");
  }

  @ParameterizedTest(name = "at {0} pixels, {1}")
  @CsvSource({"360, DARK", "1280, LIGHT"})
  void noPageThatNoOtherTestLooksAtHasBarriers(int width, ColorScheme colours) throws IOException {
    Colleague chief = Colleague.at(browser(), width, colours);
    here.add(chief);
    List<String> wrong = new ArrayList<>();
    chief.open(newsroom().desk + "/");
    check(chief, wrong);
    String link = newsroom().link("Nadia Orlova", "chief");
    chief.open(link);
    check(chief, wrong);
    chief.enter(link);
    chief.open(link);
    check(chief, wrong);
    chief.open(newsroom().desk + "/");
    String article = chief.begin("The barrier " + width, "It is down.");
    chief.chooseFile("Choose a photo", photo());
    chief.page.getByText("The credit is missing.").waitFor();
    chief.save();
    String photo = "/photos/" + chief.page.locator("input[name='lead.photo']").inputValue();
    check(chief, wrong);
    chief.open(article + "/publication");
    chief.press("Publish now");
    chief.page.getByRole(AriaRole.ALERT).waitFor();
    check(chief, wrong);
    for (Locator doubt : chief.page.getByRole(AriaRole.CHECKBOX).all()) {
      chief.press(doubt);
    }
    chief.press("Publish now");
    chief.told("Published. Readers have it.");
    for (String path :
        List.of(
            "/nowhere",
            "/photos",
            photo,
            "/numbers",
            path(article) + "/numbers",
            "/sections/ideas/removal",
            "/authors/+",
            "/appeal")) {
      chief.open(newsroom().desk + path);
      check(chief, wrong);
    }
    chief.open(newsroom().desk + "/staff");
    chief.press("Make a sign-in link for Nadia Orlova");
    check(chief, wrong);
    takeDown(chief, article, "It was a dream.");
    check(chief, wrong);
    assertThat(wrong).isEmpty();
  }

  private static String path(String address) {
    return address.replaceFirst("^http://[^/]*", "");
  }

  private static void check(Colleague who, List<String> wrong) {
    String path = path(who.page.url());
    new AxeBuilder(who.page)
        .setLegacyMode(true)
        .withTags(Chromium.RULES)
        .analyze()
        .getViolations()
        .forEach(v -> wrong.add(path + ": " + v.getId() + " " + v.getNodes().getFirst().getHtml()));
    if (!(boolean) who.page.evaluate("document.documentElement.scrollWidth <= innerWidth")) {
      wrong.add(path + ": wider than the window");
    }
  }
}
