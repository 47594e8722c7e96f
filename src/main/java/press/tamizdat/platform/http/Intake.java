package press.tamizdat.platform.http;

import java.util.Locale;
import java.util.Set;

/**
 * Where something that comes in is taken.
 *
 * @param most bytes that a body may have; more is refused (413) before it is read
 * @param types media types that a body may be of, in lower case and without parameters; another is
 *     refused (415). Empty takes all
 * @param headers names of the header fields that the clerk is shown, in lower case
 * @param clerk who answers
 */
public record Intake(int most, Set<String> types, Set<String> headers, Clerk clerk) {
  public Intake {
    if (most < 0) {
      throw new IllegalArgumentException("an intake of less than nothing: " + most);
    }
    types = Set.copyOf(types);
    headers = Set.copyOf(headers);
  }

  /** For requests without a body. */
  public static Intake bodiless(Clerk clerk) {
    return new Intake(0, Set.of(), Set.of(), clerk);
  }

  /** Whether a body with this Content-Type may come in. */
  boolean takes(String contentType) {
    return types.isEmpty()
        || types.contains(contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
  }
}
