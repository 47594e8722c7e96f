package press.tamizdat.platform.mail.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Header fields in the order in which they stand, unfolded (RFC 5322 §2.2.3). */
public final class Fields {
  /** A notice has some dozens; what comes after so many is not looked at. */
  static final int MOST = 500;

  private final List<Field> fields;

  /** One field; the name in lower case. */
  public record Field(String name, String value) {}

  private Fields(List<Field> fields) {
    this.fields = List.copyOf(fields);
  }

  /** Reads lines, which may end in any way; one that is no field is passed over. */
  static Fields read(String text) {
    List<Field> found = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    for (String line : (Iterable<String>) text.lines()::iterator) {
      boolean folded = line.startsWith(" ") || line.startsWith("\t");
      if (folded && !open.isEmpty()) {
        open.append(' ').append(line.strip());
      } else {
        add(open, found);
        open.setLength(0);
        open.append(line);
      }
      if (found.size() >= MOST) {
        return new Fields(found);
      }
    }
    add(open, found);
    return new Fields(found);
  }

  private static void add(StringBuilder line, List<Field> found) {
    int colon = line.indexOf(":");
    if (colon < 1) {
      return;
    }
    String name = line.substring(0, colon).strip();
    if (!name.isEmpty() && name.chars().allMatch(c -> c > ' ' && c < 127)) {
      found.add(new Field(name.toLowerCase(Locale.ROOT), line.substring(colon + 1).strip()));
    }
  }

  /** The first of this name (lower case), as it stands. */
  public Optional<String> first(String name) {
    return fields.stream().filter(f -> f.name().equals(name)).map(Field::value).findFirst();
  }

  /** The first of this name (lower case) with its encoded words read; empty if there is none. */
  public String text(String name) {
    return first(name).map(EncodedWords::read).orElse("");
  }

  /** All of this name (lower case), as they stand. */
  public List<String> all(String name) {
    return fields.stream().filter(f -> f.name().equals(name)).map(Field::value).toList();
  }

  public List<Field> all() {
    return fields;
  }
}
