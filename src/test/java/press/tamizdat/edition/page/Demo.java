package press.tamizdat.edition.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;
import press.tamizdat.article.published.Byline;
import press.tamizdat.article.published.Correction;
import press.tamizdat.article.published.Photo;
import press.tamizdat.article.published.PlacedPhoto;
import press.tamizdat.article.published.Publication;
import press.tamizdat.article.published.PublishedArticle;
import press.tamizdat.article.published.PublishedCard;
import press.tamizdat.article.published.Rendition;
import press.tamizdat.platform.text.Language;

/** The demo publication as the pages are given it, with grey photos. */
final class Demo {
  static final Language EN = new Language("en");
  static final Language RU = new Language("ru");
  static final Language FA = new Language("fa");

  private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyy/MM");
  private static final Pattern PICTURE = Pattern.compile("picture:([a-z-]+)");

  final Publication publication;
  final List<PublishedArticle> articles;
  private final Path folder;

  private Demo(Path folder) throws IOException {
    this.folder = folder;
    this.publication = readPublication();
    this.articles = readArticles();
  }

  /** Where the demo is: the project's own folder, unless {@code tamizdat.demo} names another. */
  static Path folder() {
    return Path.of(System.getProperty("tamizdat.demo", "demo"));
  }

  static boolean exists() {
    return Files.isRegularFile(folder().resolve("texts/names.toml"));
  }

