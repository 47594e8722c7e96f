package press.tamizdat.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import press.tamizdat.edition.CatalogueEdit.Edited;
import press.tamizdat.edition.reading.Catalogue;
import press.tamizdat.edition.reading.Entry;
import press.tamizdat.edition.reading.Kind;
import press.tamizdat.edition.reading.Objects;
import press.tamizdat.trust.Sha256;

class CatalogueEditTest {
  private final Map<Sha256, byte[]> store = new HashMap<>();
  private final Objects objects = (hash, encoding) -> Optional.ofNullable(store.get(hash));

  private Edited apply(Optional<Sha256> old, NavigableMap<String, Optional<Entry>> changes) {
    Edited edited = CatalogueEdit.apply(objects, old, changes);
    store.putAll(edited.nodes());
    return edited;
  }

  private static Entry entry(String path, long content) {
    return new Entry(
        path,
        Sha256.of(Long.toString(content).getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        content & 0xffff,
        Kind.PAGE);
  }

  private static NavigableMap<String, Optional<Entry>> additions(Map<String, Entry> files) {
    NavigableMap<String, Optional<Entry>> all = new TreeMap<>();
    files.forEach((path, entry) -> all.put(path, Optional.of(entry)));
    return all;
  }

  private List<Entry> listed(Sha256 root) {
    List<Entry> found = new ArrayList<>();
    new Catalogue(objects, root).forEach(found::add);
    return found;
  }

  @Test
  void noFilesAreACatalogueToo() {
    Sha256 root = apply(Optional.empty(), new TreeMap<>()).root();

    assertThat(listed(root)).isEmpty();
    assertThat(new Catalogue(objects, root).find("en.html")).isEmpty();
  }

  @Property(tries = 300)
  void theSameFilesGiveTheSameTreeWhateverTheWayToThem(
      @ForAll long seed,
      @ForAll @IntRange(max = 3000) int size,
      @ForAll @IntRange(max = 6) int steps) {
    Random random = new Random(seed);
    TreeMap<String, Entry> files = new TreeMap<>();
    for (int i = 0; i < size; i++) {
      String path = path(random);
      files.put(path, entry(path, random.nextLong() & 0xffffff));
    }
    Optional<Sha256> root = Optional.of(apply(Optional.empty(), additions(files)).root());
    for (int step = 0; step < steps; step++) {
      NavigableMap<String, Optional<Entry>> changes = changes(random, files);
      changes.forEach(
          (path, entry) ->
              entry.ifPresentOrElse(e -> files.put(path, e), () -> files.remove(path)));
      root = Optional.of(apply(root, changes).root());
      assertThat(listed(root.orElseThrow())).containsExactlyElementsOf(files.values());
    }

    assertThat(root)
        .contains(CatalogueEdit.apply(objects, Optional.empty(), additions(files)).root());
  }

  private static NavigableMap<String, Optional<Entry>> changes(
      Random random, TreeMap<String, Entry> files) {
    NavigableMap<String, Optional<Entry>> changes = new TreeMap<>();
    int count = random.nextInt(random.nextBoolean() ? 4 : 200);
    for (int i = 0; i < count; i++) {
      String known = files.isEmpty() ? null : files.ceilingKey(path(random));
      switch (random.nextInt(3)) {
        case 0 -> {
          String path = path(random);
          changes.put(path, Optional.of(entry(path, random.nextLong() & 0xffffff)));
        }
        case 1 -> {
          if (known != null) {
            changes.put(known, Optional.of(entry(known, random.nextLong() & 0xffffff)));
          }
        }
        default -> {
          if (known != null) {
            changes.put(known, Optional.empty());
          }
        }
      }
    }
    return changes;
  }

  private static String path(Random random) {
    return "en/2026/%02d/%s.html"
        .formatted(
            random.nextInt(12) + 1,
            Integer.toString(random.nextInt(5000), 36).repeat(1 + random.nextInt(9)));
  }

  @Test
  void oneMoreFileTouchesOnlyTheNodesOnItsPath() {
    TreeMap<String, Entry> files = new TreeMap<>();
    for (int i = 0; i < 20_000; i++) {
      String path = "en/2026/11/story-%05d.html".formatted(i * 7919 % 100_000);
      files.put(path, entry(path, i));
    }
    Sha256 root = apply(Optional.empty(), additions(files)).root();
    int nodes = store.size();
    String path = "en/2026/11/story-50000-extra.html";

    Edited edited = apply(Optional.of(root), additions(Map.of(path, entry(path, 1))));

    assertThat(nodes).isBetween(500, 1200);
    assertThat(edited.nodes()).hasSizeLessThanOrEqualTo(8);
    assertThat(new Catalogue(objects, edited.root()).find(path)).isPresent();
    assertThat(new Catalogue(objects, edited.root()).files()).isEqualTo(20_001);
  }
}
