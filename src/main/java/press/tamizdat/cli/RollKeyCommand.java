package press.tamizdat.cli;

import java.security.SecureRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import press.tamizdat.trust.sealing.SealingKeyring;

@Command(
    name = "roll-key",
    description = {
      "Makes the key that subscribers' addresses are sealed to, under a passphrase of its own.",
      "Needed once, before the first letter; the passphrase is asked for at each sending."
    })
final class RollKeyCommand implements Runnable {
  @Mixin private DataOption data = new DataOption();

  @Override
  public void run() {
    SealingKeyring keys = data.folder().sealing();
    var _ = data.folder().settings();
    if (keys.sealing(SealingKeyring.ROLL).isPresent()) {
      throw new Refused(
          "there is a key of the roll in " + keys.folder() + " already; it stays as it is");
    }
    switch (keys.make(SealingKeyring.ROLL, Passphrase.askForNewRoll(), new SecureRandom())) {
      case SealingKeyring.Making.Made(var key) ->
          System.out.println(
              "The roll's key is made: "
                  + key.text()
                  + "\nKeep a copy of keys/roll.age away from this machine. Letters open at the next start.");
      case SealingKeyring.Making.AlreadyThere(var file) ->
          throw new Refused(file + " is there already; it stays as it is");
    }
  }
}
