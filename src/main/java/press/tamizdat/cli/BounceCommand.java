package press.tamizdat.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import press.tamizdat.letter.bounce.BounceReading;
import press.tamizdat.platform.db.Database;

@Command(
    name = "bounce",
    description = {
      "Takes one message that came back, from standard input: the mail server of this machine runs it for each.",
      "Exit code 0 once it is stored, 75 if the mail server should come again later."
    })
final class BounceCommand implements Callable<Integer> {
  /** EX_TEMPFAIL of sysexits.h: with any other, mail servers throw the message away. */
  private static final int LATER = 75;

  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--recipient",
      paramLabel = "ADDRESS",
      description = "To whom the envelope was addressed; postfix knows it as ${recipient}.")
  private List<String> recipients = new ArrayList<>();

  @Override
  public Integer call() {
    try {
      byte[] message = System.in.readNBytes(BounceReading.MOST_BYTES);
      long _ = System.in.transferTo(OutputStream.nullOutputStream());
      DataFolder folder = data.folder();
      Settings settings = folder.settings();
      try (Database database = Database.open(folder.postDatabase(), "db/post")) {
        var _ =
            PostRole.bounces(database, settings.mail().bounces().rules(), Clock.systemUTC())
                .take(message, recipients);
      }
      return 0;
    } catch (Refused e) {
      Commands.refuse(e);
      return LATER;
    } catch (IOException | RuntimeException e) {
      // Its words may quote the message, and mail servers keep what is said here.
      System.err.println("tamizdat: not stored (" + e.getClass().getSimpleName() + ")");
      return LATER;
    }
  }
}
