package press.tamizdat.edition.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import press.tamizdat.article.published.PlacedPhoto;
import press.tamizdat.article.published.Publication;
import press.tamizdat.article.published.PublishedArticle;
import press.tamizdat.article.published.PublishedCard;
import press.tamizdat.edition.page.view.Foreign;
import press.tamizdat.edition.page.view.Frame;
import press.tamizdat.edition.page.view.Link;
import press.tamizdat.edition.page.view.Moment;
import press.tamizdat.edition.page.view.SignUp;
import press.tamizdat.edition.page.view.Story;
import press.tamizdat.platform.text.Messages;

/** One article as a page, or as several when it is long. */
final class ArticlePages {
  private static final int WORDS_A_MINUTE = 200;
  private static final String CORRECTIONS = "corrections";

  private final Furniture furniture;
  private final StyleSheet style;
  private final PublishedArticle article;
  private final PublishedCard card;
  private final Messages words;
  private final String start;
  private final Links links;
  private final Cards cards;

  ArticlePages(Furniture furniture, StyleSheet style, PublishedArticle article) {
    this.furniture = furniture;
    this.style = style;
    this.article = article;
    this.card = article.card();
    this.words = furniture.words;
    this.start = furniture.paths.article(card);
    this.links = Links.from(start);
    this.cards = new Cards(furniture, links);
  }

  List<RenderedPage> print() {
    List<Printed> parts = parts();
    return IntStream.rangeClosed(1, parts.size())
        .mapToObj(n -> new RenderedPage(furniture.paths.part(start, n), parts.get(n - 1).page()))
        .toList();
  }

  /** How large the pages would be, as sent. */
  List<PartSize> measure() {
    return parts().stream()
        .map(part -> new PartSize(Budget.sent(part.page()), part.piece().firstBlock()))
        .toList();
  }

  @SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
  private record Printed(PartCutter.Piece piece, byte[] page) {}

  private List<Printed> parts() {
    Element body =
        new BodyHtml(words, article.photos(), links, furniture.paths).prepare(article.body());
    int minutes = minutes(body.text());
    appendCorrections(body);
    Map<Part, byte[]> printed = new HashMap<>();
    Function<Part, byte[]> press = part -> printed.computeIfAbsent(part, p -> part(p, minutes));
    var cutter =
        new PartCutter(
            Budget.PAGE,
            (part, parts, html) -> {
              byte[] page = press.apply(new Part(part, parts, html));
              return html.isEmpty() ? Budget.sent(page) : Budget.atMost(page);
            });
    List<PartCutter.Piece> pieces = cutter.cut(body, card.language().locale(), start);
    return IntStream.rangeClosed(1, pieces.size())
        .mapToObj(
            n -> {
              PartCutter.Piece piece = pieces.get(n - 1);
              return new Printed(piece, press.apply(new Part(n, pieces.size(), piece.html())));
            })
        .toList();
  }

  /** What was printed to be measured need not be printed again. */
  private record Part(int number, int of, String html) {}

  /**
   * @param text with single spaces between its words, as jsoup gives it
   */
  private static int minutes(String text) {
    long spaces = text.chars().filter(c -> c == ' ').count();
    return Math.max(1, Math.round((spaces + 1) / (float) WORDS_A_MINUTE));
  }

  /** They run on after the text, so that however many there are, every page still fits. */
  private void appendCorrections(Element body) {
    var corrections = article.corrections();
    if (corrections.isEmpty()) {
      return;
    }
    body.appendElement("h2")
        .attr("id", CORRECTIONS)
        .text(words.count("correction", corrections.size()));
    for (var correction : corrections) {
      Moment at = furniture.times.day(correction.at());
      Element line = body.appendElement("p");
      line.appendElement("time").attr("datetime", at.machine()).text(at.text());
      line.appendText(". " + correction.text());
    }
  }

  /** With a box to sign up at its end, where that does not cost the reader another page. */
  private byte[] part(Part asked, int minutes) {
    boolean last = asked.number() == asked.of() && !asked.html().isEmpty();
    Optional<SignUp> signUp = last ? furniture.signUp(links) : Optional.empty();
    if (signUp.isPresent()) {
      byte[] boxed = part(asked, minutes, signUp);
      if (Press.fits(boxed)) {
        return boxed;
      }
    }
    return part(asked, minutes, Optional.empty());
  }

