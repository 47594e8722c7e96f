package press.tamizdat.platform.config;

/**
 * Something wrong in a configuration file.
 *
 * @param line from 1
 */
public record Fault(int line, String what) {
  @Override
  public String toString() {
    return "line " + line + ": " + what;
  }
}
