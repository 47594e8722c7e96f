package press.tamizdat.letter.roll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.tamizdat.letter.roll.ImportReport.Why;
import press.tamizdat.platform.db.Database;
import press.tamizdat.trust.sealing.OpeningKey;

class RollImportTest {
  private static final Optional<String> GROUND = Optional.of("asked for it at the reading in May");

  @TempDir Path folder;
  private final Hands hands = new Hands(Instant.parse("2026-11-20T10:00:00Z"));
  private final SecureRandom random = new SecureRandom();
  private final OpeningKey rollKey = OpeningKey.generate(random);
  private final OpeningKey dropbox = OpeningKey.generate(random);
  private final List<String> passedOver = new ArrayList<>();
  private final List<String> begun = new ArrayList<>();
  private Database database;
  private RollImport bringing;

  @BeforeEach
  void open() {
    database = Database.open(folder.resolve("post.db"), "db/post");
    bringing =
        new RollImport(
            database, hands, random, rollKey.sealing(), dropbox.sealing(), Ferry::publication);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private final ImportReport report =
      new ImportReport() {
        @Override
        public void passedOver(long line, Why why) {
          passedOver.add(line + " " + why);
        }

        @Override
        public void progress(long lines, long added) {
          assertThat(added).isLessThanOrEqualTo(lines);
        }
      };

  private RollImport.Outcome bring(InputStream file, Optional<String> ground, String... letters) {
    ImportOrder order = new ImportOrder(ground, "vera", new Choice(Set.of(letters), Ferry.EN));
    return bringing.bring(file, 100, order, report, begun::add);
  }

  private static InputStream file(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> addresses(String letter, press.tamizdat.platform.text.Language language) {
    return new Audience(database)
        .page(letter, language, "", 10_000).stream()
            .map(a -> SealedAddress.open(a.sealed(), rollKey).orElseThrow().text())
            .sorted()
            .toList();
  }

  @Test
  void aFileWithNamedColumnsIsBroughtIn() {
    RollImport.Outcome outcome =
        bring(
            file(
                """
                \uFEFFName;E-mail;Lists;Language
                "Lindt; Vera";vera@ferry.example;weekly|breaking;en_US
                Ilya;ilya@ferry.example;weekly;ru
                Nobody;;weekly;en
                Again;Vera@Ferry.example;weekly;en
                Odd;odd@ferry.example;digest;en
                French;fr@ferry.example;weekly;fr
                """),
            GROUND);

    assertThat(outcome).isEqualTo(new RollImport.Outcome.Done(begun.getFirst(), 3));
    assertThat(passedOver)
        .containsExactly("4 " + Why.NOT_AN_ADDRESS, "5 " + Why.TWICE, "6 " + Why.NO_LETTER);
    assertThat(addresses("weekly", Ferry.EN))
        .containsExactly("fr@ferry.example", "vera@ferry.example");
    assertThat(addresses("breaking", Ferry.EN)).containsExactly("vera@ferry.example");
    assertThat(addresses("weekly", Ferry.RU)).containsExactly("ilya@ferry.example");
    assertThat(new RollCounts(database).everybody()).isEqualTo(3);
    assertThat(new ImportNotes(database, hands).newest(10))
        .containsExactly(
            new ImportNotes.Note(
                begun.getFirst(), hands.instant(), "vera", GROUND.orElseThrow(), 3, true));
  }

  @Test
  void aListOfAddressesAloneIsBroughtInToo() {
    assertThat(bring(file("a@x.org\nb@x.org,ru\nbroken\"\n"), GROUND, "weekly"))
        .isEqualTo(new RollImport.Outcome.Done(begun.getFirst(), 2));
    assertThat(passedOver).containsExactly("3 " + Why.MALFORMED);
    assertThat(addresses("weekly", Ferry.EN)).containsExactly("a@x.org", "b@x.org");
  }

  @Test
  void aFileWithoutAddressesIsNotBegun() {
    assertThat(bring(file("name,town\nVera,Harbour\n"), GROUND, "weekly"))
        .isEqualTo(new RollImport.Outcome.NoAddresses());
    assertThat(new ImportNotes(database, hands).newest(10)).isEmpty();
  }

  @Test
  void withoutAGroundEachIsAskedFirst() {
    assertThat(bring(file("a@x.org\nb@x.org\n"), Optional.empty(), "weekly"))
        .isInstanceOf(RollImport.Outcome.Done.class);

    assertThat(new RollCounts(database).everybody()).isZero();
    assertThat(new Waiting(database, hands).due(10, dropbox, Ferry.publication()))
        .extracting(a -> a.address().text() + " " + a.invited())
        .containsExactlyInAnyOrder("a@x.org true", "b@x.org true");
    assertThatThrownBy(() -> new ImportOrder(Optional.of("ok"), "", new Choice(Set.of(), Ferry.EN)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** A file that cannot be read any further after so many bytes. */
  private static InputStream torn(byte[] bytes, int after) {
    return new InputStream() {
      private int at;

      @Override
      public int read() throws IOException {
        if (at >= after) {
          throw new IOException("the disk is gone");
        }
        return bytes[at++];
      }

      @Override
      public int read(byte[] to, int from, int length) throws IOException {
        to[from] = (byte) read();
        return 1;
      }
    };
  }

  @Test
  void anImportThatWasInterruptedGoesOnWhereItStopped() {
    StringBuilder text = new StringBuilder("email\n");
    for (int i = 0; i < 2500; i++) {
      text.append("reader").append(i).append("@ferry.example\n");
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> bring(torn(bytes, bytes.length * 3 / 4), GROUND, "weekly"))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(new RollCounts(database).everybody()).isEqualTo(1000);
    String id = begun.getFirst();

    assertThat(bringing.resume(id, new ByteArrayInputStream(bytes), 99, report))
        .isEqualTo(new RollImport.Outcome.NotThis());
    assertThat(bringing.resume(id, new ByteArrayInputStream(bytes), 100, report))
        .isEqualTo(new RollImport.Outcome.Done(id, 2500));
    assertThat(bringing.resume(id, new ByteArrayInputStream(bytes), 100, report))
        .isEqualTo(new RollImport.Outcome.NotThis());

    assertThat(new RollCounts(database).everybody()).isEqualTo(2500);
    assertThat(Set.copyOf(addresses("weekly", Ferry.EN))).hasSize(2500);
  }

  @Test
  void whatIsWrittenOutCanBeBroughtInElsewhere() throws IOException {
    assertThat(
            bring(
                file("a@x.org,en,weekly breaking\n\"o'neil,x@x.org\"\nb@x.org,ru,weekly\n"),
                GROUND))
        .isInstanceOf(RollImport.Outcome.Done.class);
    ByteArrayOutputStream age = new ByteArrayOutputStream();
    try (OutputStream sealing = dropbox.sealing().sealing(age)) {
      assertThat(new RollExport(database).write(rollKey, sealing, n -> {}))
          .isEqualTo(new RollExport.Written(2, 0));
    }
    String csv =
        new String(
            dropbox.opening(new ByteArrayInputStream(age.toByteArray())).readAllBytes(),
            StandardCharsets.UTF_8);
    assertThat(csv.lines())
        .containsExactlyInAnyOrder(
            "address,language,letters,joined",
            "\"a@x.org\",en,\"breaking weekly\",2026-11",
            "\"b@x.org\",ru,\"weekly\",2026-11");

    try (Database other = Database.open(folder.resolve("other.db"), "db/post")) {
      RollImport there =
          new RollImport(
              other, hands, random, rollKey.sealing(), dropbox.sealing(), Ferry::publication);
      ImportOrder order = new ImportOrder(GROUND, "", new Choice(Set.of(), Ferry.EN));
      assertThat(there.bring(file(csv), 1, order, report, begun::add))
          .isEqualTo(new RollImport.Outcome.Done(begun.getLast(), 2));
      assertThat(new RollCounts(other).now()).isEqualTo(new RollCounts(database).now());
    }
  }
}
