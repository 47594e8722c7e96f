import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Made-up stories, the same at each run: words that follow one another as in the sample newsroom's
 * English texts, so that they compress as prose does.
 */
final class Newspaper {
  static final List<String> SECTIONS = List.of("news", "investigations", "life", "ideas");
  static final int TOPICS = 20;
  static final int AUTHORS = 10;

  private static final Instant FIRST = Instant.parse("2021-12-01T05:00:00Z");
  private static final Duration SPAN = Duration.ofDays(60 * 365 / 12);
  private static final int WORDS = 600;

  private final Map<String, List<String>> following = new LinkedHashMap<>();
  private final List<String> starts = new ArrayList<>();
  private final int all;

  /**
   * A story.
   *
   * @param topics numbers from 0 to 19, one to three of them
   * @param author from 0 to 9
   */
  record Story(
      int number,
      String slug,
      String headline,
      String standfirst,
      List<String> paragraphs,
      String section,
      List<Integer> topics,
      int author,
      Instant published) {}

  /**
   * @param texts the folder of the sample's English articles
   * @param all how many stories fill the sixty months
   */
  Newspaper(Path texts, int all) throws IOException {
    this.all = all;
    try (Stream<Path> files = Files.list(texts)) {
      for (Path file : files.sorted().toList()) {
        learn(Files.readString(file, StandardCharsets.UTF_8));
      }
    }
  }

  private void learn(String article) {
    String body = article.substring(article.lastIndexOf("+++") + 3);
    for (String paragraph : body.split("</(?:p|h2|h3|li|figcaption)>")) {
      String before = ".";
      for (String word : paragraph.replaceAll("<[^>]*>", " ").strip().split("\\s+")) {
        if (word.isEmpty() || word.contains("&") || word.contains("photo:")) {
          continue;
        }
        if (before.endsWith(".") && Character.isUpperCase(word.charAt(0))) {
          starts.add(word);
        }
        following.computeIfAbsent(before, w -> new ArrayList<>()).add(word);
        before = word;
      }
    }
  }

  Story story(int number) {
    Random random = new Random(7_919L * number + 1);
    List<String> paragraphs = new ArrayList<>();
    for (int words = 0; words < WORDS; ) {
      String paragraph = text(random, Math.min(WORDS - words, 40 + random.nextInt(50)));
      words += paragraph.split(" ").length;
      paragraphs.add(paragraph);
    }
    String headline = plain(text(random, 6 + random.nextInt(4)));
    List<Integer> topics =
        random.ints(0, TOPICS).distinct().limit(1 + random.nextInt(3)).boxed().toList();
    return new Story(
        number,
        "story-%05d-%s".formatted(number, slug(headline)),
        headline,
        text(random, 16 + random.nextInt(8)),
        List.copyOf(paragraphs),
        SECTIONS.get(random.nextInt(SECTIONS.size())),
        topics,
        random.nextInt(AUTHORS),
        FIRST.plus(SPAN.multipliedBy(number).dividedBy(all)));
  }

  private String text(Random random, int words) {
    StringBuilder text = new StringBuilder();
    String word = any(starts, random);
    text.append(word);
    for (int i = 1; i < words; i++) {
      List<String> next = following.get(word);
      word = next == null || word.endsWith(".") ? any(starts, random) : any(next, random);
      text.append(' ').append(word);
    }
    return text.toString().replaceAll("[.,;:]$", "") + ".";
  }

  private static String any(List<String> words, Random random) {
    return words.get(random.nextInt(words.size()));
  }

  private static String plain(String sentence) {
    return sentence.replaceAll("[.“”\"();:]", "");
  }

  private static String slug(String headline) {
    String slug = headline.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return slug.substring(0, Math.min(40, slug.length())).replaceAll("^-|-$", "");
  }
}
