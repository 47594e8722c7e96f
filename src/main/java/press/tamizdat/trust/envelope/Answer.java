package press.tamizdat.trust.envelope;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import press.tamizdat.platform.text.Json;
import press.tamizdat.platform.text.JsonValues;

/**
 * What somebody who waits gets: another address, or a page of the edition.
 *
 * @param goTo an address to go to (303), such as a payment provider's page
 * @param page otherwise: a page's path in the edition, such as {@code en/support/paid.html}
 * @param fields what stands in the page's slots, by name
 */
public record Answer(Optional<URI> goTo, String page, Map<String, String> fields) {
  public Answer {
    fields = Map.copyOf(fields);
  }

  public static Answer goTo(URI address) {
    return new Answer(Optional.of(address), "", Map.of());
  }

  public static Answer page(String path, Map<String, String> fields) {
    return new Answer(Optional.empty(), path, fields);
  }

  byte[] toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("go_to", goTo.map(URI::toString).orElse(""));
    json.put("page", page);
    json.put("fields", new TreeMap<>(fields));
    return Json.write(json);
  }

  static Optional<Answer> parse(byte[] bytes) {
    try {
      Map<String, Object> json = Json.readObject(bytes);
      String goTo = JsonValues.string(json.get("go_to"));
      Map<String, String> fields = new LinkedHashMap<>();
      JsonValues.object(json.get("fields"))
          .forEach((name, value) -> fields.put(name, JsonValues.string(value)));
      return Optional.of(
          new Answer(
              goTo.isEmpty() ? Optional.empty() : Optional.of(URI.create(goTo)),
              JsonValues.string(json.get("page")),
              fields));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
