package press.tamizdat.article;

import java.util.List;

/**
 * What is wrong with something that an editor asked for.
 *
 * @param key of the sentence that says so and what to do
 * @param values for its placeholders
 */
public record Fault(String key, List<Object> values) {
  static Fault of(String key, Object... values) {
    return new Fault(key, List.of(values));
  }
}
