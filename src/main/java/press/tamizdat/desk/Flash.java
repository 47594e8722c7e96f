package press.tamizdat.desk;

import java.util.Map;
import java.util.Optional;

/**
 * What an action has to say on the next page.
 *
 * @param good false where something did not happen
 */
public record Flash(String text, boolean good, Optional<Undo> undo) {
  /** A form that takes the action back. */
  public record Undo(String path, Map<String, String> fields) {}
}
