package press.tamizdat.platform.config;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;
import press.tamizdat.platform.text.Json;

/**
 * A table of the file. Each key that is asked for counts as known; {@link #refuseOthers()} names
 * the rest.
 *
 * <p>A wrong value is noted as a fault and answered with a harmless one, so that one run finds
 * every mistake.
 */
public final class Section {
  private final TomlTable table;
  private final int line;
  private final String name;
  private final List<Fault> faults;
  private final Set<String> known = new HashSet<>();

  Section(TomlTable table, int line, String name, List<Fault> faults) {
    this.table = table;
    this.line = line;
    this.name = name;
    this.faults = faults;
  }

  /** A text that must be there and not empty. */
  public String text(String key) {
    Optional<String> text = value(key, String.class, "a text in quotes");
    if (text.isPresent() && text.get().isBlank()) {
      fault(key, "must not be empty");
    }
    return text.orElseGet(() -> missing(key, ""));
  }

  public String text(String key, String otherwise) {
    return value(key, String.class, "a text in quotes").orElse(otherwise);
  }

  public Optional<String> optionalText(String key) {
    return value(key, String.class, "a text in quotes");
  }

  /** A moment with its zone, such as {@code 2026-11-20T07:30:00Z}. */
  public Optional<Instant> time(String key) {
    return value(key, OffsetDateTime.class, "a time such as 2026-11-20T07:30:00Z")
        .map(OffsetDateTime::toInstant);
  }

  /** A whole number between two, both included. */
  public long number(String key, long otherwise, long least, long most) {
    Optional<Long> number = value(key, Long.class, "a whole number");
    if (number.isPresent() && (number.get() < least || number.get() > most)) {
      fault(key, "must be from " + least + " to " + most);
      return otherwise;
    }
    return number.orElse(otherwise);
  }

  public boolean truth(String key, boolean otherwise) {
    return value(key, Boolean.class, "true or false").orElse(otherwise);
  }

  /**
   * A value that is read from a text; {@code reader} throws {@code IllegalArgumentException} with
   * what is wrong.
   */
  public <T> Optional<T> parsed(String key, Function<String, T> reader) {
    return value(key, String.class, "a text in quotes").flatMap(text -> parsed(key, text, reader));
  }

  private <T> Optional<T> parsed(String key, String text, Function<String, T> reader) {
    try {
      return Optional.of(reader.apply(text));
    } catch (IllegalArgumentException | java.time.DateTimeException e) {
      fault(key, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /** A list of texts, each read by {@code reader}; empty if the key is not there. */
  public <T> List<T> list(String key, Function<String, T> reader) {
    Optional<TomlArray> array = value(key, TomlArray.class, "a list in brackets");
    List<T> found = new ArrayList<>();
    if (array.isPresent()) {
      for (int i = 0; i < array.get().size(); i++) {
        if (array.get().get(i) instanceof String text) {
          parsed(key, text, reader).ifPresent(found::add);
        } else {
          fault(key, "must be a list of texts");
        }
      }
    }
    return List.copyOf(found);
  }

  /** A table by name; an empty one if it is not there. */
  public Section section(String key) {
    return optionalSection(key).orElseGet(() -> new Section(emptyTable(), line, path(key), faults));
  }

  public Optional<Section> optionalSection(String key) {
    return value(key, TomlTable.class, "a table")
        .map(t -> new Section(t, lineOf(key), path(key), faults));
  }

  /** The tables of {@code [[key]]}. */
  public List<Section> sections(String key) {
    Optional<TomlArray> array = value(key, TomlArray.class, "a table in double brackets");
    List<Section> found = new ArrayList<>();
    if (array.isPresent()) {
      for (int i = 0; i < array.get().size(); i++) {
        if (array.get().get(i) instanceof TomlTable t) {
          found.add(new Section(t, array.get().inputPositionOf(i).line(), path(key), faults));
        } else {
          fault(key, "must be a table in double brackets");
        }
      }
    }
    return found;
  }

  /**
   * These keys with all that is in them, in a form that does not depend on the file's comments,
   * spaces and order of keys.
   */
  public String canonical(Set<String> keys) {
    StringBuilder text = new StringBuilder();
    keys.stream().sorted().forEach(k -> canonical(text.append(k), table.get(List.of(k))));
    return text.toString();
  }

  private static void canonical(StringBuilder text, @Nullable Object value) {
    switch (value) {
      case TomlTable t -> {
        text.append("{");
        t.keySet().stream()
            .sorted()
            .forEach(k -> canonical(text.append(Json.text(k)).append(":"), t.get(List.of(k))));
        text.append("}");
      }
      case TomlArray a -> {
        text.append("[");
        for (int i = 0; i < a.size(); i++) {
          canonical(text, a.get(i));
          text.append(",");
        }
        text.append("]");
      }
      case String s -> text.append(Json.text(s));
      case null -> text.append("-");
      default -> text.append(value);
    }
    text.append("\n");
  }

  /** Every key of this table with its text. */
  public Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String key : table.keySet()) {
      value(key, String.class, "a text in quotes").ifPresent(text -> texts.put(key, text));
    }
    return texts;
  }

  /** Every key of this table with its table. */
  public Map<String, Section> tables() {
    Map<String, Section> tables = new LinkedHashMap<>();
    for (String key : table.keySet()) {
      optionalSection(key).ifPresent(t -> tables.put(key, t));
    }
    return tables;
  }

  /** Notes a fault for every key that nobody asked for. */
  public void refuseOthers() {
    for (String key : table.keySet()) {
      if (!known.contains(key)) {
        fault(key, "is not a key that is known here");
      }
    }
  }

  /** Notes that a key's value is wrong. */
  public void fault(String key, String what) {
    faults.add(new Fault(lineOf(key), path(key) + " " + what));
  }

  private <T> Optional<T> value(String key, Class<T> type, String wanted) {
    known.add(key);
    @Nullable Object value = table.get(List.of(key));
    if (value == null) {
      return Optional.empty();
    }
    if (!type.isInstance(value)) {
      fault(key, "must be " + wanted);
      return Optional.empty();
    }
    return Optional.of(type.cast(value));
  }

  private <T> T missing(String key, T otherwise) {
    if (table.get(List.of(key)) == null) {
      faults.add(new Fault(line, path(key) + " is missing"));
    }
    return otherwise;
  }

  private int lineOf(String key) {
    TomlPosition position = table.inputPositionOf(List.of(key));
    return position == null ? line : position.line();
  }

  private String path(String key) {
    return name.isEmpty() ? key : name + "." + key;
  }

  private static TomlTable emptyTable() {
    return org.tomlj.Toml.parse("");
  }
}
