package press.tamizdat.arrival;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import press.tamizdat.article.ArrivedArticle;
import press.tamizdat.article.ArrivedPhoto;
import press.tamizdat.platform.text.Language;

/** Reads a saved web page. */
final class WebPage {
  private static final Pattern KICKER =
      Pattern.compile(
          "(?i)kicker|rubric|eyebrow|dachzeile|rutitr|overline|(^|[-_ ])(over|tag|topic|label|category|cat-links|article-tag)($|[-_ ])");
  private static final Pattern DATELINE =
      Pattern.compile(
          "^((?:\\p{Lu}{3,}|\\p{Lu}{2,}[ -]\\p{Lu}{2,})(?:[ -]\\p{Lu}{2,}){0,3})(?:, [^—–]{2,24})?\\s*[—–]\\s*(?=[\\p{L}«“\"])");

  private final Path file;
  private final Document page;
  private final String whole;
  private final PageFacts facts;
  private final Headline headline;

  private WebPage(String html, Path file) {
    this.file = file;
    this.page = Jsoup.parse(html);
    this.whole = Words.tidy(page.text());
    this.facts = PageFacts.of(page);
    this.headline = Headline.find(page, facts);
  }

  static Outcome read(String html, Path file) {
    return new WebPage(html, file).read();
  }

  private Outcome read() {
    preferSaved();
    List<String> domNames = Signatures.names(page, headline);
    Optional<Instant> domDate = Signatures.date(page, headline);
    String kicker = kicker();
    Verdict verdict = new Verdict(page, whole, facts);
    Junk.prune(page, headline);
    Pictures.frame(page, headline);
    List<Block> all = Blocks.of(page.body(), headline.text());
    Element root = MainText.find(page.body(), all, headline);

    int first = 0;
    while (first < all.size() && !isIn(all.get(first), root)) {
      first++;
    }
    int last = all.size();
    while (last > first && !isIn(all.get(last - 1), root)) {
      last--;
    }
    int title = titleBefore(all, first, last);
    List<Block> above = title >= 0 && title < first ? all.subList(title + 1, first) : List.of();
    List<Block> inside = Sieve.sift(all.subList(Math.max(first, title + 1), last));
    List<Block> below = all.subList(last, Math.min(all.size(), last + 3));

    Head head =
        new Head(
            headline.text(),
            facts.summaries(),
            facts.bylines().isEmpty() ? domNames : facts.bylines());
    List<Block> run = new ArrayList<>(above);
    run.addAll(inside);
    int start = head.readTop(run, above.size());
    List<Block> body = new ArrayList<>(run.subList(start, run.size()));
    readBottom(head, body, below);
    if (title > 0) {
      all.subList(Math.max(0, title - 3), title).forEach(head::readAbove);
    }
    return verdict
        .against(headline.text(), body)
        .<Outcome>map(Outcome.NotAnArticle::new)
        .orElseGet(() -> arrived(head, body, domNames, domDate, kicker));
  }

  /** A picture saved beside the page is nearer than its address on the network. */
  private void preferSaved() {
    page.select("img[src*=_files/]")
        .forEach(
            img ->
                List.of("srcset", "data-src", "data-srcset", "data-lazy-src", "data-original")
                    .forEach(img::removeAttr));
  }

  private static boolean isIn(Block block, Element root) {
    return block.source().filter(s -> s.equals(root) || s.parents().contains(root)).isPresent();
  }

  private int titleBefore(List<Block> all, int first, int last) {
    for (int i = Math.min(last, all.size()) - 1; i >= 0; i--) {
      Block b = all.get(i);
      boolean printed =
          headline
              .element()
              .filter(
                  h -> b.source().filter(x -> h.equals(x) || h.parents().contains(x)).isPresent())
              .isPresent();
      if (printed && Words.same(b.text(), headline.text())) {
        return i;
      }
    }
    for (int i = 0; i < Math.min(all.size(), first + 8); i++) {
      if (Words.same(all.get(i).text(), headline.text())) {
        return i;
      }
    }
    return -1;
  }

