package press.tamizdat.trust.tuf;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import press.tamizdat.platform.text.Json;
import press.tamizdat.platform.text.MalformedJson;
import press.tamizdat.trust.Sha256;

/**
 * An object in a file of metadata, read field by field. Fields that nobody asks for are ignored, as
 * the specification wants (section 4.1); a field that is missing or of another type refuses the
 * file.
 *
 * @param file for the message
 * @param path of the object in the file, for the message
 */
record Fields(String file, String path, Map<?, ?> object) {
  /** As large as a browser's numbers count exactly. */
  private static final long MOST = (1L << 53) - 1;

  private static final Pattern MOMENT =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z");

  private static final Json.Limits LIMITS = new Json.Limits(1 << 20, 16);

  /** The object that a file holds. */
  static Fields of(String file, byte[] bytes) {
    try {
      return new Fields(file, "", Json.readObject(bytes, LIMITS));
    } catch (MalformedJson e) {
      throw new Refusal(new Problem.Malformed(file, String.valueOf(e.getMessage())));
    }
  }

  Set<String> names() {
    return Set.copyOf(object.keySet().stream().map(String.class::cast).toList());
  }

  Fields object(String name) {
    return new Fields(file, at(name), required(name, Map.class));
  }

  @SuppressWarnings("unchecked") // objects come from Json, whose names are strings
  Optional<Map<String, Object>> optionalObject(String name) {
    return object.containsKey(name)
        ? Optional.of((Map<String, Object>) object(name).object)
        : Optional.empty();
  }

  String text(String name) {
    return required(name, String.class);
  }

  boolean truth(String name) {
    return required(name, Boolean.class);
  }

  /** A whole number from 1. */
  long version(String name) {
    return number(name, 1);
  }

  /** A whole number from 0. */
  long size(String name) {
    return number(name, 0);
  }

  private long number(String name, long least) {
    long number = required(name, Long.class);
    if (number < least || number > MOST) {
      throw malformed(name + " is out of range");
    }
    return number;
  }

  /** {@code hashes.sha256}; other digests beside it are ignored. */
  Sha256 sha256() {
    return digest(object("hashes").text("sha256"));
  }

  List<Sha256> digests(String name) {
    List<Sha256> digests = new ArrayList<>();
    for (Object each : required(name, List.class)) {
      digests.add(digest(each));
    }
    return digests;
  }

  private Sha256 digest(Object value) {
    return (value instanceof String text ? Sha256.parse(text) : Optional.<Sha256>empty())
        .orElseThrow(() -> malformed("not 64 lower-case hex digits"));
  }

  /** ISO 8601 in UTC to the second, with Z (section 4.2). */
  Instant moment(String name) {
    String text = text(name);
    if (MOMENT.matcher(text).matches()) {
      try {
        return Instant.parse(text);
      } catch (DateTimeException e) {
        throw malformed(name + " is no such day or time");
      }
    }
    throw malformed(name + " is not a time like 2026-11-22T00:00:00Z");
  }

  List<Fields> objects(String name) {
    List<Fields> objects = new ArrayList<>();
    for (Object each : required(name, List.class)) {
      if (!(each instanceof Map<?, ?> map)) {
        throw malformed(name + " must hold objects");
      }
      objects.add(new Fields(file, at(name), map));
    }
    return objects;
  }

  private <T> T required(String name, Class<T> type) {
    Object value = object.get(name);
    if (!type.isInstance(value)) {
      throw malformed(name + (value == null ? " is missing" : " is of another type"));
    }
    return type.cast(value);
  }

  Refusal malformed(String why) {
    return new Refusal(new Problem.Malformed(file, path.isEmpty() ? why : path + ": " + why));
  }

  private String at(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
