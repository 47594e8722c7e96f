package press.tamizdat.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import press.tamizdat.trust.Secret;

/**
 * Where a passphrase comes from: a file that the service manager provides, or the person at the
 * terminal. Never an argument.
 */
final class Passphrase {
  /** Names a file whose first line is the passphrase; for a service that must start by itself. */
  static final String FILE = "TAMIZDAT_PASSPHRASE_FILE";

  /** The same for the roll of subscribers. */
  static final String ROLL_FILE = "TAMIZDAT_ROLL_PASSPHRASE_FILE";

  private Passphrase() {}

  /** Asks for the passphrase of keys that exist. */
  static Secret ask() {
    return ask(FILE, "Passphrase of the signing keys: ");
  }

  /** Asks for the passphrase of the roll. */
  static Secret askForRoll() {
    return ask(ROLL_FILE, "Passphrase of the roll: ");
  }

  private static Secret ask(String file, String prompt) {
    return fromFile(file).or(() -> fromTerminal(prompt)).orElseThrow(() -> nowhere(file));
  }

  /** Asks for a new passphrase of the signing keys, twice. */
  static Secret askForNew() {
    return askForNew(
        FILE,
        "This newsroom's signing keys are made now. Choose a passphrase for them, six words or more,\n"
            + "and write it down: without it nothing can be published, and nobody can recover it.");
  }

  /** Asks for a new passphrase of the roll, twice. */
  static Secret askForNewRoll() {
    return askForNew(
        ROLL_FILE,
        """
        The key of the roll is made now: subscribers' addresses are sealed to it. Choose a passphrase
        for it, six words or more, another than that of the signing keys. It is asked for whenever a
        letter is sent. Write it down: without it every subscriber is lost.""");
  }

  private static Secret askForNew(String file, String words) {
    Optional<Secret> fromFile = fromFile(file);
    if (fromFile.isPresent()) {
      return fromFile.get();
    }
    Console console = Terminal.console().orElseThrow(() -> nowhere(file));
    System.err.println(words);
    while (true) {
      char[] first = console.readPassword("New passphrase: ");
      if (first == null) {
        throw nowhere(file);
      }
      if (first.length < 12) {
        System.err.println("That is too short; 12 characters are the least.");
        continue;
      }
      char[] second = console.readPassword("The same once more: ");
      boolean same = Arrays.equals(first, second);
      Secret secret = Secret.of(new String(first));
      Arrays.fill(first, ' ');
      if (same) {
        return secret;
      }
      System.err.println("Those were not the same.");
    }
  }

  private static Optional<Secret> fromFile(String variable) {
    String file = System.getenv(variable);
    if (file == null || file.isEmpty()) {
      return Optional.empty();
    }
    try {
      String text = Files.readString(Path.of(file), StandardCharsets.UTF_8);
      String line = text.lines().findFirst().orElse("");
      if (line.length() < 12) {
        throw new Refused(
            "the passphrase in " + file + " is too short; 12 characters are the least");
      }
      return Optional.of(Secret.of(line));
    } catch (IOException e) {
      throw new Refused("the passphrase file " + file + " named by " + variable + " cannot be read");
    }
  }

  private static Optional<Secret> fromTerminal(String prompt) {
    return Terminal.console()
        .flatMap(console -> Optional.ofNullable(console.readPassword(prompt)))
        .map(typed -> Secret.of(new String(typed)));
  }

  private static Refused nowhere(String variable) {
    return new Refused(
        "a passphrase is needed and there is no terminal to ask at: put it into a file that only this account can read"
            + " and name the file in "
            + variable);
  }
}
