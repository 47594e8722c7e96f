package press.tamizdat.edition.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;
import press.tamizdat.article.published.TakenDown;
import press.tamizdat.edition.page.view.Link;
import press.tamizdat.edition.page.view.Text;

/** Pages of running text that are not articles. */
final class TextPages {
  private final Furniture furniture;
  private final StyleSheet style;

  TextPages(Furniture furniture, StyleSheet style) {
    this.furniture = furniture;
    this.style = style;
  }

  List<RenderedPage> all() {
    var language = furniture.language;
    var publication = furniture.publication;
    var pages = new ArrayList<RenderedPage>();
    Optional.ofNullable(publication.about().get(language))
        .ifPresent(html -> pages.addAll(page("about", furniture.words.say("about"), html)));
    Optional.ofNullable(publication.privacy().get(language))
        .ifPresent(html -> pages.addAll(page("privacy", furniture.words.say("privacy"), html)));
    publication.pages().stream()
        .filter(p -> p.body().containsKey(language))
        .forEach(
            p -> pages.addAll(page(p.slug(), furniture.in(p.title()), furniture.in(p.body()))));
    return pages;
  }

  private List<RenderedPage> page(String slug, String title, String html) {
    String start = furniture.paths.page(furniture.language, slug);
    Element body =
        new BodyHtml(furniture.words, Map.of(), Links.from(start), furniture.paths).prepare(html);
    return cut(start, title, "", body);
  }

  /**
   * A long text in as many parts as it needs.
   *
   * @param note under the heading of the first part, may be empty
   */
  List<RenderedPage> cut(String start, String title, String note, Element body) {
    var cutter =
        new PartCutter(
            Budget.PAGE,
            (part, parts, text) -> {
              byte[] page = part(start, title, note, part, parts, text);
              return text.isEmpty() ? Budget.sent(page) : Budget.atMost(page);
            });
    List<PartCutter.Piece> parts = cutter.cut(body, furniture.language.locale(), start);
    return IntStream.rangeClosed(1, parts.size())
        .mapToObj(
            n ->
                new RenderedPage(
                    furniture.paths.part(start, n),
                    part(start, title, note, n, parts.size(), parts.get(n - 1).html())))
        .toList();
  }

  private byte[] part(String start, String title, String note, int part, int parts, String html) {
    Links links = Links.from(furniture.paths.part(start, part));
    Optional<Link> previous =
        part == 1 ? Optional.empty() : Optional.of(step(links, start, part - 1, "part.previous"));
    Optional<Link> next =
        part == parts ? Optional.empty() : Optional.of(step(links, start, part + 1, "part.next"));
    String heading = part == 1 ? title : furniture.words.say("part.page", title, part);
    var whole = Furniture.Sheet.of(links, style, heading, "").between(previous, next);
    var sheet = part == parts && !html.isEmpty() ? whole : whole.unboxed();
    return Press.fitting(
        "text",
        new Text(
            furniture.frame(sheet),
            heading,
            part == 1 ? note : "",
            parts == 1 ? "" : furniture.words.say("part", part, parts),
            previous,
            next,
            html));
  }

  private Link step(Links links, String start, int part, String words) {
    return new Link(links.to(furniture.paths.part(start, part)), furniture.words.say(words, part));
  }

  RenderedPage missing() {
    String path = furniture.paths.missing(furniture.language);
    return notice(
        new Links(path, true),
        furniture.words.say("missing.title"),
        "",
        furniture.words.say("missing.text"));
  }

  RenderedPage gone(TakenDown taken) {
    Links links = Links.from(furniture.paths.article(taken));
    String at = furniture.words.say("gone.at", furniture.times.day(taken.at()).text());
    return notice(links, furniture.words.say("gone.title"), at, taken.reason());
  }

  private RenderedPage notice(Links links, String title, String note, String text) {
    var sheet = Furniture.Sheet.of(links, style, title, "").unlisted();
    return notice(sheet, title, note, List.of(new Element("p").text(text)));
  }

  /** A page that says a few words. */
  RenderedPage notice(Furniture.Sheet sheet, String title, String note, List<Element> body) {
    String html = body.stream().map(Element::outerHtml).collect(Collectors.joining("\n"));
    var view =
        new Text(furniture.frame(sheet), title, note, "", Optional.empty(), Optional.empty(), html);
    return Press.page(sheet.links().from(), "text", view);
  }
}
