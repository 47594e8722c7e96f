package press.tamizdat.edition.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import press.tamizdat.article.published.PublishedCard;
import press.tamizdat.edition.page.view.Errata;
import press.tamizdat.edition.page.view.Frame;
import press.tamizdat.edition.page.view.Link;
import press.tamizdat.edition.page.view.Register;

/** What is looked up rather than read: months, topics, corrections. */
final class Registers {
  /** With more topics than this their descriptions are left to their own pages. */
  private static final int DESCRIBED = 24;

  private final Furniture furniture;
  private final StyleSheet style;

  Registers(Furniture furniture, StyleSheet style) {
    this.furniture = furniture;
    this.style = style;
  }

  RenderedPage topics() {
    String path = furniture.paths.topics(furniture.language);
    Links links = Links.from(path);
    var topics = furniture.publication.topics();
    var entries =
        topics.stream()
            .map(
                t ->
                    new Register.Entry(
                        new Link(
                            links.to(furniture.paths.topic(furniture.language, t.slug())),
                            furniture.in(t.name())),
                        topics.size() > DESCRIBED
                            ? ""
                            : t.description().getOrDefault(furniture.language, "")))
            .toList();
    String heading = furniture.words.say("topics");
    String note = furniture.words.say(topics.isEmpty() ? "topics.none" : "topics.about");
    var view =
        new Register(
            frame(links, heading, note),
            heading,
            note,
            "",
            true,
            List.of(new Register.Group("", entries)),
            Optional.empty(),
            Optional.empty());
    return Press.page(path, "register", view);
  }

  List<RenderedPage> month(String month, List<PublishedCard> oldestFirst) {
    var pages = new ArrayList<RenderedPage>();
    int last = Math.max(1, Math.ceilDiv(oldestFirst.size(), Pages.MONTH));
    for (int number = 1; number <= last; number++) {
      int from = (number - 1) * Pages.MONTH;
      int to = Math.min(oldestFirst.size(), from + Pages.MONTH);
      pages.add(monthPage(month, number, number == last, oldestFirst.subList(from, to)));
    }
    return pages;
  }

  private RenderedPage monthPage(
      String month, int number, boolean last, List<PublishedCard> stories) {
    String start = furniture.paths.month(furniture.language, month);
    String path = furniture.paths.part(start, number);
    Links links = Links.from(path);
    Map<String, List<Register.Entry>> days = new LinkedHashMap<>();
    for (PublishedCard card : stories) {
      days.computeIfAbsent(furniture.times.full(card.published()), d -> new ArrayList<>())
          .add(
              new Register.Entry(
                  new Link(links.to(furniture.paths.article(card)), card.headline()), ""));
    }
    String name = furniture.times.month(month);
    String heading = number == 1 ? name : furniture.words.say("list.page", name, number);
    var view =
        new Register(
            frame(links, heading, ""),
            heading,
            "",
            "",
            false,
            days.entrySet().stream()
                .map(d -> new Register.Group(d.getKey(), d.getValue()))
                .toList(),
            number == 1
                ? Optional.empty()
                : Optional.of(step(links, start, number - 1, "archive.earlier")),
            last ? Optional.empty() : Optional.of(step(links, start, number + 1, "archive.later")));
    return Press.page(path, "register", view);
  }

  private Link step(Links links, String start, int number, String words) {
    return new Link(links.to(furniture.paths.part(start, number)), furniture.words.say(words));
  }

  RenderedPage archive(List<String> months) {
    String path = furniture.paths.archive(furniture.language);
    Links links = Links.from(path);
    Map<String, List<Register.Entry>> years = new TreeMap<>(Comparator.reverseOrder());
    months.stream()
        .sorted()
        .forEach(
            month ->
                years
                    .computeIfAbsent(month.substring(0, 4), y -> new ArrayList<>())
                    .add(
                        new Register.Entry(
                            new Link(
                                links.to(furniture.paths.month(furniture.language, month)),
                                furniture.times.monthAlone(month)),
                            "")));
    String heading = furniture.words.say("archive");
    String note = furniture.words.say("archive.about");
    var view =
        new Register(
            frame(links, heading, note),
            heading,
            note,
            "",
            true,
            years.entrySet().stream()
                .map(y -> new Register.Group(furniture.times.year(y.getKey()), y.getValue()))
                .toList(),
            Optional.empty(),
            Optional.empty());
    return Press.page(path, "register", view);
  }

  RenderedPage corrections(List<Corrected> newestFirst) {
    String path = furniture.paths.corrections(furniture.language);
    Links links = Links.from(path);
    var shown =
        newestFirst.stream()
            .limit(Pages.CORRECTIONS)
            .map(
                c ->
                    new Errata.Erratum(
                        furniture.times.day(c.correction().at()),
                        new Link(links.to(furniture.paths.article(c.card())), c.card().headline()),
                        c.correction().text()))
            .toList();
    var view =
        new Errata(
            frame(
                links,
                furniture.words.say("corrections"),
                furniture.words.say("corrections.about")),
            shown,
            newestFirst.size() > shown.size(),
            Furniture.link(
                links,
                furniture.paths.archive(furniture.language),
                furniture.words.say("archive")));
    return Press.page(path, "errata", view);
  }

  private Frame frame(Links links, String title, String description) {
    return furniture.frame(Furniture.Sheet.of(links, style, title, description));
  }
}
