package press.tamizdat.desk.support;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import press.tamizdat.article.PublicationSettings.Act;
import press.tamizdat.article.published.Publication;
import press.tamizdat.article.published.Publication.Appeal;
import press.tamizdat.article.published.Support;
import press.tamizdat.article.published.Support.Campaign;
import press.tamizdat.desk.DeskRoutes;
import press.tamizdat.desk.Visit;
import press.tamizdat.desk.house.ConfirmView;
import press.tamizdat.desk.house.Field;
import press.tamizdat.desk.house.FormView;
import press.tamizdat.desk.house.ListView;
import press.tamizdat.desk.house.Saving;
import press.tamizdat.desk.house.Typed;
import press.tamizdat.platform.text.Language;
import press.tamizdat.platform.web.Reply;
import press.tamizdat.platform.web.Unacceptable;
import press.tamizdat.staff.Right;

/** Times in which the paper asks with other words, perhaps for a goal. */
record CampaignPages(Saving saving) {
  private static final String ALL = "/support/campaigns";

  void open(DeskRoutes routes) {
    routes.get(ALL, this::list);
    routes.get("/support/campaigns/+", this::blank);
    routes.post(ALL, this::add);
    routes.get("/support/campaigns/{slug}", this::edit);
    routes.post("/support/campaigns/{slug}", this::change);
    routes.get("/support/campaigns/{slug}/removal", this::ask);
    routes.post("/support/campaigns/{slug}/removal", this::remove);
  }

  private Reply list(Visit visit) {
    visit.require(Right.REVIEW);
    LocalDate today =
        LocalDate.ofInstant(visit.newsroom().clock().instant(), visit.publication().zone());
    DateTimeFormatter day =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
            .withLocale(visit.account().language().locale());
    List<ListView.Row> rows =
        saving.now().support().campaigns().stream()
            .map(
                c ->
                    new ListView.Row(
                        ALL + "/" + c.slug(),
                        title(visit, c),
                        c.slug(),
                        day.format(c.from())
                            + " – "
                            + day.format(c.to())
                            + (c.runs(today) ? " · " + visit.say("support.campaign.now") : ""),
                        true,
                        true))
            .toList();
    return visit.page(
        visit.say("support.campaigns"),
        "house/list",
        new ListView(
            ALL,
            visit.say("support.campaigns.intro"),
            visit.say("support.campaigns.affects"),
            visit.account().may(Right.MANAGE)
                ? Optional.of(
                    new ListView.Add("/support/campaigns/+", visit.say("support.campaign.add")))
                : Optional.empty(),
            false,
            rows,
            visit.say("support.campaigns.none"),
            Optional.empty()));
  }

  /** Its banner in the reader's language of the desk, or in any. */
  private static String title(Visit visit, Campaign campaign) {
    Appeal own = campaign.texts().get(visit.account().language());
    return own != null && !own.banner().isBlank()
        ? own.banner()
        : campaign.texts().values().stream()
            .map(Appeal::banner)
            .filter(b -> !b.isBlank())
            .findFirst()
            .orElse(campaign.slug());
  }

  private Reply blank(Visit visit) {
    visit.require(Right.MANAGE);
    return form(visit, Optional.empty(), Optional.empty(), List.of());
  }

  private Reply edit(Visit visit) {
    visit.require(Right.REVIEW);
    Campaign campaign = find(visit);
    return form(visit, Optional.of(campaign.slug()), Optional.of(campaign), List.of());
  }

  private Campaign find(Visit visit) {
    return saving
        .now()
        .support()
        .campaign(visit.part("slug"))
        .orElseThrow(() -> new Unacceptable(404, "no such campaign"));
  }

