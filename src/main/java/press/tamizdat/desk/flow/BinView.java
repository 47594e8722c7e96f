package press.tamizdat.desk.flow;

import java.util.List;

/** What was thrown away. */
public record BinView(List<Thrown> thrown) {
  /**
   * A draft in the bin.
   *
   * @param at when it was thrown there, as shown
   */
  public record Thrown(String id, String title, String language, String direction, String at) {}
}
