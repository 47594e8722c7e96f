package press.tamizdat.desk.letters;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import press.tamizdat.article.Fault;
import press.tamizdat.article.PublicationSettings;
import press.tamizdat.article.published.Publication;
import press.tamizdat.desk.DeskRoutes;
import press.tamizdat.desk.Newsroom;
import press.tamizdat.desk.Visit;
import press.tamizdat.letter.issue.Length;
import press.tamizdat.letter.issue.Plan;
import press.tamizdat.letter.issue.Plans;
import press.tamizdat.platform.text.Language;
import press.tamizdat.platform.text.Slugs;
import press.tamizdat.platform.web.Fields;
import press.tamizdat.platform.web.Reply;
import press.tamizdat.staff.Audit;
import press.tamizdat.staff.Right;

/** {@code /letters/new} and {@code /letters/{slug}/settings}. */
final class PlanPage {
  private static final int LONGEST = 300;

  private final Newsroom newsroom;
  private final PublicationSettings settings;
  private final Audit audit;

  PlanPage(Newsroom newsroom) {
    this.newsroom = newsroom;
    this.settings = new PublicationSettings(newsroom.database(), newsroom.clock());
    this.audit = new Audit(newsroom.clock());
  }

  void open(DeskRoutes routes) {
    routes.get("/letters/new", this::fresh);
    routes.post("/letters/new", this::add);
    routes.get("/letters/{slug}/settings", this::show);
    routes.post("/letters/{slug}/settings", this::change);
    routes.post("/letters/{slug}/removal", this::remove);
  }

  private Reply fresh(Visit visit) {
    visit.require(Right.MANAGE);
    Publication.Letter none = new Publication.Letter("", Map.of(), Map.of(), Map.of());
    return page(visit, none, "", Plan.usual(visit.publication().zone()), List.of());
  }

  private Reply show(Visit visit) {
    visit.require(Right.MANAGE);
    Publication.Letter letter = OverviewPage.letterOf(visit);
    return page(visit, letter, "", plan(visit, letter.slug()), List.of());
  }

  private Plan plan(Visit visit, String letter) {
    return newsroom
        .database()
        .read(handle -> new Plans(handle).find(letter))
        .orElseGet(() -> Plan.usual(visit.publication().zone()));
  }

  private Reply page(
      Visit visit, Publication.Letter letter, String typed, Plan plan, List<String> faults) {
    Publication publication = visit.publication();
    PlanView view =
        new PlanView(
            letter.slug(),
            typed,
            publication.languages().stream().map(l -> in(visit, letter, l)).toList(),
            Arrays.stream(DayOfWeek.values())
                .map(
                    d ->
                        new PlanView.Choice(
                            String.valueOf(d.getValue()),
                            d.getDisplayName(
                                TextStyle.FULL_STANDALONE, visit.words().language().locale()),
                            plan.days().contains(d)))
                .toList(),
            plan.time().toString(),
            plan.zone().getId(),
            ZoneId.getAvailableZoneIds().stream()
                .filter(z -> z.contains("/") && !z.startsWith("Etc/"))
                .sorted()
                .toList(),
            publication.sections().stream()
                .map(
                    s ->
                        new PlanView.Choice(
                            s.slug(),
                            s.name()
                                .getOrDefault(
                                    visit.words().language(),
                                    s.name().getOrDefault(publication.defaultLanguage(), s.slug())),
                            plan.sections().isEmpty() || plan.sections().contains(s.slug())))
                .toList(),
            plan.length().word(),
            String.valueOf(plan.most()),
            plan.pictures(),
            plan.unattended(),
            String.valueOf(plan.remind()),
            faults);
    String title =
        letter.slug().isEmpty()
            ? visit.say("letters.new")
            : visit.say("letters.settings.title", OverviewPage.name(visit, letter));
    return visit.page(faults.isEmpty() ? 200 : 422, title, "letters/settings", view);
  }

  private static PlanView.InLanguage in(Visit visit, Publication.Letter letter, Language l) {
    return new PlanView.InLanguage(
        l.tag(),
        l.direction(),
        IssueLine.languageName(visit, l),
        letter.name().getOrDefault(l, ""),
        letter.description().getOrDefault(l, ""),
        letter.rhythm().getOrDefault(l, ""));
  }

  private Reply add(Visit visit) {
    visit.require(Right.MANAGE);
    Map<Language, String> names = texts(visit, "name");
    String typed = visit.form().text("slug").strip();
    String slug =
        typed.isEmpty() ? Slugs.of(names.values().stream().findFirst().orElse(""), "") : typed;
    return keep(
        visit,
        typed,
        letter(visit, slug, new Publication.Letter(slug, Map.of(), Map.of(), Map.of())),
        true);
  }

  private Reply change(Visit visit) {
    visit.require(Right.MANAGE);
    Publication.Letter before = OverviewPage.letterOf(visit);
    return keep(visit, "", letter(visit, before.slug(), before), false);
  }

  /** What was typed, and what the letter has in languages that the paper has no longer. */
  private static Publication.Letter letter(Visit visit, String slug, Publication.Letter before) {
    return new Publication.Letter(
        slug,
        over(visit, before.name(), "name"),
        over(visit, before.description(), "description"),
        over(visit, before.rhythm(), "rhythm"));
  }

  private static Map<Language, String> over(
      Visit visit, Map<Language, String> before, String field) {
    Map<Language, String> all = new LinkedHashMap<>(before);
    visit.publication().languages().forEach(all::remove);
    all.putAll(texts(visit, field));
    return all;
  }

