package press.tamizdat.desk.house;

import java.net.URI;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import press.tamizdat.article.PublicationSettings.Act;
import press.tamizdat.article.published.Publication;
import press.tamizdat.desk.DeskRoutes;
import press.tamizdat.desk.Visit;
import press.tamizdat.platform.text.Language;
import press.tamizdat.platform.text.Messages;
import press.tamizdat.platform.web.Fields;
import press.tamizdat.platform.web.Reply;
import press.tamizdat.staff.Right;

/** What the paper is called, in which languages it appears, and where. */
record SettingsPages(Saving saving) {
  private static final String PATH = "/settings";

  /** Those that the program has words for; it cannot print a page in any other. */
  private static final List<Language> SPOKEN =
      Arrays.stream(Locale.getISOLanguages())
          .map(Language::new)
          .filter(Messages::speaks)
          .sorted()
          .toList();

  void open(DeskRoutes routes) {
    routes.get(PATH, this::show);
    routes.post(PATH, this::change);
  }

  private Reply show(Visit visit) {
    visit.require(Right.MANAGE);
    return form(visit, saving.now(), "", List.of());
  }

  /**
   * @param address as it was typed, if that is no address
   */
  private Reply form(Visit visit, Publication p, String address, List<String> faults) {
    List<Field> names = new ArrayList<>();
    names.addAll(Typed.fields(visit, Field.Kind.LINE, "name", "house.settings.name", p.name()));
    names.addAll(
        Typed.fields(visit, Field.Kind.LINE, "tagline", "house.settings.tagline", p.tagline()));
    List<Field> languages =
        List.of(
            Field.choice(
                    Field.Kind.TICKS,
                    "languages",
                    visit.say("house.settings.languages"),
                    "",
                    SPOKEN.stream().map(l -> option(visit, l, p.languages().contains(l))).toList())
                .hint(visit.say("house.settings.languages.hint")),
            Field.choice(
                    Field.Kind.CHOICE,
                    "default",
                    visit.say("house.settings.default"),
                    "",
                    SPOKEN.stream()
                        .map(l -> option(visit, l, p.languages().indexOf(l) == 0))
                        .toList())
                .hint(visit.say("house.settings.default.hint")));
    List<Field> places =
        List.of(
            Field.of(
                    Field.Kind.LINE,
                    "address",
                    visit.say("house.settings.address"),
                    address.isEmpty() ? p.address().toString() : address)
                .hint(visit.say("house.settings.address.hint")),
            Field.choice(
                    Field.Kind.SUGGESTED,
                    "zone",
                    visit.say("house.settings.zone"),
                    p.zone().getId(),
                    ZoneId.getAvailableZoneIds().stream()
                        .filter(z -> z.contains("/") && !z.startsWith("Etc/"))
                        .sorted()
                        .map(z -> new Field.Option(z, z, false))
                        .toList())
                .hint(visit.say("house.settings.zone.hint")));
    return visit.page(
        faults.isEmpty() ? 200 : 422,
        visit.say("house.settings"),
        "house/form",
        new FormView(
            PATH,
            visit.say("house.settings.intro"),
            visit.say("house.settings.affects"),
            PATH,
            saving.settings().number(),
            List.of(
                new FormView.Group("", names),
                new FormView.Group("", languages),
                new FormView.Group("", places)),
            faults,
            Optional.empty(),
            Optional.empty(),
            PATH));
  }

  private static Field.Option option(Visit visit, Language language, boolean chosen) {
    return new Field.Option(language.tag(), Typed.languageName(visit, language), chosen);
  }

  private Reply change(Visit visit) {
    visit.require(Right.MANAGE);
    Fields form = visit.form();
    Publication now = saving.now();
    List<Language> languages = languages(form);
    Optional<URI> address = address(form.text("address").strip());
    Optional<ZoneId> zone = zone(form.text("zone").strip());
    List<String> faults = new ArrayList<>();
    if (address.isEmpty()) {
      faults.add(visit.say("house.fault.address", form.text("address").strip()));
    }
    if (zone.isEmpty()) {
      faults.add(visit.say("house.fault.zone", form.text("zone").strip()));
    }
    Map<Language, String> names =
        Typed.over(now.name(), Typed.lines(form, "name", now.languages()), now.languages());
    Map<Language, String> taglines =
        Typed.over(now.tagline(), Typed.lines(form, "tagline", now.languages()), now.languages());
    Publication typed =
        now.withMasthead(
            names,
            taglines,
            address.orElse(now.address()),
            zone.orElse(now.zone()),
            languages.isEmpty() ? now.languages() : languages);
    if (languages.isEmpty()) {
      faults.add(visit.say("house.fault.languages-none"));
    }
    if (!faults.isEmpty()) {
      return form(visit, typed, form.text("address").strip(), faults);
    }
    return saving.save(
        visit,
        new Act(visit.account().id(), "settings", ""),
        SettingsPages::part,
        p ->
            named(
                p.withMasthead(names, taglines, typed.address(), typed.zone(), typed.languages())),
        PATH,
        refused -> form(visit, typed, "", refused));
  }

  private static Object part(Publication p) {
    return List.of(p.name(), p.tagline(), p.address(), p.zone(), p.languages());
  }

  /** The default language first. */
  private static List<Language> languages(Fields form) {
    List<Language> chosen = new ArrayList<>();
    for (String tag : form.texts("languages")) {
      SPOKEN.stream().filter(l -> l.tag().equals(tag)).forEach(chosen::add);
    }
    Optional<Language> first =
        chosen.stream().filter(l -> l.tag().equals(form.text("default"))).findFirst();
    first.ifPresent(
        l -> {
          chosen.remove(l);
          chosen.addFirst(l);
        });
    return List.copyOf(chosen);
  }

  /** A language that is new takes the names of another until it gets its own. */
  private static Publication named(Publication p) {
    return p.withMasthead(filled(p, p.name()), p.tagline(), p.address(), p.zone(), p.languages())
        .withSections(
            p.sections().stream()
                .map(s -> new Publication.Section(s.slug(), filled(p, s.name())))
                .toList())
        .withTopics(
            p.topics().stream()
                .map(
                    t ->
                        new Publication.Topic(
                            t.slug(), filled(p, t.name()), t.description(), t.aliases()))
                .toList());
  }

  private static Map<Language, String> filled(Publication p, Map<Language, String> names) {
    Map<Language, String> all = new LinkedHashMap<>(names);
    String any =
        names.getOrDefault(p.defaultLanguage(), names.values().stream().findFirst().orElse(""));
    // An empty name of a language that was there before is a fault, and stays one.
    if (names.values().stream().anyMatch(n -> !n.isBlank())) {
      p.languages().forEach(l -> all.putIfAbsent(l, any));
    }
    return all;
  }

  private static Optional<URI> address(String text) {
    try {
      URI uri = URI.create(text.replaceAll("/+$", ""));
      return uri.getHost() == null ? Optional.empty() : Optional.of(uri);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<ZoneId> zone(String text) {
    try {
      return Optional.of(ZoneId.of(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
