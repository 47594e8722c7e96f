package press.tamizdat.article.published;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import press.tamizdat.platform.text.Json;
import press.tamizdat.platform.text.JsonValues;

/** How published values are written in the database's JSON columns, both ways. */
public final class Records {
  private Records() {}

  public static String renditions(Rendition small, Rendition medium, Rendition large) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("small", rendition(small));
    json.put("medium", rendition(medium));
    json.put("large", rendition(large));
    return Json.text(json);
  }

  public static Photo photo(String id, String renditions) {
    return photo(id, JsonValues.object(renditions));
  }

  private static Photo photo(String id, Map<String, Object> json) {
    return new Photo(
        id,
        rendition(JsonValues.object(json.get("small"))),
        rendition(JsonValues.object(json.get("medium"))),
        rendition(JsonValues.object(json.get("large"))));
  }

  public static String corrections(List<Correction> corrections) {
    return Json.text(
        corrections.stream()
            .map(c -> Map.of("at", c.at().toEpochMilli(), "text", c.text()))
            .map(Map.class::cast)
            .toList());
  }

  static List<Correction> corrections(String text) {
    return JsonValues.list(text).stream()
        .map(JsonValues::object)
        .map(
            c ->
                new Correction(
                    Instant.ofEpochMilli(JsonValues.number(c.get("at"))),
                    JsonValues.string(c.get("text"))))
        .toList();
  }

  static List<String> strings(String text) {
    return JsonValues.list(text).stream().map(JsonValues::string).toList();
  }

  /** What a list shows of an article, beyond its columns. */
  public record CardText(
      String kicker,
      String headline,
      String standfirst,
      List<Byline> bylines,
      Optional<PlacedPhoto> lead) {

    public String toJson() {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("kicker", kicker);
      json.put("headline", headline);
      json.put("standfirst", standfirst);
      json.put(
          "bylines",
          bylines.stream().flatMap(b -> java.util.stream.Stream.of(b.slug(), b.name())).toList());
      lead.ifPresent(l -> json.put("lead", placed(l)));
      return Json.text(json);
    }

    static CardText ofJson(String text) {
      Map<String, Object> json = JsonValues.object(text);
      List<String> names =
          JsonValues.list(json.get("bylines")).stream().map(JsonValues::string).toList();
      List<Byline> bylines = new java.util.ArrayList<>();
      for (int i = 0; i + 1 < names.size(); i += 2) {
        bylines.add(new Byline(names.get(i), names.get(i + 1)));
      }
      return new CardText(
          JsonValues.string(json.get("kicker")),
          JsonValues.string(json.get("headline")),
          JsonValues.string(json.get("standfirst")),
          List.copyOf(bylines),
          Optional.ofNullable(json.get("lead")).map(JsonValues::object).map(Records::placed));
    }
  }

  private static Map<String, Object> placed(PlacedPhoto placed) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("photo", placed.photo().id());
    json.put("caption", placed.caption());
    json.put("credit", placed.credit());
    json.put("licence", placed.licence());
    json.put("alternative", placed.alternative());
    json.put("small", rendition(placed.photo().small()));
    json.put("medium", rendition(placed.photo().medium()));
    json.put("large", rendition(placed.photo().large()));
    return json;
  }

  private static PlacedPhoto placed(Map<String, Object> json) {
    return new PlacedPhoto(
        photo(JsonValues.string(json.get("photo")), json),
        JsonValues.string(json.get("caption")),
        JsonValues.string(json.get("credit")),
        JsonValues.string(json.get("licence")),
        JsonValues.string(json.get("alternative")));
  }

  private static Map<String, Object> rendition(Rendition r) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", r.name());
    json.put("width", r.width());
    json.put("height", r.height());
    json.put("length", r.length());
    return json;
  }

  private static Rendition rendition(Map<String, Object> json) {
    return new Rendition(
        JsonValues.string(json.get("name")),
        (int) JsonValues.number(json.get("width")),
        (int) JsonValues.number(json.get("height")),
        JsonValues.number(json.get("length")));
  }
}