  static Demo read() {
    try {
      return new Demo(folder());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<PublishedCard> newest(Language language) {
    return articles.stream()
        .map(PublishedArticle::card)
        .filter(c -> c.language().equals(language))
        .sorted(Comparator.comparing(PublishedCard::published).reversed())
        .toList();
  }

  private Publication readPublication() throws IOException {
    TomlParseResult names = Toml.parse(folder.resolve("texts/names.toml"));
    TomlParseResult bios = Toml.parse(folder.resolve("texts/bios.toml"));
    var sections = new ArrayList<Publication.Section>();
    for (TomlTable t : tables(names, "section")) {
      sections.add(new Publication.Section(text(t, "slug"), byLanguage(t, "name")));
    }
    var topics = new ArrayList<Publication.Topic>();
    for (TomlTable t : tables(names, "topic")) {
      topics.add(
          new Publication.Topic(
              text(t, "slug"), byLanguage(t, "name"), byLanguage(t, "description")));
    }
    var authors = new ArrayList<Publication.Author>();
    for (TomlTable t : tables(bios, "author")) {
      authors.add(
          new Publication.Author(
              text(t, "slug"),
              byLanguage(t, "name"),
              byLanguage(t, "bio"),
              Boolean.TRUE.equals(t.getBoolean("pseudonym"))));
    }
    return new Publication(
        Map.of(EN, "The Ferry", RU, "Паром", FA, "گذر"),
        Map.of(
            EN, "News of Veshnia, carried across",
            RU, "Новости Вешни — с того берега",
            FA, "خبرهای وشنیا از آن سوی رود"),
        URI.create("https://ferry.example"),
        ZONE,
        List.of(EN, RU, FA),
        sections,
        topics,
        authors,
        texts("about"),
        texts("privacy"),
        appeals(),
        List.of(
            new Publication.Page(
                "howto",
                Map.of(EN, "How to read us", RU, "Как нас читать", FA, "چگونه ما را بخوانید"),
                texts("howto"))));
  }

  private Map<Language, Publication.Appeal> appeals() throws IOException {
    var appeals = new HashMap<Language, Publication.Appeal>();
    var bodies = texts("appeal");
    if (bodies.containsKey(EN)) {
      appeals.put(
          EN,
          new Publication.Appeal(
              "A message from Vera Lindt",
              bodies.get(EN),
              "Free to read in Veshnia, because readers elsewhere carry the cost."));
    }
    if (bodies.containsKey(RU)) {
      appeals.put(
          RU,
          new Publication.Appeal(
              "От Веры Линдт",
              bodies.get(RU),
              "В Вешне нас читают бесплатно: за это платят читатели за границей."));
    }
    return appeals;
  }

  private Map<Language, String> texts(String name) throws IOException {
    var texts = new HashMap<Language, String>();
    for (Language language : List.of(EN, RU, FA)) {
      Path file = folder.resolve("texts/" + name + "." + language + ".html");
      if (Files.exists(file)) {
        texts.put(language, Files.readString(file));
      }
    }
    return texts;
  }

  private List<PublishedArticle> readArticles() throws IOException {
    var files = new ArrayList<Path>();
    try (Stream<Path> all = Files.walk(folder.resolve("articles"))) {
      all.filter(f -> f.toString().endsWith(".html")).sorted().forEach(files::add);
    }
    var cards = new LinkedHashMap<Path, PublishedCard>();
    for (Path file : files) {
      cards.put(file, card(front(file)));
    }
    var articles = new ArrayList<PublishedArticle>();
    for (var entry : cards.entrySet()) {
      articles.add(article(entry.getKey(), entry.getValue(), List.copyOf(cards.values())));
    }
    return articles;
  }

  private static TomlParseResult front(Path file) throws IOException {
    TomlParseResult front = Toml.parse(Files.readString(file).split("(?m)^\\+\\+\\+$")[1]);
    if (front.hasErrors()) {
      throw new IOException(file + ": " + front.errors().getFirst());
    }
    return front;
  }

  private PublishedCard card(TomlParseResult front) {
    Language language = new Language(text(front, "language"));
    Instant published = instant(front, "published");
    return new PublishedCard(
        text(front, "language") + "-" + text(front, "slug"),
        text(front, "story"),
        language,
        MONTH.format(published.atZone(ZONE)),
        text(front, "slug"),
        text(front, "section"),
        text(front, "kicker"),
        text(front, "headline"),
        text(front, "standfirst"),
        strings(front, "bylines").stream().map(this::byline).toList(),
        published,
        front.contains("updated") ? instant(front, "updated") : published,
        lead(front));
  }

  private Byline byline(String name) {
    return publication.authors().stream()
        .filter(a -> a.name().containsValue(name))
        .findFirst()
        .map(a -> new Byline(a.slug(), name))
        .orElseThrow(() -> new IllegalArgumentException("nobody is called " + name));
  }

  private static Optional<PlacedPhoto> lead(TomlParseResult front) {
    TomlTable photo = front.getTable("photo");
    if (photo == null) {
      return Optional.empty();
    }
    return Optional.of(
        new PlacedPhoto(
            photo(text(photo, "picture")),
            text(photo, "caption"),
            text(photo, "credit"),
            text(photo, "licence"),
            text(photo, "alt")));
  }

  static Photo photo(String picture) {
    return new Photo(
        picture,
        rendition(picture, 480, 320, 5_200),
        rendition(picture, 960, 640, 60_000),
        rendition(picture, 1_920, 1_280, 180_000));
  }

  private static Rendition rendition(String picture, int width, int height, long length) {
    String seed = picture + width;
    String hash = Resource.sha256Hex(seed.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
    return new Rendition(hash + ".webp", width, height, length);
  }

  private static PublishedArticle article(Path file, PublishedCard card, List<PublishedCard> all)
      throws IOException {
    TomlParseResult front = front(file);
    String body = Files.readString(file).split("(?m)^\\+\\+\\+$", 3)[2].strip();
    var photos = new HashMap<String, Photo>();
    PICTURE.matcher(body).results().forEach(m -> photos.put(m.group(1), photo(m.group(1))));
    var corrections = new ArrayList<Correction>();
    for (TomlTable t : tables(front, "corrections")) {
      corrections.add(new Correction(instant(t, "at"), text(t, "text")));
    }
    return new PublishedArticle(
        card,
        text(front, "dateline"),
        PICTURE.matcher(body).replaceAll("photo:$1"),
        photos,
        strings(front, "topics"),
        corrections,
        all.stream()
            .filter(c -> c.language().equals(card.language()) && !c.equals(card))
            .filter(c -> c.section().equals(card.section()))
            .limit(3)
            .toList(),
        all.stream().filter(c -> c.story().equals(card.story()) && !c.equals(card)).toList());
  }

  private static List<TomlTable> tables(TomlTable table, String key) {
    TomlArray array = table.getArray(key);
    var tables = new ArrayList<TomlTable>();
    for (int i = 0; array != null && i < array.size(); i++) {
      tables.add(array.getTable(i));
    }
    return tables;
  }

  private static List<String> strings(TomlTable table, String key) {
    TomlArray array = table.getArray(key);
    return array == null ? List.of() : array.toList().stream().map(String::valueOf).toList();
  }

  private static String text(TomlTable table, String key) {
    String text = table.getString(key);
    return text == null ? "" : text;
  }

  private static Instant instant(TomlTable table, String key) {
    var time = table.getOffsetDateTime(key);
    if (time == null) {
      throw new IllegalArgumentException("no time " + key);
    }
    return time.toInstant();
  }

  private static Map<Language, String> byLanguage(TomlTable table, String key) {
    var texts = new HashMap<Language, String>();
    TomlTable names = table.getTable(key);
    if (names != null) {
      names.keySet().forEach(l -> texts.put(new Language(l), text(names, l)));
    }
    return texts;
  }
}
