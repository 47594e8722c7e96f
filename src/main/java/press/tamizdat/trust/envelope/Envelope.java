package press.tamizdat.trust.envelope;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import press.tamizdat.platform.text.Json;
import press.tamizdat.platform.text.JsonValues;
import press.tamizdat.trust.Ids;

/**
 * What somebody sent, as JSON under the seal.
 *
 * @param id of the file that it came in; not part of what is sealed
 * @param kind such as {@code letter.sign-up}
 * @param at when it came, to the minute
 * @param fields of the form, in their order
 * @param headers of the request that its kind asks for, names in lower case
 * @param body as it came, where it is not a form; otherwise empty
 * @param replyKey under which somebody waits for an answer
 */
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared
public record Envelope(
    String id,
    String kind,
    Instant at,
    Map<String, List<String>> fields,
    Map<String, String> headers,
    byte[] body,
    Optional<ReplyKey> replyKey) {
  /** An envelope is small: forms and the news of payment providers. */
  public static final int MOST = 512 << 10;

  private static final Json.Limits LIMITS = new Json.Limits(MOST, 6);

  public Envelope {
    if (!Ids.isId(id)) {
      throw new IllegalArgumentException("an envelope's id is 26 letters and digits");
    }
    at = at.truncatedTo(ChronoUnit.MINUTES);
    fields = Map.copyOf(fields);
    headers = Map.copyOf(headers);
  }

  /** A form that nobody waits at. */
  public static Envelope form(
      String id, String kind, Instant at, Map<String, List<String>> fields) {
    return new Envelope(id, kind, at, fields, Map.of(), new byte[0], Optional.empty());
  }

  /** The first value of a field; empty if there is none. */
  public String text(String name) {
    List<String> values = texts(name);
    return values.isEmpty() ? "" : values.getFirst();
  }

  /** All values of a field. */
  public List<String> texts(String name) {
    return fields.getOrDefault(name, List.of());
  }

  /** What is sealed. */
  public byte[] toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", kind);
    json.put("at", at.getEpochSecond());
    json.put("fields", new TreeMap<>(fields));
    json.put("headers", new TreeMap<>(headers));
    json.put("body", Base64.getEncoder().encodeToString(body));
    replyKey.ifPresent(key -> json.put("reply_key", key.text()));
    return Json.write(json);
  }

  /** What was sealed; nothing if it is no envelope. */
  public static Optional<Envelope> parse(String id, byte[] bytes) {
    try {
      Map<String, Object> json = Json.readObject(bytes, LIMITS);
      Map<String, List<String>> fields = new LinkedHashMap<>();
      JsonValues.object(json.get("fields"))
          .forEach((name, values) -> fields.put(name, strings(values)));
      Map<String, String> headers = new LinkedHashMap<>();
      JsonValues.object(json.get("headers"))
          .forEach((name, value) -> headers.put(name, JsonValues.string(value)));
      String key = JsonValues.string(json.get("reply_key"));
      return Optional.of(
          new Envelope(
              id,
              JsonValues.string(json.get("kind")),
              Instant.ofEpochSecond(JsonValues.number(json.get("at"))),
              fields,
              headers,
              Base64.getDecoder().decode(JsonValues.string(json.get("body"))),
              key.isEmpty() ? Optional.empty() : Optional.of(ReplyKey.parse(key))));
    } catch (IllegalArgumentException | java.time.DateTimeException e) {
      return Optional.empty();
    }
  }

  private static List<String> strings(Object values) {
    List<String> texts = new ArrayList<>();
    JsonValues.list(values).forEach(value -> texts.add(JsonValues.string(value)));
    return List.copyOf(texts);
  }

  /** Says nothing of who sent it. */
  @Override
  public String toString() {
    return "[envelope " + kind + "]";
  }
}
