package press.tamizdat.edition.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;
import press.tamizdat.article.published.PublishedLetter;
import press.tamizdat.edition.page.view.Link;
import press.tamizdat.edition.page.view.Register;

/** Letters that went out: each issue, and the list of them. */
final class LetterPages {
  private final Furniture furniture;
  private final StyleSheet text;
  private final StyleSheet list;

  LetterPages(Furniture furniture, StyleSheet text, StyleSheet list) {
    this.furniture = furniture;
    this.text = text;
    this.list = list;
  }

  List<RenderedPage> issue(String name, PublishedLetter issue) {
    String path = furniture.paths.issue(furniture.language, issue.letter(), issue.number());
    String note =
        furniture.words.say(
            "issue.note", name, issue.number(), furniture.times.day(issue.sent()).text());
    return new TextPages(furniture, text).cut(path, issue.subject(), note, body(path, issue));
  }

  private Element body(String path, PublishedLetter issue) {
    Links links = Links.from(path);
    Element body =
        new BodyHtml(furniture.words, Map.of(), links, furniture.paths).prepare(issue.opening());
    String section = "";
    for (PublishedLetter.Entry entry : issue.entries()) {
      if (!entry.section().equals(section)) {
        section = entry.section();
        Optional<String> title =
            furniture.publication.section(section).map(s -> furniture.in(s.name()));
        title.ifPresent(t -> body.appendElement("h2").text(t));
      }
      entry(body, links, entry);
    }
    Element ways = body.appendElement("p");
    ways.appendElement("a")
        .attr("href", links.to(furniture.paths.issues(furniture.language, issue.letter())))
        .text(furniture.words.say("issue.past"));
    ways.appendText(" · ");
    ways.appendElement("a")
        .attr("href", links.to(furniture.paths.letter(furniture.language, issue.letter())))
        .text(furniture.words.say("issue.join"));
    return body;
  }

  private void entry(Element body, Links links, PublishedLetter.Entry entry) {
    if (entry.card().isEmpty()) {
      body.appendElement("p").appendElement("em").text(furniture.words.say("issue.gone"));
      return;
    }
    body.appendElement("h3")
        .appendElement("a")
        .attr("href", links.to(furniture.paths.article(entry.card().get())))
        .text(entry.headline());
    if (!entry.standfirst().isBlank()) {
      body.appendElement("p").text(entry.standfirst());
    }
  }

  List<RenderedPage> issues(String letter, String name, List<PublishedLetter.Line> newestFirst) {
    var pages = new ArrayList<RenderedPage>();
    int last = Math.ceilDiv(newestFirst.size(), Pages.ISSUES);
    for (int number = 1; number <= last; number++) {
      int from = (number - 1) * Pages.ISSUES;
      int to = Math.min(newestFirst.size(), from + Pages.ISSUES);
      pages.add(page(letter, name, number, number == last, newestFirst.subList(from, to)));
    }
    return pages;
  }

  private RenderedPage page(
      String letter, String name, int number, boolean last, List<PublishedLetter.Line> lines) {
    String start = furniture.paths.issues(furniture.language, letter);
    String path = furniture.paths.part(start, number);
    Links links = Links.from(path);
    Map<String, List<Register.Entry>> years = new LinkedHashMap<>();
    for (PublishedLetter.Line line : lines) {
      String year = String.valueOf(furniture.times.dayOf(line.sent()).getYear());
      years
          .computeIfAbsent(furniture.times.year(year), y -> new ArrayList<>())
          .add(
              new Register.Entry(
                  new Link(
                      links.to(furniture.paths.issue(furniture.language, letter, line.number())),
                      line.subject()),
                  furniture.words.say(
                      "issue.line", line.number(), furniture.times.day(line.sent()).text())));
    }
    String title = furniture.words.say("issue.list", name);
    String heading = number == 1 ? title : furniture.words.say("list.page", title, number);
    String note = furniture.words.say("issue.past.about");
    var view =
        new Register(
            furniture.frame(Furniture.Sheet.of(links, list, heading, note)),
            heading,
            note,
            "",
            false,
            years.entrySet().stream()
                .map(y -> new Register.Group(y.getKey(), y.getValue()))
                .toList(),
            number == 1 ? Optional.empty() : Optional.of(step(links, start, number - 1, "newer")),
            last ? Optional.empty() : Optional.of(step(links, start, number + 1, "older")));
    return Press.page(path, "register", view);
  }

  private Link step(Links links, String start, int number, String words) {
    return new Link(
        links.to(furniture.paths.part(start, number)), furniture.words.say("issue." + words));
  }
}
