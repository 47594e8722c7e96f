package press.tamizdat.edition.page;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import press.tamizdat.article.published.Byline;
import press.tamizdat.article.published.Correction;
import press.tamizdat.article.published.PlacedPhoto;
import press.tamizdat.article.published.Publication;
import press.tamizdat.article.published.PublishedArticle;
import press.tamizdat.article.published.PublishedCard;
import press.tamizdat.platform.text.Language;

/** A small publication and stories of any length, the same at every run. */
final class Specimen {
  static final Language EN = new Language("en");
  static final Language RU = new Language("ru");
  static final Instant NOON = Instant.parse("2026-11-10T12:00:00Z");

  private Specimen() {}

  static Publication publication(Publication.Page... pages) {
    return new Publication(
        Map.of(EN, "The Gazette", RU, "Газета"),
        Map.of(EN, "Every day but Monday"),
        URI.create("https://gazette.example"),
        ZoneId.of("Europe/Riga"),
        List.of(EN, RU),
        List.of(
            new Publication.Section("news", Map.of(EN, "News", RU, "Новости")),
            new Publication.Section("life", Map.of(EN, "Life", RU, "Жизнь"))),
        List.of(
            new Publication.Topic(
                "courts", Map.of(EN, "Courts", RU, "Суды"), Map.of(EN, "Trials."))),
        List.of(
            new Publication.Author(
                "ann-lee", Map.of(EN, "Ann Lee", RU, "Энн Ли"), Map.of(EN, "Reports."), true)),
        Map.of(EN, "<p>About the paper.</p>"),
        Map.of(EN, "<p>We count nobody.</p>"),
        Map.of(EN, new Publication.Appeal("To our readers", "<p>Stay with us.</p>", "Read free.")),
        List.of(pages));
  }

  static PublishedCard card(int number) {
    return card(EN, number, "Headline " + number, "Standfirst of story " + number + ".");
  }

  static PublishedCard card(Language language, int number, String headline, String standfirst) {
    Instant at = NOON.plusSeconds(3_600L * number);
    return new PublishedCard(
        language + "-" + number,
        "story-" + number,
        language,
        "2026/11",
        "story-" + number,
        "news",
        "Court",
        headline,
        standfirst,
        List.of(new Byline("ann-lee", "Ann Lee")),
        at,
        at,
        Optional.of(
            new PlacedPhoto(
                Demo.photo("photo" + number), "A caption.", "A. Lee", "CC BY 4.0", "A court.")));
  }

  static List<PublishedCard> newestFirst(int howMany) {
    return IntStream.iterate(howMany, n -> n > 0, n -> n - 1).mapToObj(Specimen::card).toList();
  }

  /** As hard to compress as a list can get: every word another, the longest lines allowed. */
  static List<PublishedCard> hardest(Language language, int howMany) {
    var random = new Random(17);
    return IntStream.range(0, howMany)
        .mapToObj(n -> card(language, n, words(language, random, 90), words(language, random, 220)))
        .toList();
  }

  static String words(Language language, Random random, int length) {
    var text = new StringBuilder();
    while (text.length() < length) {
      if (!text.isEmpty()) {
        text.append(' ');
      }
      int letters = 3 + random.nextInt(8);
      for (int i = 0; i < letters; i++) {
        text.append((char) (language.equals(RU) ? 'а' + random.nextInt(32) : letter(random)));
      }
    }
    return text.substring(0, length).strip();
  }

  private static char letter(Random random) {
    return "eeeetttaaaooiinnsshhrrddlucmfwypvbgkjqxz".charAt(random.nextInt(40));
  }

  /** Paragraphs of invented sentences. */
  static String paragraphs(int howMany, long seed) {
    var random = new Random(seed);
    return IntStream.range(0, howMany)
        .mapToObj(
            n ->
                "<p>"
                    + IntStream.range(0, 4)
                        .mapToObj(s -> "A" + words(EN, random, 90) + ".")
                        .collect(Collectors.joining(" "))
                    + "</p>")
        .collect(Collectors.joining("\n"));
  }

  static PublishedArticle article(PublishedCard card, String body, Correction... corrections) {
    return new PublishedArticle(
        card,
        "Riga",
        body,
        Map.of("pier", Demo.photo("pier")),
        List.of("courts"),
        List.of(corrections),
        List.of(card(91), card(92)),
        List.of(card(RU, 1, "Заголовок", "Подзаголовок.")));
  }

  static PublishedArticle article(String body, Correction... corrections) {
    return article(card(1), body, corrections);
  }
}
