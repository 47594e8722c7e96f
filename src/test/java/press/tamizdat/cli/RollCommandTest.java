package press.tamizdat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.tamizdat.trust.Secret;
import press.tamizdat.trust.sealing.OpeningKey;
import press.tamizdat.trust.sealing.SealingKeyring;

/** Subscribers as an operator brings them in and writes them out. */
class RollCommandTest {
  @TempDir private Path folder;

  @Test
  void subscribersComeInAreCountedAndGoOutSealed() throws Exception {
    Path data = folder.resolve("data");
    SmallNewsroom newsroom = SmallNewsroom.begin(data);
    Path settings = data.resolve("tamizdat.toml");
    Files.writeString(
        settings,
        Files.readString(settings)
            + "\n[[letter]]\nslug = \"weekly\"\nname = { en = \"The Weekly Letter\" }\n");
    Path csv = folder.resolve("people.csv");
    Files.writeString(csv, "email\nvera@ferry.example\nnobody\nilya@ferry.example\n");
    Object[] bring = {
      "roll", "import", "--data", data, csv, "--letter", "weekly", "--ground", "list in the office"
    };

    assertThat(SmallNewsroom.run(bring).err()).contains("tamizdat roll-key");
    var _ = newsroom.data().sealing().make(SealingKeyring.ROLL, Secret.of(""), new SecureRandom());
    SmallNewsroom.Said brought = SmallNewsroom.run(bring);

    assertThat(brought.out()).contains("2 are on the roll, 1 lines passed over");
    assertThat(brought.err()).contains("line 3: no address").doesNotContain("nobody", "vera");
    assertThat(brought.code()).isOne();
    assertThat(SmallNewsroom.run("roll", "count", "--data", data).out())
        .contains("2 subscribers")
        .containsPattern("weekly +en +2");

    Path out = folder.resolve("roll.age");
    try (OpeningKey reader = OpeningKey.generate(new SecureRandom())) {
      SmallNewsroom.Said written =
          SmallNewsroom.run(
              "roll", "export", "--data", data, out, "--recipient", reader.sealing().text());
      assertThat(written.out()).contains("2 subscribers are in");
      assertThat(new String(reader.open(Files.readAllBytes(out)).orElseThrow(), StandardCharsets.UTF_8))
          .contains("\"vera@ferry.example\",en,\"weekly\"");
    }
    assertThat(SmallNewsroom.run("roll", "export", "--data", data, out).err())
        .contains("is there already");
  }

  @Test
  void whoIsBroughtInWithoutAGroundMustBeAsked() {
    Path data = folder.resolve("data");
    SmallNewsroom newsroom = SmallNewsroom.begin(data);
    var _ = newsroom.data().sealing().make(SealingKeyring.ROLL, Secret.of(""), new SecureRandom());
    Path settings = data.resolve("tamizdat.toml");

    assertThat(SmallNewsroom.run("roll", "import", "--data", data, settings).err())
        .contains("--ground", "--confirm");
    assertThat(SmallNewsroom.run("roll", "import", "--data", data, settings, "--confirm").err())
        .contains("neither an address nor a column");
    assertThat(
            SmallNewsroom.run(
                    "roll", "import", "--data", data, settings, "--confirm", "--letter", "none")
                .err())
        .contains("the publication has these letters");
  }
}
