package press.tamizdat.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import press.tamizdat.letter.roll.RollCounts;
import press.tamizdat.platform.db.Database;

@Command(
    name = "count",
    description = "How many subscribers there are, by letter and language. Needs no passphrase.")
final class RollCountCommand implements Runnable {
  @Mixin private DataOption data = new DataOption();

  @Override
  public void run() {
    var _ = data.folder().settings();
    try (Database post = Database.open(data.folder().postDatabase(), "db/post")) {
      RollCounts counts = new RollCounts(post);
      System.out.printf(
          "%,d subscribers, %,d more have not confirmed yet%n",
          counts.everybody(), counts.unconfirmed());
      for (RollCounts.Now now : counts.now()) {
        if (!now.letter().isEmpty() && now.people() != 0) {
          System.out.printf("%-24s %-6s %,12d%n", now.letter(), now.language().tag(), now.people());
        }
      }
    }
  }
}