  private Reply form(
      Visit visit, Optional<String> known, Optional<Campaign> shown, List<String> faults) {
    Support support = saving.now().support();
    Map<Language, String> banners = new LinkedHashMap<>();
    Map<Language, String> titles = new LinkedHashMap<>();
    Map<Language, String> bodies = new LinkedHashMap<>();
    shown.ifPresent(
        c ->
            c.texts()
                .forEach(
                    (language, text) -> {
                      banners.put(language, text.banner());
                      titles.put(language, text.title());
                      bodies.put(language, text.body());
                    }));
    String currency =
        shown
            .map(Campaign::currency)
            .orElseGet(
                () -> support.purses().stream().findFirst().map(p -> p.currency()).orElse("EUR"));
    List<Field> fields = new ArrayList<>();
    fields.add(
        line(visit, "from", shown.map(c -> c.from().toString()).orElse(""))
            .hint(visit.say("support.campaign.day")));
    fields.add(
        line(visit, "to", shown.map(c -> c.to().toString()).orElse(""))
            .hint(visit.say("support.campaign.day")));
    fields.add(
        line(
                visit,
                "goal",
                shown
                    .filter(c -> c.goal() > 0)
                    .map(c -> Support.plain(c.goal(), currency))
                    .orElse(""))
            .hint(visit.say("support.campaign.goal.hint")));
    fields.add(
        Field.choice(
            Field.Kind.CHOICE,
            "currency",
            visit.say("support.campaign.currency"),
            "",
            support.purses().stream()
                .map(
                    p ->
                        new Field.Option(p.currency(), p.currency(), p.currency().equals(currency)))
                .toList()));
    fields.add(
        known.isPresent()
            ? Field.of(Field.Kind.FIXED, "slug", visit.say("house.slug"), known.get())
            : line(visit, "slug", shown.map(Campaign::slug).orElse(""))
                .hint(visit.say("house.slug.hint")));
    List<FormView.Group> groups = new ArrayList<>();
    groups.add(new FormView.Group("", fields));
    List<Field> banner =
        Typed.fields(visit, Field.Kind.LINE, "banner", "support.campaign.banner", banners);
    List<Field> title =
        Typed.fields(visit, Field.Kind.LINE, "title", "support.campaign.title", titles);
    List<Field> body =
        Typed.fields(visit, Field.Kind.HTML, "body", "support.campaign.body", bodies);
    for (int i = 0; i < banner.size(); i++) {
      groups.add(
          new FormView.Group(
              "",
              List.of(
                  banner.get(i),
                  title.get(i),
                  body.get(i).hint(visit.say("support.campaign.body.hint")))));
    }
    return visit.page(
        faults.isEmpty() ? 200 : 422,
        known.isPresent()
            ? shown.map(c -> title(visit, c)).orElse("")
            : visit.say("support.campaign.add"),
        "house/form",
        new FormView(
            ALL,
            visit.say("support.campaign.intro"),
            visit.say("support.campaigns.affects"),
            known.map(slug -> ALL + "/" + slug).orElse(ALL),
            saving.settings().number(),
            groups,
            faults,
            known.map(slug -> ALL + "/" + slug + "/removal"),
            Optional.empty(),
            ALL));
  }

  private static Field line(Visit visit, String name, String value) {
    return Field.of(Field.Kind.LINE, name, visit.say("support.campaign." + name), value);
  }

  /** What was typed; what cannot be read adds to the faults and leaves its place as it was. */
  private static Campaign typed(
      Visit visit, String slug, Optional<Campaign> before, List<String> faults) {
    List<Language> languages = visit.publication().languages();
    Map<Language, String> banners = Typed.lines(visit.form(), "banner", languages);
    Map<Language, String> titles = Typed.lines(visit.form(), "title", languages);
    Map<Language, String> bodies = Typed.html(visit.form(), "body", languages);
    Map<Language, Appeal> texts = new LinkedHashMap<>();
    for (Language language : languages) {
      Appeal text =
          new Appeal(
              titles.getOrDefault(language, ""),
              bodies.getOrDefault(language, ""),
              banners.getOrDefault(language, ""));
      if (!text.equals(new Appeal("", "", ""))) {
        texts.put(language, text);
      }
    }
    String currency = visit.form().text("currency");
    long goal = 0;
    String typed = visit.form().text("goal").strip();
    if (!typed.isEmpty()) {
      try {
        goal = Support.minor(typed, currency);
      } catch (IllegalArgumentException e) {
        faults.add(visit.say("support.fault.amount", typed));
      }
    }
    return new Campaign(
        slug,
        day(visit, "from", before.map(Campaign::from), faults),
        day(visit, "to", before.map(Campaign::to), faults),
        goal,
        currency,
        Typed.over(before.map(Campaign::texts).orElse(Map.of()), texts, languages),
        0);
  }

