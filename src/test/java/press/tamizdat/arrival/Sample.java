package press.tamizdat.arrival;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import press.tamizdat.article.ArrivedArticle;

/** A page of {@code src/test/resources/arrival} with what should be read from it. */
record Sample(Path page, Map<?, ?> expected) {
  static final Path FOLDER = Path.of("src/test/resources/arrival");

  /** Which parts of a sample were read right. */
  record Score(
      Sample sample,
      Optional<ArrivedArticle> article,
      List<String> missing,
      List<String> extra,
      int found,
      boolean headline,
      boolean standfirst,
      boolean byline,
      boolean date,
      boolean lead) {}

  static List<Sample> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(f -> f.toString().endsWith(".expected.json"))
          .sorted()
          .map(Sample::load)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Sample load(Path expected) {
    try {
      String name = expected.getFileName().toString().replace(".expected.json", "");
      Path page =
          Stream.of("html", "txt", "md")
              .map(e -> FOLDER.resolve(name + "." + e))
              .filter(Files::exists)
              .findFirst()
              .orElseThrow();
      return new Sample(page, (Map<?, ?>) JsonTree.parse(Files.readString(expected)).orElseThrow());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String name() {
    return page.getFileName().toString();
  }

  /** Written before the rules were, and not looked at while they were made. */
  boolean heldOut() {
    int number = Integer.parseInt(name().substring(0, 2));
    return number > 20 && number < 40;
  }

  String text(String key) {
    return expected.get(key) instanceof String s ? s : "";
  }

  List<String> texts(String key) {
    return expected.get(key) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  Score score() {
    List<String> wanted = texts("paragraphs");
    if (!(Arrival.read(page) instanceof Outcome.Arrived(ArrivedArticle article))) {
      return new Score(
          this, Optional.empty(), wanted, List.of(), 0, false, false, false, false, false);
    }
    List<String> got = leaves(article.body());
    List<String> missing = new ArrayList<>(wanted);
    List<String> extra = new ArrayList<>();
    got.forEach(
        p -> {
          if (!missing.remove(p)) {
            extra.add(p);
          }
        });
    return new Score(
        this,
        Optional.of(article),
        missing,
        extra,
        wanted.size() - missing.size(),
        article.headline().equals(Words.tidy(text("headline"))),
        article.standfirst().equals(Words.tidy(text("standfirst"))),
        article.bylines().equals(texts("byline")),
        sameDate(article.published()),
        sameLead(article));
  }

  static List<String> leaves(String body) {
    return Jsoup.parseBodyFragment(body).select("p, h2, h3, li, td, th, pre").stream()
        .filter(e -> e.select("p, h2, h3, li, td, th, pre").size() == 1)
        .map(e -> Words.tidy(e.text()))
        .filter(t -> !t.isEmpty())
        .toList();
  }

  private boolean sameDate(Optional<Instant> at) {
    String wanted = text("published");
    if (wanted.isEmpty() || at.isEmpty()) {
      return wanted.isEmpty() && at.isEmpty();
    }
    return wanted.contains("T")
        ? at.get().equals(Instant.parse(wanted))
        : LocalDate.ofInstant(at.get(), ZoneOffset.UTC).toString().equals(wanted);
  }

  private boolean sameLead(ArrivedArticle article) {
    if (!(expected.get("lead") instanceof Map<?, ?> lead)) {
      return article.lead().isEmpty();
    }
    return article
        .lead()
        .filter(
            l ->
                l.caption().equals(Words.tidy(String.valueOf(lead.get("caption"))))
                    && l.credit().equals(Words.tidy(String.valueOf(lead.get("credit")))))
        .isPresent();
  }
}
