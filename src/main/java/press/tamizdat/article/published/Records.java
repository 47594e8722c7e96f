package press.tamizdat.article.published;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import press.tamizdat.platform.text.Json;

/** How published values are written in the database's JSON columns, both ways. */
public final class Records {
  private Records() {}

  public static String renditions(Rendition small, Rendition medium, Rendition large) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("small", rendition(small));
    json.put("medium", rendition(medium));
    json.put("large", rendition(large));
    return Json.write(json);
  }

  public static Photo photo(String id, String renditions) {
    return photo(id, Json.object(renditions));
  }

  private static Photo photo(String id, Map<String, Object> json) {
    return new Photo(
        id,
        rendition(Json.object(json.get("small"))),
        rendition(Json.object(json.get("medium"))),
        rendition(Json.object(json.get("large"))));
  }

  public static String corrections(List<Correction> corrections) {
    return Json.write(
        corrections.stream()
            .map(c -> Map.of("at", c.at().toEpochMilli(), "text", c.text()))
            .map(Map.class::cast)
            .toList());
  }

  static List<Correction> corrections(String text) {
    return Json.list(Json.parse(text)).stream()
        .map(Json::object)
        .map(
            c ->
                new Correction(
                    Instant.ofEpochMilli(Json.number(c.get("at"))), Json.string(c.get("text"))))
        .toList();
  }

  static List<String> strings(String text) {
    return Json.list(Json.parse(text)).stream().map(Json::string).toList();
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
      return Json.write(json);
    }

    static CardText ofJson(String text) {
      Map<String, Object> json = Json.object(text);
      List<String> names = Json.list(json.get("bylines")).stream().map(Json::string).toList();
      List<Byline> bylines = new java.util.ArrayList<>();
      for (int i = 0; i + 1 < names.size(); i += 2) {
        bylines.add(new Byline(names.get(i), names.get(i + 1)));
      }
      return new CardText(
          Json.string(json.get("kicker")),
          Json.string(json.get("headline")),
          Json.string(json.get("standfirst")),
          List.copyOf(bylines),
          Optional.ofNullable(json.get("lead")).map(Json::object).map(Records::placed));
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
        photo(Json.string(json.get("photo")), json),
        Json.string(json.get("caption")),
        Json.string(json.get("credit")),
        Json.string(json.get("licence")),
        Json.string(json.get("alternative")));
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
        Json.string(json.get("name")),
        (int) Json.number(json.get("width")),
        (int) Json.number(json.get("height")),
        Json.number(json.get("length")));
  }
}