  private static LocalDate day(
      Visit visit, String name, Optional<LocalDate> before, List<String> faults) {
    String typed = visit.form().text(name).strip();
    try {
      return LocalDate.parse(typed);
    } catch (DateTimeException e) {
      faults.add(visit.say("support.fault.day", typed));
      return before.orElse(
          LocalDate.ofInstant(visit.newsroom().clock().instant(), visit.publication().zone()));
    }
  }

  private Reply add(Visit visit) {
    visit.require(Right.MANAGE);
    String slug =
        Typed.slug(
            visit.form(), Typed.lines(visit.form(), "banner", visit.publication().languages()));
    List<String> faults = new ArrayList<>();
    Campaign campaign = typed(visit, slug, Optional.empty(), faults);
    if (saving.now().support().campaign(slug).isPresent()) {
      faults.add(visit.say("support.fault.campaign-twice", slug));
    }
    if (!faults.isEmpty()) {
      return form(visit, Optional.empty(), Optional.of(campaign), faults);
    }
    return saving.save(
        visit,
        new Act(visit.account().id(), "campaign", slug),
        p -> p.support().campaign(slug),
        p -> with(p, campaign),
        ALL,
        found -> form(visit, Optional.empty(), Optional.of(campaign), found));
  }

  private Reply change(Visit visit) {
    visit.require(Right.MANAGE);
    Campaign before = find(visit);
    List<String> faults = new ArrayList<>();
    Campaign campaign = typed(visit, before.slug(), Optional.of(before), faults);
    if (!faults.isEmpty()) {
      return form(visit, Optional.of(before.slug()), Optional.of(campaign), faults);
    }
    return saving.save(
        visit,
        new Act(visit.account().id(), "campaign", before.slug()),
        p -> p.support().campaign(before.slug()),
        p -> with(p, campaign),
        ALL,
        found -> form(visit, Optional.of(before.slug()), Optional.of(campaign), found));
  }

  private static Publication with(Publication publication, Campaign campaign) {
    List<Campaign> others =
        new ArrayList<>(without(publication, campaign.slug()).support().campaigns());
    others.add(campaign);
    others.sort(java.util.Comparator.comparing(Campaign::from).reversed());
    return publication.withSupport(publication.support().withCampaigns(List.copyOf(others)));
  }

  private static Publication without(Publication publication, String slug) {
    return publication.withSupport(
        publication
            .support()
            .withCampaigns(
                publication.support().campaigns().stream()
                    .filter(c -> !c.slug().equals(slug))
                    .toList()));
  }

  private Reply ask(Visit visit) {
    visit.require(Right.MANAGE);
    Campaign campaign = find(visit);
    return visit.page(
        visit.say("house.remove", title(visit, campaign)),
        "house/confirm",
        new ConfirmView(
            ALL,
            visit.say("support.campaign.remove"),
            List.of(),
            ALL + "/" + campaign.slug() + "/removal",
            visit.say("house.remove.button"),
            ALL + "/" + campaign.slug()));
  }

  private Reply remove(Visit visit) {
    visit.require(Right.MANAGE);
    String slug = find(visit).slug();
    return saving.save(
        visit, new Act(visit.account().id(), "campaign-removal", slug), p -> without(p, slug), ALL);
  }
}
