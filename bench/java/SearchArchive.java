import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import press.tamizdat.article.Articles;
import press.tamizdat.article.Content;
import press.tamizdat.article.published.Byline;
import press.tamizdat.article.published.Publication;
import press.tamizdat.article.search.ArticleSearch;
import press.tamizdat.article.search.Ask;
import press.tamizdat.article.search.Filter;
import press.tamizdat.platform.db.Database;
import press.tamizdat.platform.text.Language;

/** Ours and FTS5 over the same made-up articles, half English and half Russian. */
final class SearchArchive {
  private static final int SHOWN = 20;
  private static final int ONE_AFTER_ANOTHER = 20;

  private SearchArchive() {}

  /** An article as both have it. */
  record Text(String language, String headline, String body) {}

  /**
   * @param args a folder; that of the sample's articles, by language; how many articles; how many
   *     questions
   */
  public static void main(String[] args) throws IOException, SQLException {
    Path folder = Path.of(args[0]);
    int stories = Integer.parseInt(args[2]);
    List<Text> texts = texts(Path.of(args[1]), stories);
    List<String> questions = questions(texts, Integer.parseInt(args[3]));
    try (Database desk = Database.open(folder.resolve("desk.db"), "db/desk");
        Connection fts = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("fts.db"))) {
      Articles articles = new Articles(desk, Clock.systemUTC(), new Random(1));
      List<String> forms = new ArrayList<>();
      texts.forEach(t -> articles.create(content(t), Optional.empty()));
      WordForms.ALL.forEach(
          f ->
              forms.add(
                  articles.create(
                      content(new Text(f.language(), f.written(), "")), Optional.empty())));

      Ours ours = new Ours(folder, desk);
      long from = System.nanoTime();
      ours.waitForAll();
      long indexed = millis(from);
      from = System.nanoTime();
      fill(fts, texts, forms);
      long theirs = millis(from);
      double[] our = new double[questions.size()];
      double[] their = new double[questions.size()];
      for (int round = 0; round < 2; round++) { // the first to warm up
        for (int i = 0; i < questions.size(); i++) {
          long start = System.nanoTime();
          ours.ask(questions.get(i));
          our[i] = (System.nanoTime() - start) / 1e6;
          start = System.nanoTime();
          ask(fts, "plain", questions.get(i));
          their[i] = (System.nanoTime() - start) / 1e6;
        }
      }
      double[] one = new double[ONE_AFTER_ANOTHER];
      for (int i = 0; i < one.length; i++) {
        articles.create(content(texts.get(i)), Optional.empty());
        long start = System.nanoTime();
        ours.ask("bridge");
        one[i] = (System.nanoTime() - start) / 1e6;
      }
      int[] ourRecall = recall(ours, forms);
      int[] plain = recall(fts, "plain", forms);
      int[] porter = recall(fts, "porter", forms);
      int[] trigram = recall(fts, "trigram", forms);
      long english = WordForms.ALL.stream().filter(f -> f.language().equals("en")).count();
      long russian = WordForms.ALL.size() - english;
      System.out.printf(Locale.ROOT, "%-34s %12s %12s%n", "", "tamizdat", "FTS5");
      line("indexing " + texts.size() + " articles, ms", indexed, theirs);
      line("on the disk, MB", megabytes(folder.resolve("search")), megabytes(folder.resolve("fts.db")));
      line("question, median ms", at(our, 0.5), at(their, 0.5));
      line("question, p95 ms", at(our, 0.95), at(their, 0.95));
      line("question, p99 ms", at(our, 0.99), at(their, 0.99));
      line("question just after a save, p95 ms", at(one, 0.95), Double.NaN);
      System.out.printf(
          "found in another form: English %d of %d, Russian %d of %d; FTS5 unicode61 %d and %d, porter %d"
              + " and %d, trigram %d and %d%n",
          ourRecall[0], english, ourRecall[1], russian, plain[0], plain[1], porter[0], porter[1],
          trigram[0], trigram[1]);
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      System.out.printf(
          Locale.ROOT,
          "bench search articles=%d index_ms=%d fts5_index_ms=%d p50_ms=%.2f p95_ms=%.2f fts5_p50_ms=%.2f"
              + " fts5_p95_ms=%.2f after_save_p95_ms=%.2f recall_en=%.2f recall_ru=%.2f"
              + " fts5_recall_en=%.2f fts5_recall_ru=%.2f fts5_porter_recall_en=%.2f"
              + " fts5_porter_recall_ru=%.2f index_mb=%.1f fts5_mb=%.1f heap_mb=%d%n",
          texts.size(), indexed, theirs, at(our, 0.5), at(our, 0.95), at(their, 0.5),
          at(their, 0.95), at(one, 0.95), share(ourRecall[0], english), share(ourRecall[1], russian),
          share(plain[0], english), share(plain[1], russian), share(porter[0], english),
          share(porter[1], russian), megabytes(folder.resolve("search")),
          megabytes(folder.resolve("fts.db")),
          (runtime.totalMemory() - runtime.freeMemory()) >> 20);
      ours.search.close();
    }
  }

  private static double share(int found, long of) {
    return (double) found / of;
  }

  private static void line(String what, double ours, double theirs) {
    System.out.printf(Locale.ROOT, "%-34s %12.2f %12s%n", what, ours, Double.isNaN(theirs) ? "" : "%.2f".formatted(theirs));
  }

  private static long millis(long from) {
    return (System.nanoTime() - from) / 1_000_000;
  }

  private static double at(double[] times, double share) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  }

  private static double megabytes(Path file) throws IOException {
    try (Stream<Path> files = Files.walk(file)) {
      return files.filter(Files::isRegularFile).mapToLong(f -> f.toFile().length()).sum() / 1e6;
    }
  }

  private static List<Text> texts(Path samples, int stories) throws IOException {
    List<Text> texts = new ArrayList<>();
    Map<String, Newspaper> papers =
        Map.of(
            "en", new Newspaper(samples.resolve("en"), stories),
            "ru", new Newspaper(samples.resolve("ru"), stories));
    for (int n = 1; n <= stories; n++) {
      String language = n % 2 == 0 ? "en" : "ru";
      Newspaper.Story story = papers.get(language).story(n);
      texts.add(
          new Text(
              language,
              story.headline(),
              story.paragraphs().stream()
                  .map(p -> "<p>" + p + "</p>")
                  .collect(Collectors.joining("\n"))));
    }
    return texts;
  }

  /** One to three words of one article, as somebody remembers it. */
  private static List<String> questions(List<Text> texts, int count) {
    Random random = new Random(3);
    List<String> questions = new ArrayList<>();
    while (questions.size() < count) {
      Text text = texts.get(random.nextInt(texts.size()));
      List<String> words =
          Stream.of(plain(text.body()).split("[^\\p{L}]+")).filter(w -> w.length() > 3).toList();
      questions.add(
          random
              .ints(1 + random.nextInt(3), 0, words.size())
              .mapToObj(words::get)
              .collect(Collectors.joining(" ")));
    }
    return questions;
  }

  private static String plain(String html) {
    return html.replaceAll("<[^>]*>", " ");
  }

  private static Content content(Text text) {
    return new Content(
        new Language(text.language()),
        "story",
        "slug",
        "",
        text.headline(),
        "",
        List.of(new Byline("an-author", "An Author")),
        "",
        Optional.empty(),
        text.body(),
        "news",
        List.of("river"),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  private static final class Ours {
    final ArticleSearch search;

    Ours(Path folder, Database desk) {
      this.search =
          new ArticleSearch(
              folder.resolve("search"), desk, Clock.systemUTC(), SearchArchive::publication);
    }

    void waitForAll() {
      while (search.find(new Ask("", Filter.NONE, Ask.Order.NEWEST, 0, 1)).waiting() > 0) {}
    }

    List<String> ask(String words) {
      return search
          .find(new Ask(words, Filter.NONE, Ask.Order.RELEVANCE, 0, SHOWN))
          .hits()
          .stream()
          .map(h -> h.article().id())
          .toList();
    }
  }

  private static Publication publication() {
    Language english = new Language("en");
    return new Publication(
        Map.of(english, "The Bench"),
        Map.of(),
        URI.create("https://bench.example"),
        ZoneId.of("UTC"),
        List.of(english, new Language("ru")),
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        List.of());
  }

  /** The same texts; and for the question of forms the tokenizers that it brings. */
  private static void fill(Connection fts, List<Text> texts, List<String> forms)
      throws SQLException {
    try (var all = fts.createStatement()) {
      all.execute("PRAGMA journal_mode = WAL");
      all.execute("CREATE VIRTUAL TABLE plain USING fts5(id UNINDEXED, headline, body, tokenize = 'unicode61')");
      all.execute("CREATE VIRTUAL TABLE porter USING fts5(id UNINDEXED, headline, body, tokenize = 'porter unicode61')");
      all.execute("CREATE VIRTUAL TABLE trigram USING fts5(id UNINDEXED, headline, body, tokenize = 'trigram')");
    }
    fts.setAutoCommit(false);
    for (int i = 0; i < texts.size(); i++) {
      insert(fts, "plain", "text-" + i, texts.get(i).headline(), plain(texts.get(i).body()));
    }
    for (int i = 0; i < forms.size(); i++) {
      for (String table : List.of("plain", "porter", "trigram")) {
        insert(fts, table, forms.get(i), WordForms.ALL.get(i).written(), "");
      }
    }
    fts.commit();
  }

  private static void insert(Connection fts, String table, String id, String headline, String body)
      throws SQLException {
    try (PreparedStatement row =
        fts.prepareStatement("INSERT INTO " + table + " VALUES (?, ?, ?)")) {
      row.setString(1, id);
      row.setString(2, headline);
      row.setString(3, body);
      row.executeUpdate();
    }
  }

  /** All words wanted, the last may go on, the headline counts more: as with ours. */
  private static List<String> ask(Connection fts, String table, String words) throws SQLException {
    String[] parts = words.split(" ");
    String match =
        Stream.of(parts).map(w -> '"' + w + '"').collect(Collectors.joining(" "))
            + (table.equals("trigram") ? "" : "*");
    List<String> ids = new ArrayList<>();
    try (PreparedStatement query =
        fts.prepareStatement(
            "SELECT id, snippet("
                + table
                + ", 2, '[', ']', '…', 24) FROM "
                + table
                + " WHERE "
                + table
                + " MATCH ? ORDER BY bm25("
                + table
                + ", 0, 4, 1) LIMIT "
                + SHOWN)) {
      query.setString(1, match);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          ids.add(rows.getString(1));
        }
      }
    }
    return ids;
  }

  /** Whether the article is among all that are found: asked for by its id's neighbours alone. */
  private static int[] recall(Ours ours, List<String> forms) {
    int[] found = new int[2];
    for (int i = 0; i < forms.size(); i++) {
      WordForms form = WordForms.ALL.get(i);
      for (int skip = 0; skip < 20_000; skip += 200) {
        List<String> ids =
            ours.search
                .find(new Ask(form.asked(), Filter.NONE, Ask.Order.NEWEST, skip, 200))
                .hits()
                .stream()
                .map(h -> h.article().id())
                .toList();
        if (ids.contains(forms.get(i))) {
          found[form.language().equals("en") ? 0 : 1]++;
          break;
        }
        if (ids.size() < 200) {
          break;
        }
      }
    }
    return found;
  }

  private static int[] recall(Connection fts, String table, List<String> forms)
      throws SQLException {
    int[] found = new int[2];
    for (int i = 0; i < forms.size(); i++) {
      WordForms form = WordForms.ALL.get(i);
      String[] parts = form.asked().split(" ");
      String match =
          Stream.of(parts).map(w -> '"' + w + '"').collect(Collectors.joining(" "))
              + (table.equals("trigram") ? "" : "*");
      try (PreparedStatement query =
          fts.prepareStatement(
              "SELECT count(*) FROM " + table + " WHERE " + table + " MATCH ? AND id = ?")) {
        query.setString(1, match);
        query.setString(2, forms.get(i));
        try (ResultSet rows = query.executeQuery()) {
          if (rows.next() && rows.getInt(1) > 0) {
            found[form.language().equals("en") ? 0 : 1]++;
          }
        }
      }
    }
    return found;
  }
}
