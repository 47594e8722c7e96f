package press.tamizdat.desk.letters;

import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import press.tamizdat.article.PublicationSettings;
import press.tamizdat.article.published.Publication;
import press.tamizdat.desk.DeskRoom;
import press.tamizdat.desk.Staff;
import press.tamizdat.edition.PressRoom;
import press.tamizdat.letter.issue.Issue;
import press.tamizdat.letter.issue.Issues;
import press.tamizdat.letter.issue.Plan;
import press.tamizdat.letter.issue.Plans;
import press.tamizdat.platform.text.Language;
import press.tamizdat.staff.Role;

/** A desk with a letter that goes out on Fridays at ten; it is Friday, nine in the morning. */
final class LettersRoom implements AutoCloseable {
  static final String PATH = "/letters/friday/issues/1/en";

  final DeskRoom desk;
  final Staff editor;
  final Staff writer;
  final Staff chief;

  /** Articles of this week, the newest last. */
  final List<String> articles = new ArrayList<>();

  LettersRoom(Path folder) {
    this.desk = DeskRoom.open(folder);
    this.editor = desk.signIn("Vera Lindt", Role.EDITOR);
    this.writer = desk.signIn("Daria Kovel", Role.WRITER);
    this.chief = desk.signIn("Ilya Marchuk", Role.CHIEF);
    boolean again =
        desk.press.database.<Boolean>read(
            handle -> !new Issues(handle).newest("friday", 1).isEmpty());
    if (!again) {
      fill();
    }
  }

  private void fill() {
    Instant monday = Instant.parse("2026-11-16T10:00:00Z");
    for (String slug : List.of("the-dam", "the-ford", "the-weir", "the-bridge")) {
      String section = slug.equals("the-ford") ? "ideas" : "news";
      articles.add(
          desk.press.article(
              PressRoom.ENGLISH,
              slug,
              section,
              List.of(),
              monday.plusSeconds(3600L * articles.size())));
    }
    desk.counts.put(
        java.time.LocalDate.parse("2026-11-18"),
        Map.of("en/2026/11/the-weir.html", 90L, "en/2026/11/the-dam.html", 40L));
    var _ = desk.press.edition(desk.editions, desk.settings::current).publish(false);
    letter();
    plan(Plan.usual(java.time.ZoneId.of("Europe/Amsterdam")));
    desk.mailroom.now =
        List.of(
            new Mailroom.Now("", PressRoom.ENGLISH, 1_234),
            new Mailroom.Now("friday", PressRoom.ENGLISH, 1_200));
    desk.mailroom.months =
        List.of(
            month("", "2026-09", 700, 10),
            month("friday", "2026-09", 700, 10),
            month("", "2026-11", 550, 6),
            month("friday", "2026-11", 520, 10));
  }

  private static Mailroom.Month month(String letter, String month, long joined, long left) {
    return new Mailroom.Month(
        letter, PressRoom.ENGLISH, YearMonth.parse(month), joined, left, 2, 1, joined - left - 3);
  }

  private void letter() {
    Publication.Letter friday =
        new Publication.Letter(
            "friday",
            Map.of(PressRoom.ENGLISH, "The Friday Letter"),
            Map.of(PressRoom.ENGLISH, "The week, picked by hand."),
            Map.of(PressRoom.ENGLISH, "Every Friday"));
    var _ =
        desk.settings.change(
            new PublicationSettings.Act(chief.account.id(), "letter", "friday"),
            p -> p.withLetters(List.of(friday)));
  }

  void plan(Plan plan) {
    desk.press.database.change(
        handle -> new Plans(handle).keep("friday", plan, desk.press.clock.instant()));
  }

  /** The first issue, made as whoever looks at the letters makes it. */
  Issue issue() {
    var _ = editor.get("/letters");
    return issue(PressRoom.ENGLISH);
  }

  Issue issue(Language language) {
    return desk.press.database.read(
        handle -> new Issues(handle).find("friday", 1, language).orElseThrow());
  }

  @Override
  public void close() {
    desk.close();
  }
}
