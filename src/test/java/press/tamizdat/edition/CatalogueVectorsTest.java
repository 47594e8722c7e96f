package press.tamizdat.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import press.tamizdat.edition.CatalogueEdit.Edited;
import press.tamizdat.edition.reading.Catalogue;
import press.tamizdat.edition.reading.Entry;
import press.tamizdat.edition.reading.Kind;
import press.tamizdat.edition.reading.Node;
import press.tamizdat.edition.reading.Objects;
import press.tamizdat.trust.Sha256;

/**
 * {@code vectors/catalogue/}, whose expected values were written by {@code verify.py} from {@code
 * docs/edition-format.md} and not by this program.
 */
class CatalogueVectorsTest {
  private static final Path VECTORS = Path.of("vectors", "catalogue");

  /** Words of the refusal that goes with each key. */
  private static final Map<String, String> REFUSALS =
      Map.of(
          "start", "not a catalogue node of version 1",
          "fields", "not four fields",
          "order", "not in order",
          "path", "not a path|written the one way",
          "hash", "not a SHA-256|base64|Last unit|written the one way",
          "number", "not a number|below zero|written the one way",
          "kind", "unknown kind",
          "children", "without children");

  @ParameterizedTest
  @ValueSource(strings = {"empty", "one", "hundred", "long-names", "two-thousand"})
  void theSameFilesGiveTheSameTree(String set) {
    NavigableMap<String, Optional<Entry>> files = files(set);
    Map<Sha256, byte[]> nodes = new HashMap<>();
    Objects objects = (hash, encoding) -> Optional.ofNullable(nodes.get(hash));

    Edited edited = CatalogueEdit.apply(objects, Optional.empty(), files);
    nodes.putAll(edited.nodes());

    assertThat(edited.root().hex() + "\n").isEqualTo(text(set, "root.txt"));
    List<Path> kept = list(VECTORS.resolve(set).resolve("nodes"));
    assertThat(kept).isNotEmpty();
    assertThat(kept).allSatisfy(f -> assertThat(nodes.get(nameOf(f))).isEqualTo(bytes(f)));
    List<Optional<Entry>> listed = new ArrayList<>();
    new Catalogue(objects, edited.root()).forEach(e -> listed.add(Optional.of(e)));
    assertThat(listed).containsExactlyElementsOf(files.values());
  }

  @Test
  void theNodesOnTheWayProveOneFileOfTwoThousand() {
    String path = "en/2026/03/story-1234.html";
    Sha256 root = Sha256.parse(text("two-thousand", "root.txt").strip()).orElseThrow();

    Optional<Entry> found =
        new Catalogue(in(VECTORS.resolve("two-thousand/nodes")), root).find(path);

    assertThat(found).isEqualTo(files("two-thousand").get(path)).isPresent();
  }

  static List<String> broken() {
    return rows("broken");
  }

  @ParameterizedTest
  @MethodSource("broken")
  void aBrokenNodeIsRefusedForItsReason(String row) {
    String[] columns = row.split("\t", -1);
    byte[] node = bytes(VECTORS.resolve("broken").resolve(columns[0]));

    assertThatThrownBy(() -> Node.parse(node))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .containsPattern(REFUSALS.get(columns[1]));
  }

  static List<String> damaged() {
    return rows("damaged");
  }

  @ParameterizedTest
  @MethodSource("damaged")
  void theDamagedNodeOfATreeIsNamed(String row) {
    String[] columns = row.split("\t", -1);
    Objects objects = in(VECTORS.resolve("damaged").resolve(columns[0]));
    Catalogue catalogue = new Catalogue(objects, Sha256.parse(columns[1]).orElseThrow());

    assertThatExceptionOfType(Catalogue.Damaged.class)
        .isThrownBy(() -> catalogue.forEach(entry -> {}))
        .satisfies(e -> assertThat(e.node().hex()).isEqualTo(columns[2]));
  }

  private static NavigableMap<String, Optional<Entry>> files(String set) {
    List<Entry> files = set.equals("two-thousand") ? twoThousand() : listed(set);
    NavigableMap<String, Optional<Entry>> byPath = new TreeMap<>();
    files.forEach(file -> byPath.put(file.path(), Optional.of(file)));
    return byPath;
  }

  private static List<Entry> listed(String set) {
    return text(set, "files.tsv")
        .lines()
        .map(line -> line.split("\t", -1))
        .map(
            f ->
                new Entry(
                    f[0],
                    Sha256.parse(f[1]).orElseThrow(),
                    Long.parseLong(f[2]),
                    Kind.ofWord(f[3]).orElseThrow()))
        .toList();
  }

  /** By the rule in {@code docs/edition-format.md}, "Vectors". */
  private static List<Entry> twoThousand() {
    List<Entry> files = new ArrayList<>();
    for (int n = 0; n < 2000; n++) {
      byte[] content = "file %d\n".formatted(n).getBytes(StandardCharsets.US_ASCII);
      Sha256 hash = Sha256.of(content);
      files.add(
          n % 10 == 0
              ? new Entry(
                  "photo/" + hash.hex().substring(0, 16) + ".webp", hash, content.length, Kind.WEBP)
              : new Entry(
                  "en/2026/%02d/story-%04d.html".formatted(n * 7919 % 12 + 1, n),
                  hash,
                  content.length,
                  Kind.PAGE));
    }
    return files;
  }

  private static Objects in(Path folder) {
    return (hash, encoding) ->
        Optional.of(folder.resolve(hash.hex() + ".catalogue"))
            .filter(Files::exists)
            .map(CatalogueVectorsTest::bytes);
  }

  private static Sha256 nameOf(Path file) {
    return Sha256.parse(file.getFileName().toString().replace(".catalogue", "")).orElseThrow();
  }

  private static List<String> rows(String folder) {
    return text(folder, "expected.tsv").lines().skip(1).toList();
  }

  private static String text(String folder, String file) {
    return new String(bytes(VECTORS.resolve(folder).resolve(file)), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
