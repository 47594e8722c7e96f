package press.tamizdat.cli;

import java.io.Console;
import java.util.Optional;

/** The terminal that a person sits at, if one does. */
final class Terminal {
  private Terminal() {}

  static boolean isThere() {
    return console().isPresent();
  }

  static Optional<Console> console() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal);
  }
}
