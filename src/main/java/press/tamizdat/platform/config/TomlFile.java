package press.tamizdat.platform.config;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;

/** Reads a TOML text as a whole. */
public final class TomlFile {
  private TomlFile() {}

  /** What came of it. */
  public sealed interface Outcome<T> {
    record Read<T>(T value) implements Outcome<T> {}

    /** At least one fault, by line. */
    record Wrong<T>(List<Fault> faults) implements Outcome<T> {}
  }

  /**
   * Reads a text.
   *
   * @param reader takes from the root table what it knows; what it did not ask for is a fault
   */
  public static <T> Outcome<T> read(String text, Function<Section, T> reader) {
    TomlParseResult result = Toml.parse(text);
    List<Fault> faults = new ArrayList<>();
    result
        .errors()
        .forEach(e -> faults.add(new Fault(e.position().line(), String.valueOf(e.getMessage()))));
    if (!faults.isEmpty()) {
      return new Outcome.Wrong<>(faults);
    }
    Section root = new Section(result, 1, "", faults);
    T value = reader.apply(root);
    root.refuseOthers();
    faults.sort(java.util.Comparator.comparingInt(Fault::line));
    return faults.isEmpty() ? new Outcome.Read<>(value) : new Outcome.Wrong<>(List.copyOf(faults));
  }
}
