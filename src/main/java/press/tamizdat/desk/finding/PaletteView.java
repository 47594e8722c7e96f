package press.tamizdat.desk.finding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the palette offers.
 *
 * @param actions on the article that is open, and those that need none
 * @param articles that were asked for, or those that were changed last
 */
public record PaletteView(List<Entry> places, List<Entry> actions, List<Entry> articles) {
  /**
   * A way to somewhere.
   *
   * @param post whether something is made or changed, so that it is a form and not a link
   * @param note what stands beside it, may be empty
   * @param keys that do the same, may be empty
   * @param language of the label, empty if it is that of the page
   */
  public record Entry(
      String label, String path, boolean post, String note, String keys, String language) {
    static Entry link(String label, String path, String keys) {
      return new Entry(label, path, false, "", keys, "");
    }

    Map<String, Object> toJson() {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("label", label);
      json.put("path", path);
      json.put("method", post ? "post" : "get");
      Map.of("note", note, "keys", keys, "language", language)
          .forEach(
              (name, value) -> {
                if (!value.isEmpty()) {
                  json.put(name, value);
                }
              });
      return json;
    }
  }

  Map<String, Object> toJson() {
    return Map.of("places", json(places), "actions", json(actions), "articles", json(articles));
  }

  private static List<Map<String, Object>> json(List<Entry> entries) {
    return entries.stream().map(Entry::toJson).toList();
  }
}