  private static Map<Language, String> texts(Visit visit, String field) {
    Map<Language, String> typed = new LinkedHashMap<>();
    for (Language language : visit.publication().languages()) {
      String text = visit.form().text(field + "." + language.tag()).strip().replaceAll("\\s+", " ");
      if (!text.isEmpty()) {
        typed.put(language, text);
      }
    }
    return typed;
  }

  private Reply keep(Visit visit, String typedSlug, Publication.Letter letter, boolean fresh) {
    List<String> faults = new ArrayList<>();
    Plan plan = plan(visit, faults);
    if (letter.name().isEmpty()) {
      faults.add(visit.say("letters.settings.nameless"));
    }
    boolean reserved = List.of("new", "numbers", "roll", "photo", "picks").contains(letter.slug());
    if (fresh && (reserved || visit.publication().letter(letter.slug()).isPresent())) {
      faults.add(visit.say("letters.settings.taken", letter.slug()));
    }
    if (fresh && !letter.name().isEmpty() && !Slugs.isSlug(letter.slug())) {
      faults.add(visit.say("letters.settings.slug"));
    }
    if (letter.description().values().stream().anyMatch(d -> d.length() > LONGEST)) {
      faults.add(visit.say("letters.settings.long", LONGEST));
    }
    Publication.Letter shown =
        fresh
            ? new Publication.Letter("", letter.name(), letter.description(), letter.rhythm())
            : letter;
    if (!faults.isEmpty()) {
      return page(visit, shown, typedSlug, plan, faults);
    }
    PublicationSettings.Act act =
        new PublicationSettings.Act(visit.account().id(), "letter", letter.slug());
    PublicationSettings.Outcome outcome = settings.change(act, p -> with(p, letter, fresh));
    if (outcome instanceof PublicationSettings.Outcome.Refused(List<Fault> refused)) {
      return page(
          visit,
          shown,
          typedSlug,
          plan,
          refused.stream().map(f -> visit.say(f.key(), f.values().toArray())).toList());
    }
    newsroom
        .database()
        .change(
            handle -> {
              Plans plans = new Plans(handle);
              if (!plans.find(letter.slug()).filter(plan::equals).isPresent()) {
                plans.keep(letter.slug(), plan, newsroom.clock().instant());
                audit.note(handle, Optional.of(visit.account().id()), "letter.plan", letter.slug());
              }
            });
    return visit.back(OverviewPage.PATH, "letters.settings.kept");
  }

  private static Publication with(Publication p, Publication.Letter letter, boolean fresh) {
    List<Publication.Letter> letters = new ArrayList<>();
    for (Publication.Letter l : p.letters()) {
      letters.add(l.slug().equals(letter.slug()) ? letter : l);
    }
    if (fresh && p.letter(letter.slug()).isEmpty()) {
      letters.add(letter);
    }
    return p.withLetters(List.copyOf(letters));
  }

  private Plan plan(Visit visit, List<String> faults) {
    Fields form = visit.form();
    Plan usual = Plan.usual(visit.publication().zone());
    List<String> sections =
        visit.publication().sections().stream()
            .map(Publication.Section::slug)
            .filter(form.texts("section")::contains)
            .toList();
    return new Plan(
        form.texts("day").stream()
            .filter(d -> d.matches("[1-7]"))
            .map(Integer::valueOf)
            .map(DayOfWeek::of)
            .toList(),
        time(visit, form.text("time"), faults).orElse(usual.time()),
        zone(visit, form.text("zone"), faults).orElse(usual.zone()),
        sections.size() == visit.publication().sections().size() ? List.of() : sections,
        Length.ofWord(form.text("length")),
        number(visit, "most", 1, Plan.MOST_ARTICLES, faults),
        form.has("pictures"),
        form.has("unattended"),
        number(visit, "remind", 1, Plan.LONGEST_REMINDER, faults));
  }

  private static Optional<LocalTime> time(Visit visit, String text, List<String> faults) {
    try {
      return Optional.of(LocalTime.parse(text.strip()).withSecond(0).withNano(0));
    } catch (DateTimeException e) {
      faults.add(visit.say("letters.settings.time"));
      return Optional.empty();
    }
  }

  private static Optional<ZoneId> zone(Visit visit, String text, List<String> faults) {
    try {
      return Optional.of(ZoneId.of(text.strip()));
    } catch (DateTimeException e) {
      faults.add(visit.say("house.fault.zone", text.strip()));
      return Optional.empty();
    }
  }

  private static int number(Visit visit, String name, int least, int most, List<String> faults) {
    String text = visit.form().text(name).strip();
    int number = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : -1;
    if (number < least || number > most) {
      faults.add(visit.say("letters.settings." + name + ".fault", least, most));
      return Math.clamp(number, least, most);
    }
    return number;
  }

  /** Readers can no longer sign up for it; its issues and its plan stay in the database. */
  private Reply remove(Visit visit) {
    visit.require(Right.MANAGE);
    Publication.Letter letter = OverviewPage.letterOf(visit);
    if (!visit.form().text("sure").equals(letter.slug())) {
      return visit.refuse("/letters/" + letter.slug() + "/settings", "letters.remove.unsure");
    }
    PublicationSettings.Outcome outcome =
        settings.change(
            new PublicationSettings.Act(visit.account().id(), "letter.remove", letter.slug()),
            p ->
                p.withLetters(
                    p.letters().stream().filter(l -> !l.slug().equals(letter.slug())).toList()));
    return outcome instanceof PublicationSettings.Outcome.Changed(int number)
        ? visit.backWithUndo(
            OverviewPage.PATH,
            "/settings/versions/" + number + "/undoing",
            Map.of("back", OverviewPage.PATH),
            "letters.remove.done")
        : visit.back(OverviewPage.PATH, "letters.remove.done");
  }
}
