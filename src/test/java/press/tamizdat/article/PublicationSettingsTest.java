package press.tamizdat.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.tamizdat.article.PublicationSettings.Outcome;
import press.tamizdat.article.published.Publication;
import press.tamizdat.article.published.PublicationJson;
import press.tamizdat.edition.PressRoom;
import press.tamizdat.platform.text.Language;
import press.tamizdat.staff.Accounts;
import press.tamizdat.staff.Audit;
import press.tamizdat.staff.Role;

/** What the publication is: by the file, by the desk, now and at any time before. */
class PublicationSettingsTest {
  private static final Language EN = PressRoom.ENGLISH;
  private static final Language RU = PressRoom.RUSSIAN;
  private static final Publication FILE = PressRoom.publication();

  @TempDir Path folder;
  private PressRoom room;
  private PublicationSettings settings;
  private String vera;
  private String ilya;

  @BeforeEach
  void open() {
    room = new PressRoom(folder);
    settings = new PublicationSettings(room.database, room.clock);
    settings.takeOver(FILE, "one");
    vera = account("Vera Lindt");
    ilya = account("Ilya Marchuk");
  }

  private String account(String penName) {
    return switch (new Accounts(room.database, room.clock, new java.util.Random(penName.length()))
        .add(penName, Role.CHIEF, EN)) {
      case Accounts.Outcome.Done done -> done.account().id();
      case Accounts.Outcome.Refused refused -> throw new AssertionError(refused);
    };
  }

  private static PublicationSettings.Act act(String account) {
    return new PublicationSettings.Act(account, "settings", "name");
  }

  @AfterEach
  void close() {
    room.close();
  }

  private static UnaryOperator<Publication> named(String name) {
    return p ->
        p.withMasthead(
            Map.of(EN, name, RU, "Футшток"), p.tagline(), p.address(), p.zone(), p.languages());
  }

  private static UnaryOperator<Publication> sections(Publication.Section... sections) {
    return p -> p.withSections(List.of(sections));
  }

  private static Publication.Section section(String slug) {
    return new Publication.Section(slug, Map.of(EN, slug, RU, slug));
  }

  private List<String> faults(UnaryOperator<Publication> change) {
    return switch (settings.change(act(vera), change)) {
      case Outcome.Refused(List<Fault> faults) -> faults.stream().map(Fault::key).toList();
      case Outcome other -> throw new AssertionError(other);
    };
  }

  @Test
  void whatTheDeskChangedCountsUntilTheFileSaysSomethingElse() {
    settings.change(act(vera), named("The Desk's"));

    assertThat(settings.takeOver(FILE, "one")).isFalse();
    assertThat(settings.current().name().get(EN)).isEqualTo("The Desk's");

    Publication edited = named("The File's").apply(FILE);
    assertThat(settings.takeOver(edited, "two")).isTrue();
    assertThat(settings.current().name().get(EN)).isEqualTo("The File's");
    assertThat(settings.takeOver(edited, "two")).isFalse();
  }

  @Test
  void aFileThatIsPutBackToWhatItWasIsTakenOverToo() {
    settings.takeOver(named("Second").apply(FILE), "two");

    assertThat(settings.takeOver(FILE, "one")).isTrue();
    assertThat(settings.current().name().get(EN)).isEqualTo("The Gauge");
  }

  @Test
  void everyVersionIsKeptWithWhoAndWhen() {
    Instant first = room.clock.instant();
    room.clock.advance(Duration.ofHours(1));
    settings.change(act(vera), named("Second"));

    assertThat(settings.versions(0, 10))
        .containsExactly(
            new PublicationSettings.Version(
                2, first.plusSeconds(3600), Optional.of(vera), "settings", "name"),
            new PublicationSettings.Version(1, first, Optional.empty(), "settings-file", ""));
    List<Audit.Line> noted = room.database.read(h -> Audit.newest(h, Long.MAX_VALUE, 9));
    assertThat(noted)
        .extracting(Audit.Line::account, Audit.Line::action, Audit.Line::object)
        .containsExactly(
            tuple(Optional.of(vera), "settings", "name"),
            tuple(Optional.empty(), "settings-file", "1"));
    assertThat(settings.at(1).orElseThrow().name().get(EN)).isEqualTo("The Gauge");
  }

  @Test
  void aVersionIsPutBackAsANewOne() {
    settings.change(act(vera), named("Second"));

    assertThat(settings.restore(ilya, 1)).isEqualTo(new Outcome.Changed(3));
    assertThat(settings.current().name().get(EN)).isEqualTo("The Gauge");
    assertThat(settings.versions(0, 1).getFirst())
        .extracting(PublicationSettings.Version::action, PublicationSettings.Version::object)
        .containsExactly("settings-restore", "1");
    assertThat(settings.takeOver(FILE, "one")).isFalse();
  }