  private byte[] part(Part asked, int minutes, Optional<SignUp> signUp) {
    int part = asked.number();
    int parts = asked.of();
    boolean first = part == 1;
    boolean last = part == parts;
    Optional<Link> previous =
        first ? Optional.empty() : Optional.of(linkTo(part - 1, "part.previous"));
    Optional<Link> next = last ? Optional.empty() : Optional.of(linkTo(part + 1, "part.next"));
    var story =
        new Story(
            frame(part, previous, next),
            furniture.publication.section(card.section()).map(s -> furniture.section(s, links)),
            card.kicker(),
            card.headline(),
            links.to(start),
            first ? Optional.of(opening(parts, minutes)) : Optional.empty(),
            parts == 1 ? "" : words.say("part", part, parts),
            previous,
            next,
            asked.html(),
            last ? Optional.of(ending(signUp)) : Optional.empty(),
            first ? new JsonLd(furniture.publication).of(article) : "");
    return Press.print("story", story);
  }

  private Link linkTo(int part, String words) {
    return new Link(links.to(furniture.paths.part(start, part)), this.words.say(words, part));
  }

  private Frame frame(int part, Optional<Link> previous, Optional<Link> next) {
    boolean first = part == 1;
    String title = first ? card.headline() : words.say("part.page", card.headline(), part);
    Optional<PlacedPhoto> image = first ? card.lead() : Optional.empty();
    var sheet =
        new Furniture.Sheet(
            Links.from(furniture.paths.part(start, part)),
            style,
            title,
            first ? card.standfirst() : "",
            image.map(i -> absolute(furniture.paths.photo(i.photo().large()))).orElse(""),
            true,
            true,
            false,
            first ? alternates() : List.of(),
            "",
            "",
            "",
            "");
    return furniture.frame(sheet.between(previous, next));
  }

  private String absolute(String path) {
    return Absolute.of(furniture.publication, path);
  }

  private List<Foreign> alternates() {
    if (article.translations().isEmpty()) {
      return List.of();
    }
    return Stream.concat(Stream.of(card), article.translations().stream())
        .map(t -> new Foreign(t.language().tag(), absolute(furniture.paths.article(t)), ""))
        .toList();
  }

  private Story.Opening opening(int parts, int minutes) {
    boolean changed = card.updated().isAfter(card.published());
    return new Story.Opening(
        card.standfirst(),
        card.bylines().stream()
            .map(
                b ->
                    new Link(links.to(furniture.paths.author(card.language(), b.slug())), b.name()))
            .toList(),
        article.dateline(),
        furniture.times.moment(card.published()),
        changed ? Optional.of(furniture.times.moment(card.updated())) : Optional.empty(),
        corrected(parts),
        words.count("reading", minutes),
        article.translations().stream().map(this::translation).toList(),
        card.lead().map(cards::picture),
        card.lead().map(PlacedPhoto::caption).orElse(""),
        card.lead().map(ArticlePages::credit).orElse(""));
  }

  private Optional<Link> corrected(int parts) {
    int number = article.corrections().size();
    if (number == 0) {
      return Optional.empty();
    }
    String where = parts == 1 ? "" : links.to(furniture.paths.part(start, parts));
    return Optional.of(new Link(where + "#" + CORRECTIONS, words.count("correction", number)));
  }

  private Foreign translation(PublishedCard translation) {
    return new Foreign(
        translation.language().tag(),
        links.to(furniture.paths.article(translation)),
        Messages.of(translation.language()).say("language.read"));
  }

  private static String credit(PlacedPhoto photo) {
    return Stream.of(photo.credit(), photo.licence())
        .filter(s -> !s.isBlank())
        .reduce((a, b) -> a + ". " + b)
        .orElse("");
  }

  private Story.Ending ending(Optional<SignUp> signUp) {
    return new Story.Ending(
        article.topics().stream().flatMap(t -> topic(t).stream()).toList(),
        furniture.appeal().map(this::appeal),
        Optional.of(links)
            .filter(l -> furniture.publication.support().isOpen())
            .map(furniture::supportLink),
        article.related().stream().map(cards::headline).toList(),
        furniture.addedLink(Furniture.LETTER, links),
        signUp);
  }

  private Optional<Link> topic(String slug) {
    return furniture
        .publication
        .topic(slug)
        .map(
            t ->
                new Link(
                    links.to(furniture.paths.topic(card.language(), slug)),
                    furniture.in(t.name())));
  }

  private Story.Appeal appeal(Publication.Appeal appeal) {
    Element body = new BodyHtml(words, Map.of(), links, furniture.paths).prepare(appeal.body());
    return new Story.Appeal(appeal.title(), body.html());
  }
}
