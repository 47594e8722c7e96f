package press.tamizdat.desk.flow;

import java.util.List;

/**
 * What was got wrong and put right.
 *
 * @param changes whether the newest text differs from what readers have
 * @param compare address of the comparison; empty where there is nothing to compare
 */
public record CorrectionsView(Heading heading, List<Said> said, boolean changes, String compare) {
  /**
   * A correction.
   *
   * @param at when, as shown
   * @param moment as the form sends it
   * @param out whether readers have it
   */
  public record Said(String at, String moment, String text, boolean out) {}
}
