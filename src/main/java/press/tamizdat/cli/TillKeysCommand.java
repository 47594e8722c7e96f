package press.tamizdat.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import press.tamizdat.trust.Secret;

@Command(
    name = "till-keys",
    description = {
      "Seals a payment provider's keys under the house passphrase.",
      "Reads lines from standard input: \"key = ...\" and \"hook = ...\" for Stripe and BTCPay, \"secret = ...\" for PayPal."
    })
final class TillKeysCommand implements Runnable {
  @Mixin private DataOption data = new DataOption();

  @Parameters(paramLabel = "TILL", description = "Its name in [[till]].")
  private String till = "";

  @Override
  public void run() {
    DataFolder folder = data.folder();
    if (folder.settings().tills().stream().noneMatch(t -> t.name().equals(till))) {
      throw new Refused("there is no [[till]] with name = \"" + till + "\" in the settings");
    }
    Secret passphrase = Passphrase.ask();
    try {
      Secret lines = Secret.of(System.in.readAllBytes());
      new TillKeys(folder.keys().folder()).put(till, lines, passphrase);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    System.out.println("The keys of " + till + " are sealed. The till opens at the next start.");
  }
}
