package press.tamizdat.edition.page;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import press.tamizdat.article.published.Support;
import press.tamizdat.article.published.Support.Campaign;
import press.tamizdat.article.published.Support.Country;
import press.tamizdat.article.published.Support.Mark;
import press.tamizdat.article.published.Support.Method;
import press.tamizdat.article.published.Support.Purse;
import press.tamizdat.edition.page.view.Give;
import press.tamizdat.edition.page.view.Link;
import press.tamizdat.platform.text.Language;
import press.tamizdat.platform.text.Messages;

/**
 * Where readers fund the publication: the form, and the pages that answer it. All of them work
 * without a script; what is known only when somebody has acted stands in slots.
 */
final class SupportPages {
  private static final int PERCENT = 100;

  private final Furniture furniture;
  private final StyleSheet style;
  private final Support support;
  private final Messages words;
  private final Language language;

  SupportPages(Furniture furniture, StyleSheet style) {
    this.furniture = furniture;
    this.style = style;
    this.support = furniture.publication.support();
    this.language = furniture.language;
    this.words = words(language);
  }

  /** The words of these pages together with those of every page. */
  static Messages words(Language language) {
    return Messages.of(language, List.of(language.tag(), "support_" + language.tag()));
  }

  List<RenderedPage> all() {
    if (!support.isOpen()) {
      return List.of();
    }
    List<RenderedPage> pages = new ArrayList<>();
    for (Purse purse : support.purses()) {
      pages.add(form(purse));
    }
    pages.add(answer("index", "cancelled", "cancelled"));
    pages.add(answer("thanks", "thanks", "thanks"));
    pages.add(answer("pledge", "pledge", "yours"));
    pages.add(answer("receipt", "receipt", "receipt"));
    for (String name :
        List.of("transfer", "trouble", "remind", "reminded", "forget", "forgotten")) {
      pages.add(answer(name, name, name));
    }
    if (support.methods().stream().anyMatch(m -> m.mark() == Mark.PRACTICE)) {
      pages.add(answer("practice", "practice", "practice.title"));
    }
    return pages;
  }

  /** Where the form in a currency is. */
  static String path(Paths paths, Support support, Language language, Purse purse) {
    return purse.equals(support.purses().getFirst())
        ? paths.support(language)
        : paths.support(language, purse.currency().toLowerCase(Locale.ROOT));
  }

  private RenderedPage form(Purse purse) {
    String path = path(furniture.paths, support, language, purse);
    Links links = Links.from(path);
    return Press.page(path, "give/form", give(links, words.say("support"), 0, asked(purse, links)));
  }

  private Give.Form asked(Purse purse, Links links) {
    return new Give.Form(
        words.say("support.lead", furniture.name(), sum(purse.least(), purse)),
        meter(furniture),
        purse.currency(),
        support.frequency(),
        Support.FREQUENCIES.stream().map(f -> group(purse, f)).toList(),
        sum(purse.least(), purse),
        fees(purse),
        support.methods().stream().map(this::method).toList(),
        support.countries().stream().map(this::warning).toList(),
        others(purse, links),
        keeps(),
        support.mail(),
        support.methods().stream().allMatch(m -> m.mark() == Mark.PRACTICE));
  }

  private String sum(long minor, Purse purse) {
    return Sum.text(minor, purse.currency(), language);
  }

  private Give.Group group(Purse purse, String frequency) {
    List<Long> amounts = purse.proposed(frequency);
    return new Give.Group(
        frequency,
        amounts.stream().map(a -> new Give.Amount(purse.plain(a), sum(a, purse))).toList(),
        purse.plain(amounts.get(amounts.size() / 2)));
  }

  private String fees(Purse purse) {
    String share = support.fee() == 0 ? "" : Sum.share(support.fee(), language);
    String fixed = purse.fee() == 0 ? "" : sum(purse.fee(), purse);
    return share.isEmpty() || fixed.isEmpty() ? share + fixed : share + " + " + fixed;
  }

  private Give.Method method(Method method) {
    String mark = method.mark().word();
    return new Give.Method(
        method.till(), mark, words.say("support.method." + mark), method.statement());
  }

