package press.tamizdat.edition.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import press.tamizdat.edition.PressRoom;
import press.tamizdat.edition.reading.Copies.Shape;
import press.tamizdat.edition.reading.Inspection.Fault;
import press.tamizdat.edition.reading.Inspection.Report;
import press.tamizdat.trust.Sha256;
import press.tamizdat.trust.tuf.Problem;
import press.tamizdat.trust.tuf.Remembered;

/** An edition in a folder, sound or damaged in one place. */
class InspectionTest {
  private static final String PAGE = "en/2026/03/story-1.html";
  private static final String GONE = "en/2026/03/the-dam.html";

  @TempDir static Path made;
  private static final List<PressRoom> ROOMS = new ArrayList<>();

  @TempDir Path folder;

  @BeforeAll
  static void publish() {
    ROOMS.add(new PressRoom(made.resolve("room")));
    Copies.make(room(), made);
  }

  @AfterAll
  static void close() {
    room().close();
  }

  private static PressRoom room() {
    return ROOMS.getFirst();
  }

  private Path copy(Shape shape) {
    Path copy = folder.resolve(Copies.name(shape));
    Copies.copy(made.resolve(Copies.name(shape)), copy);
    return copy;
  }

  private static Report inspect(Path place) {
    return inspect(place, Copies.rootOf(made.resolve("plain")), room().clock);
  }

  private static Report inspect(Path place, Remembered remembered, Clock clock) {
    return Inspection.inspect(FolderPlace.of(place), remembered, clock, n -> {});
  }

  private static Head head() {
    return Head.Current.of(new EditionFolder(made.resolve("by_hash"))).orElseThrow().head();
  }

  private static Catalogue catalogue() {
    return new Catalogue(new EditionFolder(made.resolve("by_hash")), head().catalogue());
  }

  private static Entry page() {
    return catalogue().find(PAGE).orElseThrow();
  }

  /** Its kind, its number, its files: the good one is really looked at. */
  @ParameterizedTest
  @EnumSource
  void aGoodEditionIsSound(Shape shape) {
    Report report = inspect(made.resolve(Copies.name(shape)));

    assertThat(report.faults()).isEmpty();
    assertThat(report.sound()).isTrue();
    assertThat(report.head().orElseThrow().number()).isEqualTo(2);
    assertThat(report.files()).isEqualTo(catalogue().files()).isGreaterThanOrEqualTo(100);
    assertThat(catalogue().find(GONE).orElseThrow().kind()).isEqualTo(Kind.GONE);
  }

  @ParameterizedTest
  @EnumSource
  void aChangedByteIsNamed(Shape shape) {
    Path copy = copy(shape);
    Path file = Copies.file(shape, copy, page(), Encoding.IDENTITY);
    Copies.damage(file, 200);

    assertThat(inspect(copy).faults())
        .containsExactly(
            new Fault.ChangedFile(
                PAGE,
                page().hash(),
                Sha256.of(press.tamizdat.platform.file.Disk.read(file).orElseThrow())));
  }

  @ParameterizedTest
  @CsvSource({"BY_HASH, GZIP", "BY_HASH, BROTLI", "PLAIN, GZIP", "PLAIN, BROTLI"})
  void aChangedByteOfACompressedVariantIsNamed(Shape shape, Encoding encoding) {
    Path copy = copy(shape);
    Path file = Copies.file(shape, copy, page(), encoding);
    Copies.damage(file, (int) (file.toFile().length() / 2));

    assertThat(inspect(copy).faults())
        .containsExactly(new Fault.WrongVariant(copy.relativize(file).toString()));
  }

  /** Whole and well-formed, but of another page. */
  @ParameterizedTest
  @CsvSource({"BY_HASH, GZIP", "BY_HASH, BROTLI", "PLAIN, GZIP", "PLAIN, BROTLI"})
  void anotherPagesVariantIsNamed(Shape shape, Encoding encoding) throws IOException {
    Path copy = copy(shape);
    Path file = Copies.file(shape, copy, page(), encoding);
    Entry other = catalogue().find("en/2026/03/story-2.html").orElseThrow();
    Files.copy(
        Copies.file(shape, copy, other, encoding),
        file,
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);

    assertThat(inspect(copy).faults())
        .containsExactly(new Fault.WrongVariant(copy.relativize(file).toString()));
  }

