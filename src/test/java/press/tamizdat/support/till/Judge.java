package press.tamizdat.support.till;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Judges requests by a provider's own OpenAPI 3 document: path, method, parameters, body; types,
 * enumerations, lengths, what is required. An object whose properties are listed takes no others,
 * also where the document does not say so in so many words: the providers refuse them.
 */
final class Judge {
  private final Map<String, JsonObject> paths = new TreeMap<>();
  private final JsonObject schemas = new JsonObject();
  private final JsonObject parameters = new JsonObject();

  /** One document, or several that belong together. */
  static Judge of(Path... documents) {
    Judge judge = new Judge();
    for (Path file : documents) {
      try {
        judge.add(JsonParser.parseString(Files.readString(file)).getAsJsonObject());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return judge;
  }

  private void add(JsonObject document) {
    if (document.has("paths")) {
      document
          .getAsJsonObject("paths")
          .entrySet()
          .forEach(e -> paths.put(e.getKey(), e.getValue().getAsJsonObject()));
    }
    if (document.has("components")) {
      JsonObject components = document.getAsJsonObject("components");
      copy(components, "schemas", schemas);
      copy(components, "parameters", parameters);
    }
  }

  private static void copy(JsonObject from, String name, JsonObject to) {
    if (from.has(name)) {
      from.getAsJsonObject(name).entrySet().forEach(e -> to.add(e.getKey(), e.getValue()));
    }
  }

  /** What the document does not allow in a request; nothing if all is well. */
  List<String> complaints(
      String method, String path, String query, String contentType, byte[] body) {
    Optional<String> template = template(path);
    String verb = method.toLowerCase(Locale.ROOT);
    JsonObject known = template.map(paths::get).orElseGet(JsonObject::new);
    if (template.isEmpty() || !known.has(verb)) {
      return List.of("no operation " + method + " " + path);
    }
    JsonObject operation = known.getAsJsonObject(verb);
    List<String> complaints = new ArrayList<>();
    query(operation, query, complaints);
    body(operation, contentType, body, complaints);
    return complaints.stream().map(c -> method + " " + template.get() + ": " + c).toList();
  }

  private Optional<String> template(String path) {
    String[] parts = path.split("/", -1);
    return paths.keySet().stream()
        .filter(t -> fits(t.split("/", -1), parts))
        .min(Comparator.comparingLong(t -> t.chars().filter(c -> c == '{').count()));
  }

  private static boolean fits(String[] template, String[] parts) {
    if (template.length != parts.length) {
      return false;
    }
    for (int i = 0; i < parts.length; i++) {
      boolean any = template[i].startsWith("{") && !parts[i].isEmpty();
      if (!any && !template[i].equals(parts[i])) {
        return false;
      }
    }
    return true;
  }

  private void query(JsonObject operation, String query, List<String> complaints) {
    JsonObject given = form(query);
    Map<String, JsonObject> known = new HashMap<>();
    for (JsonElement each : array(operation, "parameters")) {
      JsonObject parameter = parameter(each.getAsJsonObject());
      if (parameter.get("in").getAsString().equals("query")) {
        known.put(parameter.get("name").getAsString(), parameter);
      }
    }
    for (String name : given.keySet()) {
      JsonObject parameter = known.get(name);
      if (parameter == null) {
        complaints.add("no query parameter " + name);
      } else {
        JsonObject schema = parameter.getAsJsonObject("schema");
        JsonElement value = given.get(name);
        boolean list = is(resolved(schema), "array") && !value.isJsonArray();
        if (list) {
          JsonArray one = new JsonArray();
          one.add(value);
          value = one;
        }
        complaints.addAll(check(value, schema, "query " + name, true));
      }
    }
    known.values().stream()
        .filter(p -> flag(p, "required") && !given.has(p.get("name").getAsString()))
        .forEach(p -> complaints.add("query parameter " + p.get("name") + " is missing"));
  }

  private JsonObject parameter(JsonObject parameter) {
    return parameter.has("$ref")
        ? parameters.getAsJsonObject(last(parameter.get("$ref").getAsString()))
        : parameter;
  }

  private void body(
      JsonObject operation, String contentType, byte[] body, List<String> complaints) {
    JsonObject request =
        operation.has("requestBody") ? operation.getAsJsonObject("requestBody") : new JsonObject();
    JsonObject contents =
        request.has("content") ? request.getAsJsonObject("content") : new JsonObject();
    if (body.length == 0) {
      if (flag(request, "required")) {
        complaints.add("a body is missing");
      }
      return;
    }
    String type = contentType.replaceAll(";.*", "").strip();
    if (!contents.has(type)) {
      complaints.add("no body of the type " + type + " is taken, only of " + contents.keySet());
      return;
    }
    String text = new String(body, StandardCharsets.UTF_8);
    boolean isForm = type.equals("application/x-www-form-urlencoded");
    JsonElement value = isForm ? form(text) : JsonParser.parseString(text);
    JsonObject schema = contents.getAsJsonObject(type).getAsJsonObject("schema");
    complaints.addAll(check(value, schema, "body", isForm));
  }

  private List<String> check(JsonElement value, JsonObject schema, String at, boolean coerce) {
    JsonObject flat = resolved(schema);
    for (String choice : List.of("anyOf", "oneOf")) {
      if (flat.has(choice) && !flag(flat, "additionalProperties")) {
        List<String> all = new ArrayList<>();
        for (JsonElement option : flat.getAsJsonArray(choice)) {
          List<String> complaints = check(value, option.getAsJsonObject(), at, coerce);
          if (complaints.isEmpty()) {
            return List.of();
          }
          all.addAll(complaints);
        }
        return all;
      }
    }
    if (value.isJsonNull()) {
      return flag(flat, "nullable") ? List.of() : List.of(at + " is null");
    }
    if (value.isJsonObject()) {
      return object(value.getAsJsonObject(), flat, at, coerce);
    }
    if (value.isJsonArray()) {
      if (!is(flat, "array")) {
        return List.of(at + " is a list");
      }
      List<String> complaints = new ArrayList<>();
      for (JsonElement each : value.getAsJsonArray()) {
        complaints.addAll(check(each, flat.getAsJsonObject("items"), at + "[]", coerce));
      }
      return complaints;
    }
    return primitive(value.getAsJsonPrimitive(), flat, at, coerce);
  }

  private List<String> object(JsonObject value, JsonObject schema, String at, boolean coerce) {
    if (!is(schema, "object") && !schema.has("properties")) {
      return List.of(at + " is an object");
    }
    List<String> complaints = new ArrayList<>();
    JsonObject properties =
        schema.has("properties") ? schema.getAsJsonObject("properties") : new JsonObject();
    JsonElement more = schema.get("additionalProperties");
    boolean open =
        more == null ? !schema.has("properties") : more.isJsonObject() || more.getAsBoolean();
    for (String name : value.keySet()) {
      if (properties.has(name)) {
        complaints.addAll(
            check(value.get(name), properties.getAsJsonObject(name), at + "." + name, coerce));
      } else if (more != null && more.isJsonObject()) {
        complaints.addAll(check(value.get(name), more.getAsJsonObject(), at + "." + name, coerce));
      } else if (!open) {
        complaints.add(at + " has no property " + name);
      }
    }
    for (JsonElement required : array(schema, "required")) {
      if (!value.has(required.getAsString())) {
        complaints.add(at + "." + required.getAsString() + " is missing");
      }
    }
    return complaints;
  }

  private static List<String> primitive(
      JsonPrimitive value, JsonObject schema, String at, boolean coerce) {
    String text = value.getAsString();
    String type = schema.has("type") ? schema.get("type").getAsString() : "";
    boolean fits =
        switch (type) {
          case "string" -> value.isString();
          case "integer" -> (coerce || value.isNumber()) && text.matches("-?[0-9]+");
          case "number" -> (coerce || value.isNumber()) && text.matches("-?[0-9]+(\\.[0-9]+)?");
          case "boolean" -> (coerce || value.isBoolean()) && text.matches("true|false");
          case "" -> true;
          default -> false;
        };
    List<String> complaints = new ArrayList<>();
    if (!fits) {
      complaints.add(at + " is no " + type);
    }
    if (schema.has("enum")
        && array(schema, "enum").asList().stream().noneMatch(e -> e.getAsString().equals(text))) {
      complaints.add(at + " is none of " + schema.get("enum"));
    }
    if (schema.has("maxLength") && text.length() > schema.get("maxLength").getAsInt()) {
      complaints.add(at + " is longer than " + schema.get("maxLength"));
    }
    if (schema.has("pattern")
        && !Pattern.compile(schema.get("pattern").getAsString()).matcher(text).find()) {
      complaints.add(at + " is not as " + schema.get("pattern"));
    }
    if (schema.has("format")
        && schema.get("format").getAsString().equals("decimal")
        && !text.matches("-?[0-9]+(\\.[0-9]+)?")) {
      complaints.add(at + " is no decimal");
    }
    if (schema.has("maximum")
        && new BigDecimal(text).compareTo(schema.get("maximum").getAsBigDecimal()) > 0) {
      complaints.add(at + " is above " + schema.get("maximum"));
    }
    return complaints;
  }

  /** With references followed and parts of {@code allOf} put together. */
  private JsonObject resolved(JsonObject schema) {
    if (schema.has("$ref")) {
      String name = last(schema.get("$ref").getAsString());
      return schemas.has(name) ? resolved(schemas.getAsJsonObject(name)) : new JsonObject();
    }
    if (!schema.has("allOf")) {
      return schema;
    }
    JsonObject whole = new JsonObject();
    JsonObject properties = new JsonObject();
    JsonArray required = new JsonArray();
    List<JsonObject> parts = new ArrayList<>();
    schema.getAsJsonArray("allOf").forEach(p -> parts.add(resolved(p.getAsJsonObject())));
    JsonObject own = schema.deepCopy();
    own.remove("allOf");
    parts.add(own);
    for (JsonObject part : parts) {
      part.entrySet().forEach(e -> whole.add(e.getKey(), e.getValue()));
      copy(part, "properties", properties);
      required.addAll(array(part, "required"));
    }
    if (!properties.isEmpty()) {
      whole.add("properties", properties);
    }
    whole.add("required", required);
    return whole;
  }

  private static boolean is(JsonObject schema, String type) {
    return schema.has("type") && schema.get("type").getAsString().equals(type);
  }

  private static boolean flag(JsonObject object, String name) {
    return object.has(name)
        && object.get(name).isJsonPrimitive()
        && object.get(name).getAsBoolean();
  }

  private static JsonArray array(JsonObject object, String name) {
    return object.has(name) ? object.getAsJsonArray(name) : new JsonArray();
  }

  private static String last(String reference) {
    return reference.substring(reference.lastIndexOf('/') + 1);
  }

  /** {@code a[b][0][c]=1} as objects and lists. */
  static JsonObject form(String text) {
    Map<String, Object> tree = new TreeMap<>();
    for (String pair : text.isEmpty() ? new String[0] : text.split("&")) {
      String[] parts = pair.split("=", 2);
      String name = URLDecoder.decode(parts[0], StandardCharsets.UTF_8);
      String value = parts.length > 1 ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "";
      List<String> path = Arrays.stream(name.split("\\[")).map(p -> p.replace("]", "")).toList();
      put(tree, path, value);
    }
    return element(tree).getAsJsonObject();
  }

  @SuppressWarnings("unchecked") // only put() fills the tree
  private static void put(Map<String, Object> tree, List<String> path, String value) {
    String name = path.getFirst().isEmpty() ? String.valueOf(tree.size()) : path.getFirst();
    if (path.size() == 1) {
      tree.put(name, value);
    } else {
      put(
          (Map<String, Object>) tree.computeIfAbsent(name, _ -> new TreeMap<String, Object>()),
          path.subList(1, path.size()),
          value);
    }
  }

  private static JsonElement element(Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      return new JsonPrimitive((String) value);
    }
    boolean list =
        !map.isEmpty() && map.keySet().stream().allMatch(k -> ((String) k).matches("[0-9]+"));
    if (list) {
      JsonArray array = new JsonArray();
      map.values().forEach(v -> array.add(element(v)));
      return array;
    }
    JsonObject object = new JsonObject();
    map.forEach((k, v) -> object.add((String) k, element(v)));
    return object;
  }
}
