package press.tamizdat.article.published;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import press.tamizdat.platform.text.Json;
import press.tamizdat.platform.text.JsonValues;
import press.tamizdat.platform.text.Language;

/**
 * A publication as JSON, both ways. What is empty is left out, and languages stand in the order of
 * their tags, so that the same publication always gives the same text.
 */
public final class PublicationJson {
  /** Thousands of authors with their biographies. */
  private static final Json.Limits LIMITS = new Json.Limits(64 << 20, 16);

  private PublicationJson() {}

  public static String text(Publication p) {
    return Json.text(values(p));
  }

  /** The same as plain values. */
  public static Map<String, Object> values(Publication p) {
    Map<String, Object> json = new LinkedHashMap<>();
    put(json, "name", p.name());
    put(json, "tagline", p.tagline());
    json.put("address", p.address().toString());
    json.put("zone", p.zone().getId());
    json.put("languages", p.languages().stream().map(Language::tag).toList());
    json.put("sections", p.sections().stream().map(PublicationJson::json).toList());
    json.put("topics", p.topics().stream().map(PublicationJson::json).toList());
    json.put("authors", p.authors().stream().map(PublicationJson::json).toList());
    put(json, "about", p.about());
    put(json, "privacy", p.privacy());
    put(json, "appeal", p.appeal(), PublicationJson::json);
    json.put("pages", p.pages().stream().map(PublicationJson::json).toList());
    if (!p.letters().isEmpty()) {
      json.put("letters", p.letters().stream().map(PublicationJson::json).toList());
    }
    if (!p.support().equals(Support.NONE)) {
      json.put("support", SupportJson.json(p.support()));
    }
    return json;
  }

  public static Map<String, Object> json(Publication.Section section) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("slug", section.slug());
    put(json, "name", section.name());
    return json;
  }

  public static Map<String, Object> json(Publication.Topic topic) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("slug", topic.slug());
    put(json, "name", topic.name());
    put(json, "description", topic.description());
    put(json, "aliases", topic.aliases(), aliases -> aliases);
    return json;
  }

  public static Map<String, Object> json(Publication.Author author) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("slug", author.slug());
    put(json, "name", author.name());
    put(json, "bio", author.bio());
    if (author.pseudonym()) {
      json.put("pseudonym", true);
    }
    return json;
  }

  static Map<String, Object> json(Publication.Appeal appeal) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("title", appeal.title());
    json.put("body", appeal.body());
    json.put("banner", appeal.banner());
    return json;
  }

  private static Map<String, Object> json(Publication.Page page) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("slug", page.slug());
    put(json, "title", page.title());
    put(json, "body", page.body());
    return json;
  }

  private static Map<String, Object> json(Publication.Letter letter) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("slug", letter.slug());
    put(json, "name", letter.name());
    put(json, "description", letter.description());
    put(json, "rhythm", letter.rhythm());
    return json;
  }

  private static void put(Map<String, Object> json, String key, Map<Language, String> texts) {
    put(json, key, texts, text -> text);
  }

  private static <T> void put(
      Map<String, Object> json, String key, Map<Language, T> values, Function<T, Object> writer) {
    Map<String, Object> written = new LinkedHashMap<>();
    values.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .filter(e -> !e.getValue().equals("") && !e.getValue().equals(List.of()))
        .forEach(e -> written.put(e.getKey().tag(), writer.apply(e.getValue())));
    if (!written.isEmpty()) {
      json.put(key, written);
    }
  }

  /**
   * @throws press.tamizdat.platform.text.MalformedJson when it is not what {@link #text} writes
   */
  public static Publication read(String text) {
    Map<String, Object> json = Json.readObject(text.getBytes(StandardCharsets.UTF_8), LIMITS);
    return new Publication(
        texts(json, "name"),
        texts(json, "tagline"),
        URI.create(JsonValues.string(json.get("address"))),
        ZoneId.of(JsonValues.string(json.get("zone"))),
        list(json, "languages", tag -> new Language(JsonValues.string(tag))),
        list(json, "sections", s -> section(JsonValues.object(s))),
        list(json, "topics", t -> topic(JsonValues.object(t))),
        list(json, "authors", a -> author(JsonValues.object(a))),
        texts(json, "about"),
        texts(json, "privacy"),
        inLanguages(json, "appeal", a -> appeal(JsonValues.object(a))),
        list(json, "pages", p -> page(JsonValues.object(p))),
        list(json, "letters", l -> letter(JsonValues.object(l))),
        SupportJson.read(json.get("support")));
  }

  private static Publication.Section section(Map<String, Object> json) {
    return new Publication.Section(JsonValues.string(json.get("slug")), texts(json, "name"));
  }

  private static Publication.Topic topic(Map<String, Object> json) {
    return new Publication.Topic(
        JsonValues.string(json.get("slug")),
        texts(json, "name"),
        texts(json, "description"),
        inLanguages(
            json,
            "aliases",
            all -> JsonValues.list(all).stream().map(JsonValues::string).toList()));
  }

  private static Publication.Author author(Map<String, Object> json) {
    return new Publication.Author(
        JsonValues.string(json.get("slug")),
        texts(json, "name"),
        texts(json, "bio"),
        Boolean.TRUE.equals(json.get("pseudonym")));
  }

  static Publication.Appeal appeal(Map<String, Object> json) {
    return new Publication.Appeal(
        JsonValues.string(json.get("title")),
        JsonValues.string(json.get("body")),
        JsonValues.string(json.get("banner")));
  }

  private static Publication.Page page(Map<String, Object> json) {
    return new Publication.Page(
        JsonValues.string(json.get("slug")), texts(json, "title"), texts(json, "body"));
  }

  private static Publication.Letter letter(Map<String, Object> json) {
    return new Publication.Letter(
        JsonValues.string(json.get("slug")),
        texts(json, "name"),
        texts(json, "description"),
        texts(json, "rhythm"));
  }

  private static <T> List<T> list(
      Map<String, Object> json, String key, Function<Object, T> reader) {
    return JsonValues.list(json.get(key)).stream().map(reader).toList();
  }

  private static Map<Language, String> texts(Map<String, Object> json, String key) {
    return inLanguages(json, key, JsonValues::string);
  }

  private static <T> Map<Language, T> inLanguages(
      Map<String, Object> json, String key, Function<Object, T> reader) {
    Map<Language, T> found = new LinkedHashMap<>();
    if (json.containsKey(key)) {
      JsonValues.object(json.get(key))
          .forEach((tag, value) -> found.put(new Language(tag), reader.apply(value)));
    }
    return found;
  }
}
