package press.tamizdat.arrival;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import press.tamizdat.article.ArrivedArticle;
import press.tamizdat.article.ArrivedPhoto;
import press.tamizdat.platform.text.Language;

/** Reads a page that was copied as plain text or written as Markdown. */
final class PlainPage {
  private static final int PARAGRAPH = 100;

  private final String text;
  private final Path file;

  private PlainPage(String text, Path file) {
    this.text = text;
    this.file = file;
  }

  static Outcome read(String text, Path file) {
    return new PlainPage(text, file).read();
  }

  private Outcome read() {
    List<Block> blocks = PlainLines.blocks(text);
    List<Block> kept = new ArrayList<>(Sieve.sift(blocks));
    int title = title(kept);
    String headline = title < 0 ? "" : kept.get(title).text();
    Head head = new Head(headline, List.of(), List.of());
    List<Block> run = title < 0 ? kept : kept.subList(title + 1, kept.size());
    int start = readTop(head, run);
    List<Block> body = new ArrayList<>(run.subList(start, run.size()));
    for (int n = 0; n < 3 && !body.isEmpty() && head.readBottom(body.getLast()); n++) {
      body.removeLast();
    }
    while (!body.isEmpty() && (body.getLast().isHeading() || body.getLast().kind().equals("hr"))) {
      body.removeLast();
    }
    String kicker = title > 0 && isKicker(kept.get(title - 1)) ? kept.get(title - 1).text() : "";
    return verdict(headline, body)
        .<Outcome>map(Outcome.NotAnArticle::new)
        .orElseGet(() -> arrived(headline, kicker, head, body));
  }

  private static int readTop(Head head, List<Block> run) {
    int start = head.readTop(run, 0);
    // A name alone on its line, with the text right below.
    while (start < run.size() && head.readNameLine(run.get(start))) {
      start++;
      start += head.readTop(run.subList(start, run.size()), 0);
    }
    return start;
  }

  /** The first line above the paragraphs that is long enough to be a headline. */
  private static int title(List<Block> blocks) {
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i).clean().hasAttr("title")) {
        return i;
      }
    }
    List<Integer> candidates = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      String line = blocks.get(i).text();
      if (!candidates.isEmpty() && (isSignature(line) || startsText(blocks, i))) {
        break;
      }
      boolean fits = Words.count(line) >= 3 && line.length() >= 12 && line.length() <= 500;
      if (!isSignature(line) && fits && blocks.get(i).kind().matches("p|h2")) {
        candidates.add(i);
      }
    }
    return chosen(blocks, candidates);
  }

  /** The line above the standfirst, which is a long sentence; else the last, next to the text. */
  private static int chosen(List<Block> blocks, List<Integer> candidates) {
    for (int n = 1; n < candidates.size(); n++) {
      String line = blocks.get(candidates.get(n)).text();
      if (line.length() >= 60 && Words.endsSentence(line)) {
        return candidates.get(n - 1);
      }
    }
    return candidates.isEmpty() ? -1 : candidates.getLast();
  }

  private static boolean isSignature(String line) {
    return Names.onBylineLine(line).isPresent()
        || When.isDateLine(line)
        || Credits.isCreditLine(line);
  }

  private static boolean startsText(List<Block> blocks, int i) {
    return i + 1 < blocks.size()
        && blocks.get(i).text().length() >= PARAGRAPH * 2
        && Words.endsSentence(blocks.get(i).text());
  }

  private static boolean isKicker(Block block) {
    return Words.count(block.text()) <= 3 && block.text().length() <= 40;
  }

  private Optional<Reason> verdict(String headline, List<Block> body) {
    Document none = Document.createShell("");
    return new Verdict(none, Words.tidy(text), PageFacts.of(none)).against(headline, body);
  }

  private Outcome arrived(String headline, String kicker, Head head, List<Block> body) {
    String words = body.stream().map(Block::text).collect(Collectors.joining("\n"));
    Language language = Tongue.of(headline + "\n" + words, List.of());
    Assembly assembly = new Assembly(file, Optional.empty(), language.direction());
    Optional<ArrivedPhoto> lead = lead(head, body, assembly);
    String html = assembly.body(body);
    return new Outcome.Arrived(
        new ArrivedArticle(
            Assembly.sha256(headline + "\n" + words),
            Optional.empty(),
            language,
            "",
            kicker,
            headline,
            head.standfirst(),
            List.copyOf(head.names()),
            "",
            head.date(),
            Optional.empty(),
            lead,
            html,
            List.copyOf(assembly.photos()),
            List.of(),
            List.copyOf(assembly.corrections())));
  }

  private static Optional<ArrivedPhoto> lead(Head head, List<Block> body, Assembly assembly) {
    Optional<Element> figure = head.picture().map(b -> b.clean().clone());
    if (figure.isPresent()) {
      Element f = figure.get();
      boolean said = f.selectFirst("figcaption") != null;
      if (!said && !body.isEmpty() && isSlanted(body.getFirst())) {
        f.appendElement("figcaption").appendText(body.removeFirst().text());
      }
      return assembly.photo(f);
    }
    Credits loose = head.looseCaption();
    return loose.equals(Credits.NONE)
        ? Optional.empty()
        : Optional.of(assembly.photo("", loose, ""));
  }

  private static boolean isSlanted(Block block) {
    return block.text().length() < 300
        && Words.same(block.clean().select("> em").text(), block.text());
  }
}
