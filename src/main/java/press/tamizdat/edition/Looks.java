package press.tamizdat.edition;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import press.tamizdat.article.published.Publication;
import press.tamizdat.article.published.PublicationJson;
import press.tamizdat.edition.page.Pages;
import press.tamizdat.platform.text.Json;
import press.tamizdat.platform.text.JsonValues;
import press.tamizdat.trust.Sha256;

/**
 * Whatever but the articles decides how pages look, as digests: of what every page shows, and of
 * the authors and topics one by one, which few pages show. So that a new biography does not print a
 * whole archive again.
 *
 * @param whole of templates, style sheets and all of the publication but what follows
 * @param authors by slug
 * @param topics by slug, without what readers do not see
 * @param texts of about, privacy, the added pages' bodies and the topics' order
 */
record Looks(String whole, Map<String, String> authors, Map<String, String> topics, String texts) {

  private static final Json.Limits LIMITS = new Json.Limits(64 << 20, 4);

  static Looks of(Publication p) {
    Map<String, String> authors = new LinkedHashMap<>();
    p.authors().forEach(a -> authors.put(a.slug(), digest(Json.text(PublicationJson.json(a)))));
    Map<String, String> topics = new LinkedHashMap<>();
    p.topics().forEach(t -> topics.put(t.slug(), digest(Json.text(PublicationJson.json(seen(t))))));
    String whole =
        PublicationJson.text(
            p.withAuthors(List.of())
                .withTopics(List.of())
                .withAbout(presence(p.about()))
                .withPrivacy(presence(p.privacy()))
                .withPages(
                    p.pages().stream()
                        .map(g -> new Publication.Page(g.slug(), g.title(), presence(g.body())))
                        .toList()));
    String texts =
        PublicationJson.text(p.withAuthors(List.of()).withTopics(List.of()).withAppeal(Map.of()));
    return new Looks(
        digest(Pages.digest() + whole), authors, topics, digest(texts + topics.keySet()));
  }

  /** That there is such a page shows on all others; what it says does not. */
  private static <K> Map<K, String> presence(Map<K, String> texts) {
    return texts.keySet().stream().collect(Collectors.toMap(l -> l, l -> "there"));
  }

  private static Publication.Topic seen(Publication.Topic topic) {
    return new Publication.Topic(topic.slug(), topic.name(), topic.description());
  }

  private static String digest(String text) {
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8)).hex().substring(0, 32);
  }

  /** What must be printed again since an edition that looked so. */
  sealed interface Since {
    record Everything() implements Since {}

    /**
     * Nothing, or these.
     *
     * @param authors slugs of those who came, went or changed
     * @param topics slugs of those that came or changed
     */
    record Parts(Set<String> authors, Set<String> topics, boolean texts) implements Since {}
  }

  Since since(Looks before) {
    Set<String> lostTopics = new HashSet<>(before.topics.keySet());
    lostTopics.removeAll(topics.keySet());
    if (!whole.equals(before.whole) || !lostTopics.isEmpty()) {
      return new Since.Everything();
    }
    return new Since.Parts(
        differing(before.authors, authors),
        differing(before.topics, topics),
        !texts.equals(before.texts));
  }

  private static Set<String> differing(Map<String, String> before, Map<String, String> after) {
    Set<String> all = new HashSet<>(before.keySet());
    all.addAll(after.keySet());
    all.removeIf(k -> Optional.ofNullable(before.get(k)).equals(Optional.ofNullable(after.get(k))));
    return all;
  }

  /** For the table {@code frozen_edition}. */
  String text() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("whole", whole);
    json.put("authors", authors);
    json.put("topics", topics);
    json.put("texts", texts);
    return Json.text(json);
  }

  /** Empty for what an older version of the program wrote. */
  static Optional<Looks> read(String text) {
    if (!text.startsWith("{")) {
      return Optional.empty();
    }
    Map<String, Object> json = Json.readObject(text.getBytes(StandardCharsets.UTF_8), LIMITS);
    return Optional.of(
        new Looks(
            JsonValues.string(json.get("whole")),
            strings(json.get("authors")),
            strings(json.get("topics")),
            JsonValues.string(json.get("texts"))));
  }

  private static Map<String, String> strings(@Nullable Object json) {
    Map<String, String> strings = new LinkedHashMap<>();
    JsonValues.object(json).forEach((key, value) -> strings.put(key, JsonValues.string(value)));
    return strings;
  }
}