  @ParameterizedTest
  @EnumSource
  void aMissingFileIsNamed(Shape shape) throws IOException {
    Path copy = copy(shape);
    Files.delete(Copies.file(shape, copy, page(), Encoding.IDENTITY));

    assertThat(inspect(copy).faults()).containsExactly(new Fault.MissingFile(PAGE));
  }

  @ParameterizedTest
  @CsvSource({"BY_HASH, 0", "BY_HASH, 100", "PLAIN, 0", "PLAIN, 100"})
  void aFileCutShortIsNamed(Shape shape, int length) {
    Path copy = copy(shape);
    Copies.cut(Copies.file(shape, copy, page(), Encoding.IDENTITY), length);

    assertThat(inspect(copy).faults())
        .singleElement()
        .isInstanceOfSatisfying(
            Fault.ChangedFile.class, fault -> assertThat(fault.path()).isEqualTo(PAGE));
  }

  @ParameterizedTest
  @EnumSource
  void everyFileTooMuchIsNamed(Shape shape) throws IOException {
    Path copy = copy(shape);
    List<Fault> expected = new ArrayList<>();
    for (String name :
        List.of(
            ".hidden",
            "en/2026/03/story-1.html.old",
            "objects/00/" + "0".repeat(64) + ".gz",
            "tuf/notes.json",
            "tuf/" + "0".repeat(64) + ".catalogue")) {
      if (shape == Shape.BY_HASH || !name.startsWith("objects")) {
        Path file = copy.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "surplus");
        expected.add(new Fault.SurplusFile(name));
      }
    }

