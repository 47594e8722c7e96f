package press.tamizdat.desk.finding;

import java.util.List;

/** The states of an article, in the order of its life. */
final class States {
  static final List<String> ALL =
      List.of("draft", "in-review", "ready", "scheduled", "published", "taken-down", "binned");

  private States() {}
}