  private void readBottom(Head head, List<Block> body, List<Block> below) {
    for (int n = 0; n < 3 && !body.isEmpty() && head.readBottom(body.getLast()); n++) {
      body.removeLast();
    }
    while (!body.isEmpty() && (body.getLast().isHeading() || body.getLast().kind().equals("hr"))) {
      body.removeLast();
    }
    below.forEach(head::readBottom);
  }

  private String kicker() {
    Optional<Element> above =
        headline
            .element()
            .flatMap(
                h ->
                    page.select("[class]").stream()
                        .filter(e -> KICKER.matcher(e.className()).find())
                        .filter(e -> e.text().length() <= 40 && !e.text().isBlank() && near(e, h))
                        .findFirst());
    return above.map(e -> Words.tidy(e.text())).orElse("");
  }

  private static boolean near(Element e, Element headline) {
    Element parent = headline.parent();
    Element grand = parent == null ? null : parent.parent();
    return (parent != null && e.parents().contains(parent))
        || (grand != null && e.parents().contains(grand) && grand.select("h1").size() == 1);
  }

  private Outcome arrived(
      Head head,
      List<Block> body,
      List<String> domNames,
      Optional<Instant> domDate,
      String kicker) {
    String text = body.stream().map(Block::text).collect(Collectors.joining("\n"));
    Language language = Tongue.of(headline.text() + "\n" + text, facts.languages());
    Assembly assembly = new Assembly(file, facts.address(), language.direction());
    String dateline = facts.dateline().isEmpty() ? dateline(body) : facts.dateline();
    Optional<ArrivedPhoto> lead = lead(head, body, assembly);
    String html = assembly.body(body);
    List<String> names =
        !facts.bylines().isEmpty()
            ? facts.bylines()
            : !domNames.isEmpty() ? domNames : head.names();
    Optional<Instant> published = facts.published().or(() -> domDate).or(head::date);
    return new Outcome.Arrived(
        new ArrivedArticle(
            facts
                .address()
                .map(URI::toString)
                .orElseGet(() -> Assembly.sha256(headline.text() + "\n" + text)),
            facts.address(),
            language,
            facts.section(),
            kicker,
            headline.text(),
            standfirst(head, text),
            names,
            dateline,
            published,
            facts.updated().filter(u -> !Optional.of(u).equals(published)),
            lead,
            html,
            List.copyOf(assembly.photos()),
            facts.topics(),
            List.copyOf(assembly.corrections())));
  }

  /** A summary that only repeats how the text begins is no standfirst. */
  private String standfirst(Head head, String text) {
    if (!head.standfirst().isEmpty()) {
      return head.standfirst();
    }
    String start = Words.key(text.substring(0, Math.min(text.length(), 1500)));
    return facts.summaries().stream()
        .filter(s -> s.length() >= 20 && s.length() <= 500)
        .filter(s -> !start.contains(Words.key(s.substring(0, Math.min(60, s.length())))))
        .findFirst()
        .orElse("");
  }

  private Optional<ArrivedPhoto> lead(Head head, List<Block> body, Assembly assembly) {
    Optional<Element> figure = head.picture().map(b -> b.clean().clone());
    if (figure.isEmpty()
        && !body.isEmpty()
        && body.getFirst().isFigure()
        && !body.getFirst().clean().hasClass("embed")) {
      figure = Optional.of(body.removeFirst().clean());
    }
    if (figure.isPresent()) {
      return assembly.photo(figure.get());
    }
    return facts.picture().map(src -> assembly.photo(src, Credits.NONE, ""));
  }

  /** Takes a place in capitals off the beginning of the text, where it would be printed twice. */
  private static String dateline(List<Block> body) {
    if (body.isEmpty() || !body.getFirst().kind().equals("p")) {
      return "";
    }
    Element paragraph = body.getFirst().clean();
    if (!(paragraph.firstChild() instanceof TextNode start)) {
      return "";
    }
    Matcher place = DATELINE.matcher(start.getWholeText());
    if (!place.find()) {
      return "";
    }
    start.text(start.getWholeText().substring(place.end()));
    return place.group(1);
  }
}
