package press.tamizdat.edition.feed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import press.tamizdat.platform.text.Json;

/** JSON Feed 1.1. */
final class JsonFeed {
  private JsonFeed() {}

  static byte[] write(FeedDocument document) {
    FeedOf feed = document.feed();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("version", "https://jsonfeed.org/version/1.1");
    json.put("title", Plain.legal(feed.title()));
    json.put("home_page_url", feed.page());
    // It names the feed, so it is the same in every document of it.
    json.put("feed_url", document.current(FeedFormat.JSON));
    json.put("description", Plain.legal(feed.description()));
    document.older(FeedFormat.JSON).ifPresent(older -> json.put("next_url", older));
    json.put("authors", List.of(author(Plain.legal(feed.name()))));
    json.put("language", feed.language().tag());
    json.put("items", document.entries().stream().map(JsonFeed::item).toList());
    return Json.write(json);
  }

  private static Map<String, Object> item(FeedEntry entry) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", entry.id());
    json.put("url", entry.link());
    json.put("title", entry.title());
    // An item must have content; a summary beside it would say the same again.
    json.put("content_text", entry.summary());
    entry.picture().ifPresent(p -> json.put("image", p.link()));
    json.put("date_published", entry.published().toString());
    if (entry.changed()) {
      json.put("date_modified", entry.updated().toString());
    }
    if (!entry.authors().isEmpty()) {
      json.put("authors", entry.authors().stream().map(JsonFeed::author).toList());
    }
    json.put("tags", List.of(Plain.legal(entry.sectionName())));
    return json;
  }

  private static Map<String, Object> author(String name) {
    return Map.of("name", name);
  }
}
