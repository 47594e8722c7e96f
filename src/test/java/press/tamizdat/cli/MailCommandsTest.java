package press.tamizdat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.tamizdat.platform.db.Database;
import press.tamizdat.platform.dns.NameServer;

/** What an operator and a mail server run for letters. */
class MailCommandsTest {
  private static final String READER = "abcdefghijklmnopqrstuvwxyz";

  @TempDir private Path folder;

  @Test
  void aMessageThatComesBackThroughAPipeTakesAReaderOffTheRoll() {
    SmallNewsroom newsroom = newsroom("");
    join(newsroom);
    String notice =
        """
        From: MAILER-DAEMON@x.example
        Subject: Undelivered Mail Returned to Sender

        550 5.1.1 no such user
        """;

    SmallNewsroom.Said said =
        pipe(notice, "bounce", "--data", folder, "--recipient", "b-" + READER + "-1@paper.example");

    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.out() + said.err()).isEmpty();
    assertThat(roll(newsroom)).isEmpty();
  }

  @Test
  void aMailServerIsToldToComeAgainWhereNothingCanBeStored() {
    SmallNewsroom.Said said = pipe("", "bounce", "--data", folder.resolve("nowhere"));

    assertThat(said.code()).isEqualTo(75);
    assertThat(said.err()).contains("there is no newsroom in");
  }

  @Test
  void theDoctorSaysWhatToPasteWhere() throws Exception {
    SmallNewsroom _ =
        newsroom(
            """
            from = "letters@paper.example"
            return_domain = "mail.paper.example"
            relay = [{ address = "127.0.0.1:9", security = "none" }]
            """);
    try (NameServer dns = new NameServer()) {
      SmallNewsroom.Said said =
          SmallNewsroom.run(
              "doctor",
              "mail",
              "--data",
              folder,
              "--address",
              "203.0.113.5",
              "--dns",
              "127.0.0.1:" + dns.address().getPort());

      assertThat(said.out())
          .as(said.err())
          .contains("WRONG  SPF", "mail.paper.example. 3600 IN TXT \"v=spf1 ip4:203.0.113.5 -all\"")
          .contains("WRONG  DKIM", "WRONG  DMARC", "WRONG  Return path", "WRONG  Reverse")
          .contains("WRONG  Relay", "nothing answers at its port")
          .contains("things are wrong.");
      assertThat(said.code()).isOne();
    }
  }

  @Test
  void theDoctorNeedsANewsroomThatSendsMail() {
    SmallNewsroom _ = newsroom("");

    assertThat(SmallNewsroom.run("doctor", "mail", "--data", folder).err())
        .contains("the newsroom sends no mail");
  }

  private SmallNewsroom newsroom(String mail) {
    DataFolder data = new DataFolder(folder);
    data.begin(Resource.text("/tamizdat.toml"));
    try {
      Path settings = folder.resolve("tamizdat.toml");
      var _ =
          Files.writeString(
              settings, Files.readString(settings).replace("[mail]\n", "[mail]\n" + mail));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return new SmallNewsroom(data);
  }

  private static void join(SmallNewsroom newsroom) {
    try (Database database = Database.open(newsroom.data().postDatabase(), "db/post")) {
      database.change(
          handle -> {
            int _ =
                handle
                    .createUpdate(
                        "INSERT INTO subscriber (id, sealed, language, state, joined)"
                            + " VALUES (?, ?, 'en', 'active', '2026-11')")
                    .bind(0, READER)
                    .bind(1, new byte[] {1})
                    .execute();
          });
    }
  }

  private static List<String> roll(SmallNewsroom newsroom) {
    try (Database database = Database.open(newsroom.data().postDatabase(), "db/post")) {
      return database.read(
          handle -> handle.createQuery("SELECT id FROM subscriber").mapTo(String.class).list());
    }
  }

  private static SmallNewsroom.Said pipe(String input, Object... command) {
    InputStream usual = System.in;
    System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
    try {
      return SmallNewsroom.run(command);
    } finally {
      System.setIn(usual);
    }
  }
}
