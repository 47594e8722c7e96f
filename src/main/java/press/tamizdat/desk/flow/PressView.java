package press.tamizdat.desk.flow;

import java.util.List;
import java.util.Optional;

/**
 * What the press is doing.
 *
 * @param doing a word of messages
 * @param since when it began to, as shown
 * @param steps its work in order; which of them is now
 * @param number of the newest edition; empty if there is none
 * @param coming what will be published by itself
 */
public record PressView(
    String doing,
    String since,
    List<Step> steps,
    String number,
    String at,
    Optional<String> trouble,
    List<Coming> coming,
    String zone) {

  /** A step of the press. */
  public record Step(String word, boolean now) {}

  /** An article that will be published by itself. */
  public record Coming(String id, String title, String language, String direction, String at) {}

  public boolean busy() {
    return !doing.equals("resting");
  }
}
