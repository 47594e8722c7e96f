package press.tamizdat.desk.house;

import java.util.List;
import java.util.Optional;

/**
 * A form that changes one thing of the publication.
 *
 * @param place where one is within the house
 * @param intro what this is
 * @param affects which pages of the paper change
 * @param based the version of the settings that the form was filled from
 * @param removal where it can be removed
 */
public record FormView(
    String place,
    String intro,
    String affects,
    String action,
    int based,
    List<Group> groups,
    List<String> faults,
    Optional<String> removal,
    Optional<String> readers,
    String back) {

  /** Fields that belong together, such as those of one language; the title may be empty. */
  public record Group(String title, List<Field> fields) {}

  public boolean hasHtml() {
    return groups.stream().flatMap(g -> g.fields().stream()).anyMatch(f -> f.is(Field.Kind.HTML));
  }
}