    assertThat(inspect(copy).faults()).containsExactlyInAnyOrderElementsOf(expected);
  }

  @ParameterizedTest
  @EnumSource
  void everyNodeOfTheCatalogueCounts(Shape shape) throws IOException {
    List<Sha256> nodes = new ArrayList<>();
    catalogue().forEachNode(nodes::add);
    assertThat(nodes).as("a root and what hangs below it").hasSizeGreaterThan(2);
    for (Sha256 node : nodes) {
      Path copy = folder.resolve(node.hex().substring(0, 8));
      Copies.copy(made.resolve(Copies.name(shape)), copy);
      Path file =
          shape == Shape.BY_HASH
              ? new EditionFolder(copy).object(node, Encoding.IDENTITY)
              : copy.resolve("tuf/" + node.hex() + ".catalogue");
      Copies.damage(file, 30);
      assertThat(inspect(copy).faults())
          .contains(new Fault.WrongCatalogue("catalogue node " + node.hex() + ": has changed"));

      Files.delete(file);
      assertThat(inspect(copy).faults())
          .contains(new Fault.WrongCatalogue("catalogue node " + node.hex() + ": is missing"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aNodesVariantsCountAsWell(Shape shape) {
    Path copy = copy(shape);
    Sha256 root = catalogue().root();
    Path file =
        shape == Shape.BY_HASH
            ? new EditionFolder(copy).object(root, Encoding.BROTLI)
            : copy.resolve("tuf/" + root.hex() + ".catalogue.br");
    Copies.damage(file, 30);

    assertThat(inspect(copy).faults())
        .containsExactly(new Fault.WrongVariant(copy.relativize(file).toString()));
  }

  @ParameterizedTest
  @CsvSource({"1.root.json", "timestamp.json", "2.snapshot.json", "2.targets.json", "bundle.json"})
  void anyChangedByteOfTheMetadataIsAFaultOfThatFile(String name) {
    Path copy = copy(Shape.PLAIN);
    Path file = copy.resolve("tuf").resolve(name);
    byte[] good = press.tamizdat.platform.file.Disk.read(file).orElseThrow();
    Random random = new Random(5);
    for (int i = 0; i < 40; i++) {
      int at = random.nextInt(good.length);
      Copies.damage(file, at);

      Report report = inspect(copy);
      assertThat(report.faults()).as("bit 0 of byte %d", at).isNotEmpty();
      assertThat(report.faults().getFirst().describe())
          .as("bit 0 of byte %d", at)
          .startsWith(name + " ");
      press.tamizdat.platform.file.Disk.put(file, good);
    }
    assertThat(inspect(copy).faults()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1.root.json", "timestamp.json", "2.snapshot.json", "2.targets.json", "bundle.json"})
  void missingOrCutMetadataIsAFaultOfThatFile(String name) throws IOException {
    Path copy = copy(Shape.BY_HASH);
    Path file = copy.resolve("tuf").resolve(name);
    for (int length : new int[] {(int) file.toFile().length() - 1, 100, 0}) {
      Copies.cut(file, length);
      assertThat(inspect(copy).faults().getFirst().describe()).startsWith(name + " ");
    }
    Files.delete(file);
    assertThat(inspect(copy).faults().getFirst())
        .isEqualTo(new Fault.Metadata(new Problem.Missing(name)));
  }

  @Test
  void anExpiredTimestampIsNamed() {
    Report report = inspectAfter(Duration.ofHours(25));

    assertThat(report.faults())
        .singleElement()
        .isInstanceOfSatisfying(
            Fault.Metadata.class,
            fault ->
                assertThat(fault.describe()).startsWith("timestamp.json (timestamp) has been"));
    assertThat(report.files())
        .as("the files are compared all the same")
        .isGreaterThanOrEqualTo(100);
    assertThat(inspectAfter(Duration.ofHours(23)).sound()).isTrue();
    assertThat(inspectAfter(Duration.ofDays(366)).faults().getFirst().describe())
        .startsWith("1.root.json (root) has been expired");
  }

  private static Report inspectAfter(Duration time) {
    Path place = made.resolve("plain");
    return inspect(
        place,
        Copies.rootOf(place),
        Clock.fixed(room().clock.instant().plus(time), ZoneOffset.UTC));
  }

  @Test
  void anotherNewsroomsRootIsNoRootOfThisOne() {
    Report report =
        inspect(made.resolve("plain"), Remembered.only(room().rootOfOthers()), room().clock);

    assertThat(report.faults())
        .singleElement()
        .isInstanceOfSatisfying(
            Fault.Metadata.class,
            fault ->
                assertThat(fault.problem())
                    .isInstanceOfSatisfying(
                        Problem.WrongKey.class,
                        p -> assertThat(p.file()).isEqualTo("timestamp.json")));
  }

  @Test
  void anEditionOlderThanTheOneSeenIsARollback() {
    Remembered seen = inspect(made.resolve("by_hash")).remembered();

    assertThat(inspect(made.resolve("old")).sound()).as("by itself it is genuine").isTrue();
    assertThat(inspect(made.resolve("old"), seen, room().clock).faults().getFirst())
        .isInstanceOfSatisfying(
            Fault.Metadata.class,
            fault -> assertThat(fault.problem()).isInstanceOf(Problem.Rollback.class));
    assertThat(inspect(made.resolve("by_hash"), seen, room().clock).sound()).isTrue();
  }

  /** A mirror that takes single files along and forgets the bundle. */
  @Test
  void aBundleOfTheEditionBeforeIsNamed() throws IOException {
    Path copy = copy(Shape.BY_HASH);
    Files.copy(
        made.resolve("old/tuf/bundle.json"),
        copy.resolve("tuf/bundle.json"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);

    assertThat(inspect(copy).faults())
        .containsExactly(new Fault.WrongBundle("it leads to edition 1, the files beside it to 2"));
  }

  @Test
  void anEditionSignedUnderAnotherNumberIsNamed() {
    Path copy = copy(Shape.BY_HASH);
    room().forge(new EditionFolder(copy), head(), 5);

    assertThat(inspect(copy).faults()).contains(new Fault.OtherNumber(2, 5));
  }

  @Test
  void severalFaultsAreAllNamed() throws IOException {
    Path copy = copy(Shape.PLAIN);
    Copies.damage(copy.resolve("en.html"), 10);
    Files.delete(copy.resolve("ru.html"));
    Files.writeString(copy.resolve("readme.txt"), "hello");

    assertThat(inspect(copy).faults().stream().map(Fault::describe))
        .satisfiesExactlyInAnyOrder(
            f -> assertThat(f).startsWith("en.html has changed"),
            f -> assertThat(f).isEqualTo("ru.html is missing"),
            f -> assertThat(f).startsWith("readme.txt is a file too much"));
  }

  @Test
  void aFolderWithNothingInItIsNoEdition() {
    Report report = inspect(folder, Copies.rootOf(made.resolve("plain")), room().clock);

    assertThat(report.sound()).isFalse();
    assertThat(report.head()).isEmpty();
    assertThat(report.faults())
        .containsExactly(new Fault.Metadata(new Problem.Missing("timestamp.json")));
  }
}
