package press.tamizdat.desk.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import press.tamizdat.desk.Visit;
import press.tamizdat.platform.text.Language;

/** What the lists of the house have in common: names in languages, slugs, and lists that change. */
final class In {
  private In() {}

  /** The name in the editor's language, or else in the publication's own. */
  static String desk(Visit visit, Map<Language, String> names, String otherwise) {
    List<Language> order = new ArrayList<>(List.of(visit.account().language()));
    order.addAll(visit.publication().languages());
    order.addAll(names.keySet());
    return order.stream()
        .map(l -> names.getOrDefault(l, ""))
        .filter(name -> !name.isBlank())
        .findFirst()
        .orElse(otherwise);
  }

  /** The names in all languages but the one that {@link #desk} has. */
  static String others(Visit visit, Map<Language, String> names) {
    String shown = desk(visit, names, "");
    return names.values().stream()
        .filter(name -> !name.equals(shown) && !name.isBlank())
        .collect(Collectors.joining(" · "));
  }

  /** A slug is chosen once: it stands in addresses. */
  static Field slug(Visit visit, Optional<String> known, String typed) {
    return known.isPresent()
        ? Field.of(Field.Kind.FIXED, "slug", visit.say("house.slug"), known.get())
            .hint(visit.say("house.slug.fixed"))
        : Field.of(Field.Kind.LINE, "slug", visit.say("house.slug"), typed)
            .hint(visit.say("house.slug.hint"));
  }

  static <T> List<T> plus(List<T> list, T one) {
    List<T> more = new ArrayList<>(list);
    more.add(one);
    return List.copyOf(more);
  }

  /** The list with one replaced by that of the same slug. */
  static <T> List<T> with(List<T> list, Function<T, String> slug, T one) {
    return list.stream().map(x -> slug.apply(x).equals(slug.apply(one)) ? one : x).toList();
  }
}