  @Test
  void theNewestChangeIsTakenBackButNotThroughALaterOne() {
    settings.change(act(vera), named("Second"));

    assertThat(settings.undo(vera, 2)).isEqualTo(new Outcome.Changed(3));
    assertThat(settings.current().name().get(EN)).isEqualTo("The Gauge");
    assertThat(settings.undo(vera, 2)).isInstanceOf(Outcome.Meanwhile.class);
  }

  @Test
  void aChangeThatChangesNothingIsNoVersion() {
    assertThat(settings.change(act(vera), p -> p)).isEqualTo(new Outcome.Unchanged());
    assertThat(settings.number()).isEqualTo(1);
  }

  @Test
  void twoWhoChangeTheSameThingAreToldAndTwoWhoDoNotAreNot() {
    settings.change(act(ilya), named("Ilya's"));

    assertThat(settings.change(act(vera), 1, Publication::name, named("Vera's")))
        .isInstanceOfSatisfying(
            Outcome.Meanwhile.class, m -> assertThat(m.by().account()).hasValue(ilya));
    assertThat(
            settings.change(
                act(vera), 1, Publication::about, p -> p.withAbout(Map.of(EN, "<p>We.</p>"))))
        .isEqualTo(new Outcome.Changed(3));
    assertThat(settings.current().name().get(EN)).isEqualTo("Ilya's");
  }

  @Test
  void aSectionWithArticlesStaysPublishedOrNot() {
    room.article(EN, "the-dam", "ideas", List.of(), Instant.parse("2026-03-01T10:00:00Z"));

    assertThat(faults(sections(section("news")))).containsExactly("house.fault.section-used");
    assertThat(settings.change(act(vera), sections(section("ideas"))))
        .isEqualTo(new Outcome.Changed(2));
  }

  @Test
  void aDraftHoldsItsSectionItsTopicAndItsLanguageToo() {
    room.articles.create(
        PressRoom.content(
            RU, "draft", "draft", "ideas", List.of("river"), room.clock.instant(), "x"),
        Optional.empty());

    assertThat(faults(sections(section("news")))).containsExactly("house.fault.section-used");
    assertThat(faults(p -> p.withTopics(List.of()))).containsExactly("house.fault.topic-used");
    assertThat(
            faults(p -> p.withMasthead(p.name(), p.tagline(), p.address(), p.zone(), List.of(EN))))
        .containsExactly("house.fault.language-used");
  }

  @Test
  void whatCannotBePrintedIsRefusedWithEachReason() {
    assertThat(faults(sections())).containsExactly("house.fault.sections-none");
    assertThat(faults(sections(section("News")))).containsExactly("house.fault.slug");
    assertThat(faults(sections(section("news"), section("news"))))
        .contains("house.fault.section-twice");
    assertThat(faults(sections(section("news"), section("archive"))))
        .containsExactly("house.fault.address-reserved");
    assertThat(faults(sections(new Publication.Section("news", Map.of(EN, "News")))))
        .containsExactly("house.fault.section-name");
    assertThat(faults(named(" "))).containsExactly("house.fault.publication-name");
    assertThat(faults(named("n".repeat(81)))).containsExactly("house.fault.name-long");
    assertThat(
            faults(
                p ->
                    p.withMasthead(
                        Map.of(EN, "a", new Language("de"), "b"),
                        p.tagline(),
                        URI.create("ftp://x"),
                        p.zone(),
                        List.of(EN, new Language("de")))))
        .contains("house.fault.language-unknown", "house.fault.address");
    assertThat(
            faults(
                p ->
                    p.withPages(
                        List.of(
                            new Publication.Page(
                                "news", Map.of(EN, "News"), Map.of(EN, "<p>x</p>"))))))
        .containsExactly("house.fault.address-taken");
    assertThat(settings.number()).as("nothing was saved").isEqualTo(1);
  }

  @Test
  void aPublicationIsReadAsItWasWritten() {
    List<Publication.Author> authors = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      authors.add(
          new Publication.Author(
              "author-" + i, Map.of(EN, "Author " + i), Map.of(EN, "x".repeat(600)), i % 2 == 0));
    }
    Publication rich =
        FILE.withAuthors(authors)
            .withTopics(
                List.of(
                    new Publication.Topic(
                        "river",
                        Map.of(EN, "River", RU, "Река"),
                        Map.of(EN, "Water"),
                        Map.of(RU, List.of("паводок", "вода")))))
            .withAppeal(Map.of(EN, new Publication.Appeal("A \"message\"", "<p>Pay.</p>", "")))
            .withPages(
                List.of(new Publication.Page("how", Map.of(EN, "How"), Map.of(EN, "<p>So.</p>"))));

    assertThat(PublicationJson.read(PublicationJson.text(rich))).isEqualTo(rich);
  }
}
