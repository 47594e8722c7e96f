package press.tamizdat.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import press.tamizdat.edition.PressRoom;
import press.tamizdat.trust.Secret;

/** A newsroom in a data folder, as {@code serve} begins one, with keys under no passphrase. */
record SmallNewsroom(DataFolder data) {
  private static final Instant SPRING = Instant.parse("2026-03-01T10:00:00Z");

  /** What a command said, and how it ended. */
  record Said(int code, String out, String err) {}

  static SmallNewsroom begin(Path folder) {
    DataFolder data = new DataFolder(folder);
    data.begin(Resource.text("/tamizdat.toml"));
    try (House house = new House(data, Clock.systemUTC())) {
      house.makeKeys(Secret.of(""));
    }
    return new SmallNewsroom(data);
  }

  /** Writes and publishes articles with these numbers; they are in no edition yet. */
  SmallNewsroom write(int from, int to) {
    try (House house = new House(data, Clock.systemUTC())) {
      for (int i = from; i < to; i++) {
        String id =
            house
                .articles()
                .create(
                    PressRoom.content(
                        PressRoom.ENGLISH,
                        "story-" + i,
                        "story " + i,
                        i % 2 == 0 ? "news" : "ideas",
                        i % 3 == 0 ? List.of("courts") : List.of(),
                        SPRING.plus(Duration.ofHours(7L * i)),
                        "It rained all day in town " + i + ". "),
                    Optional.empty());
        var _ = house.publishArticle().publish(id);
      }
    }
    return this;
  }

  Path editions() {
    return data.editions().path();
  }

  Path root() {
    return data.editions().metadata().resolve("1.root.json");
  }

  /** Runs a command as the program does. */
  static Said run(Object... words) {
    String[] args = new String[words.length];
    for (int i = 0; i < words.length; i++) {
      args[i] = words[i].toString();
    }
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    ByteArrayOutputStream complained = new ByteArrayOutputStream();
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
    try {
      int code = Commands.run(args);
      return new Said(
          code, said.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }
}
