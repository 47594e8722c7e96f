package press.tamizdat.platform.dns;

import java.util.List;

/** What the DNS says. */
public sealed interface Records {
  /** The texts of the records, at least one. */
  record Found(List<String> texts) implements Records {}

  /** There is no such name, or no record of this type. */
  record None() implements Records {}

  /** No server answered, or one that has trouble. */
  record Unknown(String why) implements Records {}

  /** The texts, if there are any. */
  default List<String> texts() {
    return this instanceof Found(List<String> found) ? found : List.of();
  }
}