  private Give.Warning warning(Country country) {
    Language own =
        Messages.speaks(country.language()) || !country.warning().isEmpty()
            ? country.language()
            : language;
    String text = country.warning();
    if (text.isEmpty()) {
      Messages its = words(own);
      String name = Locale.of("", country.code()).getDisplayCountry(own.locale());
      text = its.say("support.warning", name);
      if (country.refused()) {
        text += " " + its.say("support.warning.refused", name);
      }
    }
    return new Give.Warning(own.tag(), own.direction(), text);
  }

  private List<Link> others(Purse shown, Links links) {
    return support.purses().stream()
        .filter(p -> !p.equals(shown))
        .map(p -> new Link(links.to(path(furniture.paths, support, language, p)), p.currency()))
        .toList();
  }

  /** A sentence for each who keeps something, each once. */
  private List<String> keeps() {
    Set<String> said = new LinkedHashSet<>();
    boolean real = support.methods().stream().anyMatch(m -> m.mark() != Mark.PRACTICE);
    if (real && support.methods().stream().anyMatch(m -> m.mark() != Mark.BITCOIN)) {
      said.add(words.say("support.keeps.bank"));
    }
    for (Method m : support.methods()) {
      String key = m.mark() == Mark.BANK ? "transfer" : m.mark().word();
      said.add(words.say("support.keeps." + key, m.provider()));
    }
    said.add(words.say("support.keeps.us"));
    return List.copyOf(said);
  }

  private RenderedPage answer(String name, String template, String title) {
    String path = furniture.paths.support(language, name);
    boolean given = name.equals("thanks") || name.equals("reminded");
    int quiet = given ? support.quietDays() : 0;
    // It is sent in answer to a form as well, from that form's address: its links begin at the
    // root.
    Links links = new Links(path, true);
    Give give = give(links, words.say(title), quiet, asked(support.purses().getFirst(), links));
    return Press.page(path, "give/" + template, give);
  }

  private Give give(Links links, String title, int quiet, Give.Form asked) {
    var sheet = Furniture.Sheet.of(links, style, title, "").unboxed();
    boolean form = links.from().equals(furniture.paths.support(language));
    return new Give(
        furniture.frame(form ? sheet : sheet.unlisted()),
        words,
        furniture.name(),
        "/forms/",
        links.to(furniture.paths.support(language)),
        links.to(furniture.paths.support(language, "pledge")),
        links.to(furniture.paths.support(language, "remind")),
        quiet,
        Optional.of(asked));
  }

  /** The goal of the campaign that runs, if it has one. */
  static Optional<Give.Meter> meter(Furniture furniture) {
    return furniture
        .publication
        .support()
        .running()
        .filter(c -> c.goal() > 0 && furniture.publication.support().isOpen())
        .map(c -> new Give.Meter(Math.min(PERCENT, c.percent()), goal(c, furniture.language)));
  }

  private static String goal(Campaign campaign, Language language) {
    return words(language)
        .say(
            "support.goal",
            Sum.text(campaign.raised(), campaign.currency(), language),
            Sum.text(campaign.goal(), campaign.currency(), language));
  }

  /**
   * Entries for a calendar (RFC 5545), by path. They do not say whose they are: calendars are
   * copied to clouds, and lie open on locked screens.
   */
  Map<String, byte[]> calendars() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    if (support.isOpen()) {
      files.put(furniture.paths.calendar(language, "first"), calendar("first", "BYMONTHDAY=1"));
      files.put(
          furniture.paths.calendar(language, "payday"),
          calendar("payday", "BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"));
    }
    return files;
  }

  private byte[] calendar(String name, String rule) {
    return String.join(
            "\r\n",
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//reminder//EN",
            "BEGIN:VEVENT",
            "UID:reminder-" + name + "@localhost",
            "DTSTAMP:20260101T000000Z",
            "DTSTART;VALUE=DATE:" + (name.equals("first") ? "20260101" : "20260130"),
            "RRULE:FREQ=MONTHLY;" + rule,
            "SUMMARY:" + words.say("remind.entry").replace(",", "\\,"),
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
            "END:VCALENDAR",
            "")
        .getBytes(StandardCharsets.UTF_8);
  }
}
