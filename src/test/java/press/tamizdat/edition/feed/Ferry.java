package press.tamizdat.edition.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import press.tamizdat.article.published.Byline;
import press.tamizdat.article.published.Photo;
import press.tamizdat.article.published.PlacedPhoto;
import press.tamizdat.article.published.Publication;
import press.tamizdat.article.published.Publication.Section;
import press.tamizdat.article.published.PublishedCard;
import press.tamizdat.article.published.Rendition;
import press.tamizdat.platform.text.Language;

/** A publication for the tests of this package, and articles for it. */
final class Ferry {
  static final Language EN = new Language("en");
  static final Language RU = new Language("ru");
  static final Language FA = new Language("fa");
  static final ZoneId ZONE = ZoneId.of("Europe/Vilnius");
  static final Instant START = Instant.parse("2026-09-01T06:00:00Z");

  private Ferry() {}

  static Publication publication() {
    return new Publication(
        Map.of(EN, "The Ferry", RU, "Паром", FA, "کشتی"),
        Map.of(RU, "Новости <вниз> & вверх по реке", EN, "News up and down the river"),
        URI.create("https://ferry.example"),
        ZONE,
        List.of(EN, RU, FA),
        List.of(
            new Section("news", Map.of(EN, "News", RU, "Новости", FA, "خبر")),
            new Section("ideas", Map.of(EN, "Ideas & letters", RU, "Идеи", FA, "دیدگاه"))),
        List.of(),
        List.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        List.of());
  }

  /** Articles an hour apart, the oldest first, with little in them. */
  static List<PublishedCard> cards(int count) {
    return IntStream.range(0, count).mapToObj(Ferry::card).toList();
  }

  static PublishedCard card(int number) {
    return card(number, RU, "Заголовок " + number, "Подзаголовок " + number);
  }

  static PublishedCard card(int number, Language language, String headline, String standfirst) {
    return card(
        number,
        language,
        "slug-" + number,
        headline,
        standfirst,
        List.of("Илья Марчук"),
        Optional.empty());
  }

  static PublishedCard card(
      int number,
      Language language,
      String slug,
      String headline,
      String standfirst,
      List<String> authors,
      Optional<PlacedPhoto> lead) {
    Instant at = START.plusSeconds(3600L * number);
    return new PublishedCard(
        "%024x".formatted(number),
        "story-" + number,
        language,
        month(at),
        slug,
        number % 3 == 0 ? "ideas" : "news",
        "",
        headline,
        standfirst,
        authors.stream().map(name -> new Byline("somebody", name)).toList(),
        at,
        number % 4 == 0 ? at.plusSeconds(77) : at,
        lead);
  }

  static String month(Instant at) {
    return DateTimeFormatter.ofPattern("uuuu/MM").format(at.atZone(ZONE));
  }

  static PlacedPhoto photo(Random random) {
    String name = "%016x.webp".formatted(random.nextLong());
    Rendition small = new Rendition(name, 320, 180 + random.nextInt(100), 5_900);
    return new PlacedPhoto(new Photo("0".repeat(32), small, small, small), "", "", "", "");
  }

  /** The demo's articles in a language, the oldest first, as if each had a photo. */
  static List<PublishedCard> demo(Language language) {
    Random random = new Random(1);
    try (Stream<Path> files = Files.list(Path.of("demo/articles", language.tag()))) {
      return files
          .sorted()
          .map(file -> demo(file, random))
          .sorted(Comparator.comparing(PublishedCard::published))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PublishedCard demo(Path file, Random random) {
    TomlParseResult front = Toml.parse(text(file).split("\\+\\+\\+\n", 3)[1]);
    Instant published = front.getOffsetDateTime("published").toInstant();
    return new PublishedCard(
        "%024x".formatted(random.nextLong()),
        front.getString("story"),
        new Language(front.getString("language")),
        month(published),
        front.getString("slug"),
        front.getString("section"),
        front.getString("kicker", () -> ""),
        front.getString("headline"),
        front.getString("standfirst"),
        bylines(front.getArray("bylines")),
        published,
        front.getOffsetDateTime("updated", () -> front.getOffsetDateTime("published")).toInstant(),
        Optional.of(photo(random)));
  }

  private static List<Byline> bylines(TomlArray names) {
    return names.toList().stream().map(n -> new Byline("somebody", n.toString())).toList();
  }

  /** Russian words as they come, over and over, in an order that no compressor can guess. */
  static List<String> russianWords() {
    List<String> words = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("demo/articles/ru"))) {
      files
          .sorted()
          .map(Ferry::text)
          .flatMap(t -> Stream.of(t.split("[^а-яё]+")))
          .filter(w -> w.length() > 1)
          .forEach(words::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
