package press.tamizdat.arrival;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** What a page says of its article in JSON-LD, with the vocabulary of schema.org. */
final class LinkedData {
  private final Map<String, Map<?, ?>> byId = new LinkedHashMap<>();
  private final List<Map<?, ?>> nodes = new ArrayList<>();

  LinkedData(Document page) {
    page.select("script[type=application/ld+json]").stream()
        .map(s -> s.data().strip().replaceAll("^(//)?<!\\[CDATA\\[|(//)?\\]\\]>$", ""))
        .flatMap(json -> JsonTree.parse(json).stream())
        .forEach(this::gather);
  }

  private void gather(Object value) {
    switch (value) {
      case List<?> list -> list.forEach(this::gather);
      case Map<?, ?> map -> {
        nodes.add(map);
        if (map.get("@id") instanceof String id && map.size() > 1) {
          byId.putIfAbsent(id, map);
        }
        if (map.get("@graph") instanceof List<?> graph) {
          gather(graph);
        }
        if (map.get("mainEntity") instanceof Map<?, ?> main) {
          gather(main);
        }
      }
      default -> {}
    }
  }

  /** The article that the page is about: the first that is said to be one. */
  Optional<Map<?, ?>> article() {
    return nodes.stream().filter(LinkedData::isArticle).findFirst().map(m -> m);
  }

  private static boolean isArticle(Map<?, ?> node) {
    return strings(node.get("@type"))
        .anyMatch(t -> t.endsWith("Article") || t.endsWith("BlogPosting") || t.equals("Report"));
  }

  Optional<String> text(Map<?, ?> node, String name) {
    return strings(resolved(node.get(name))).map(Words::tidy).filter(s -> !s.isEmpty()).findFirst();
  }

  List<String> texts(Map<?, ?> node, String name) {
    return strings(node.get(name))
        .flatMap(s -> Stream.of(s.split("\\s*,\\s*")))
        .map(Words::tidy)
        .filter(s -> !s.isEmpty())
        .toList();
  }

  /** Names of people and organisations, by reference or in place. */
  List<String> names(Map<?, ?> node, String name) {
    return each(node.get(name))
        .flatMap(v -> v instanceof Map<?, ?> person ? strings(person.get("name")) : strings(v))
        .map(Words::tidy)
        .filter(s -> !s.isEmpty() && !s.startsWith("http"))
        .toList();
  }

  /** The address of a picture, given as a string, an object, or a list of either. */
  Optional<String> address(Map<?, ?> node, String name) {
    return each(node.get(name))
        .flatMap(
            v ->
                v instanceof Map<?, ?> o
                    ? Stream.of("url", "contentUrl", "@id").flatMap(k -> strings(o.get(k)))
                    : strings(v))
        .filter(a -> a.startsWith("http"))
        .findFirst();
  }

  private Stream<Object> each(@Nullable Object value) {
    return value instanceof List<?> list
        ? list.stream().flatMap(v -> Stream.ofNullable(resolved(v)))
        : Stream.ofNullable(resolved(value));
  }

  private @Nullable Object resolved(@Nullable Object value) {
    if (value instanceof Map<?, ?> map
        && map.size() == 1
        && map.get("@id") instanceof String id
        && byId.containsKey(id)) {
      return byId.get(id);
    }
    return value;
  }

  private static Stream<String> strings(@Nullable Object value) {
    return switch (value) {
      case String s -> Stream.of(s);
      case List<?> list -> list.stream().flatMap(LinkedData::strings);
      case Map<?, ?> map when map.get("name") instanceof String name -> Stream.of(name);
      case null, default -> Stream.empty();
    };
  }
}
