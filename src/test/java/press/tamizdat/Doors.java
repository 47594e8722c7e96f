package press.tamizdat;

import static java.util.Map.entry;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which room of the program may use which, read from compiled classes. */
final class Doors {
  private static final String OURS = "press.tamizdat";
  private static final Pattern NAMED = Pattern.compile("press/tamizdat/[A-Za-z0-9_/$]+");

  /** Each room, and the rooms that it may use beside itself. */
  static final Map<String, Set<String>> OPEN =
      Map.ofEntries(
          entry("platform", Set.of()),
          entry("trust", Set.of("platform")),
          entry("article.published", Set.of("platform")),
          entry("staff", Set.of("trust", "platform")),
          entry("article", Set.of("article.published", "staff", "trust", "platform")),
          entry("edition.reading", Set.of("trust", "platform")),
          entry("edition.page", Set.of("article.published", "edition.reading", "platform")),
          entry(
              "edition.feed",
              Set.of("article.published", "edition.reading", "edition.page", "trust", "platform")),
          entry(
              "edition",
              Set.of(
                  "article.published",
                  "edition.reading",
                  "edition.page",
                  "edition.feed",
                  "trust",
                  "platform")),
          entry(
              "desk",
              Set.of(
                  "staff",
                  "article",
                  "article.published",
                  "edition",
                  "edition.reading",
                  "edition.page",
                  "letter",
                  "support",
                  "post",
                  "trust",
                  "platform")),
          entry("site", Set.of("edition.reading", "trust", "platform")),
          entry("post", Set.of("article.published", "trust", "platform")),
          entry(
              "letter",
              Set.of("post", "article.published", "edition.reading", "trust", "platform")),
          entry("support", Set.of("post", "article.published", "trust", "platform")),
          entry("arrival", Set.of("article", "article.published", "trust", "platform")),
          entry(
              "demo",
              Set.of("article", "article.published", "staff", "letter", "support", "platform")),
          entry(
              "cli",
              Set.of(
                  "platform",
                  "trust",
                  "article",
                  "article.published",
                  "edition",
                  "edition.reading",
                  "edition.page",
                  "edition.feed",
                  "site",
                  "arrival",
                  "desk",
                  "staff",
                  "post",
                  "letter",
                  "support",
                  "demo")),
          entry("", Set.of("cli")));

  private Doors() {}

  /** The doors that a class goes through and may not, each as {@code class uses class: why}. */
  static List<String> broken(byte[] classFile) {
    ClassModel model = ClassFile.of().parse(classFile);
    String user = name(model.thisClass().asInternalName());
    Optional<String> room = room(user);
    if (room.isEmpty()) {
      return List.of(user + " is in no room that is known");
    }
    return used(model).stream()
        .flatMap(
            used -> refusal(room.get(), used).map(why -> user + " uses " + used + why).stream())
        .toList();
  }

  private static Optional<String> refusal(String room, String used) {
    Optional<String> other = room(used);
    boolean open = other.filter(o -> o.equals(room) || allowed(room).contains(o)).isPresent();
    return open
        ? Optional.empty()
        : Optional.of(
            ": the room \"" + room + "\" may not use \"" + other.orElse("(no room)") + "\"");
  }

  private static Set<String> allowed(String room) {
    return OPEN.getOrDefault(room, Set.of());
  }

  /** Every class of ours that is named in code, in types, or in annotations; not in texts. */
  private static Set<String> used(ClassModel model) {
    Set<Integer> texts = new TreeSet<>();
    for (PoolEntry entry : model.constantPool()) {
      if (entry instanceof StringEntry text) {
        texts.add(text.utf8().index());
      }
    }
    Set<String> used = new TreeSet<>();
    for (PoolEntry entry : model.constantPool()) {
      if (entry instanceof Utf8Entry utf8 && !texts.contains(utf8.index())) {
        used.addAll(
            NAMED
                .matcher(utf8.stringValue())
                .results()
                .map(MatchResult::group)
                .map(Doors::name)
                .collect(Collectors.toSet()));
      }
    }
    return used;
  }

  private static String name(String internal) {
    return internal.replace('/', '.');
  }

  /** The innermost room that a class lies in; its templates belong to the pages. */
  static Optional<String> room(String name) {
    String aPackage = name.substring(0, name.lastIndexOf('.'));
    if (aPackage.startsWith(OURS + ".jte.desk")) {
      return Optional.of("desk");
    }
    if (aPackage.startsWith(OURS + ".jte.letter")) {
      return Optional.of("letter");
    }
    if (aPackage.equals(OURS + ".jte") || aPackage.startsWith(OURS + ".jte.")) {
      return Optional.of("edition.page");
    }
    if (aPackage.equals(OURS)) {
      return Optional.of("");
    }
    String inside = aPackage.substring(OURS.length() + 1) + ".";
    return OPEN.keySet().stream()
        .filter(room -> !room.isEmpty() && inside.startsWith(room + "."))
        .max(Comparator.comparingInt(String::length));
  }
}
