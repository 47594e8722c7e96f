package press.tamizdat.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import press.tamizdat.support.till.TillSettings;

@Command(
    name = "till-key",
    description = {
      "Seals what a till asks its payment provider with, under the newsroom's passphrase.",
      "Asks for each key, or reads them as lines from standard input. They are never an argument."
    })
final class TillKeyCommand implements Runnable {
  @Mixin private DataOption data = new DataOption();

  @Parameters(paramLabel = "TILL", description = "The till's name in tamizdat.toml.")
  private String name = "";

  @Override
  public void run() {
    TillSettings till =
        data.folder().settings().support().tills().stream()
            .filter(t -> t.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new Refused("there is no [[support.till]] with the name " + name));
    if (till.kind().keys().isEmpty()) {
      throw new Refused("a till of the kind " + till.kind().word() + " needs no keys");
    }
    Map<String, String> keys = new LinkedHashMap<>();
    till.kind().keys().forEach(key -> keys.put(key, ask(key)));
    TillKeys.write(data.folder(), till, keys, Passphrase.ask());
    System.out.println(
        "Sealed in " + TillKeys.file(data.folder(), till) + "; it counts from the next start.");
  }

  private static String ask(String key) {
    String line =
        Terminal.console()
            .map(console -> console.readPassword("%s: ", key))
            .map(String::new)
            .orElseGet(TillKeyCommand::line);
    if (line.isBlank()) {
      throw new Refused("the " + key + " must not be empty");
    }
    return line.strip();
  }

  /** One byte at a time: what follows is the next question's. */
  private static String line() {
    try {
      StringBuilder line = new StringBuilder();
      for (int c = System.in.read(); c >= 0 && c != '\n'; c = System.in.read()) {
        line.append((char) c);
      }
      return line.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
