package press.tamizdat.edition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import press.tamizdat.edition.reading.Catalogue;
import press.tamizdat.edition.reading.EditionFolder;
import press.tamizdat.edition.reading.Head;
import press.tamizdat.edition.reading.Kind;
import press.tamizdat.platform.file.Disk;

/**
 * Removes from an edition folder what no edition needs that is still kept: what old editions alone
 * had, and what a killed publication left behind.
 *
 * <p>The current edition is kept, and the one before it for readers who are in the middle of it;
 * not that one, though, if the current one takes something down.
 */
final class Tidy {
  private static final Pattern NUMBERED = Pattern.compile("([0-9]+)\\.(targets|snapshot)\\.json");

  private final EditionFolder folder;
  private int removed;

  private Tidy(EditionFolder folder) {
    this.folder = folder;
  }

  /**
   * Tidies.
   *
   * @return how many files were removed
   */
  static int tidy(EditionFolder folder) {
    Tidy tidy = new Tidy(folder);
    Head.Current.of(folder).ifPresent(current -> tidy.keep(current.head()));
    return tidy.removed;
  }

  private void keep(Head current) {
    Set<String> wanted = new HashSet<>();
    list(current, wanted);
    long oldest = current.number();
    if (oldest > 1) {
      var before = folder.metadata(oldest - 1 + ".targets.json").map(Head::read);
      if (before.isPresent()
          && !takesDown(current, before.get())
          && isWhole(before.get(), wanted)) {
        oldest--;
      }
    }
    long first = oldest;
    sweep(folder.path(), name -> !Disk.isAbandoned(name));
    sweep(folder.metadata(), name -> isKept(name, first, current.number()));
    try (Stream<Path> shelves = Files.list(folder.objects())) {
      shelves.forEach(shelf -> sweep(shelf, name -> isKept(name, wanted)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Whether the current edition says of something that it was taken down, and the one before still
   * has it.
   */
  private boolean takesDown(Head current, Head before) {
    Catalogue old = new Catalogue(folder, before.catalogue());
    List<String> gone = new ArrayList<>();
    new Catalogue(folder, current.catalogue())
        .forEach(
            entry -> {
              if (entry.kind() == Kind.GONE) {
                gone.add(entry.path());
              }
            });
    try {
      return gone.stream()
          .anyMatch(path -> old.find(path).filter(e -> e.kind() != Kind.GONE).isPresent());
    } catch (Catalogue.Damaged e) {
      return true;
    }
  }

  /**
   * An earlier edition may have come back from a backup without its objects; then nobody can be
   * reading it.
   */
  private boolean isWhole(Head head, Set<String> wanted) {
    Set<String> own = new HashSet<>();
    try {
      list(head, own);
    } catch (Catalogue.Damaged e) {
      return false;
    }
    wanted.addAll(own);
    return true;
  }

  private void list(Head head, Set<String> wanted) {
    Catalogue catalogue = new Catalogue(folder, head.catalogue());
    catalogue.forEach(entry -> wanted.add(entry.hash().hex()));
    catalogue.forEachNode(node -> wanted.add(node.hex()));
  }

  /** A file that somebody else is putting here just now is theirs. */
  private static boolean isKept(String name, Set<String> wanted) {
    int dot = name.indexOf('.');
    return dot == 0
        ? !Disk.isAbandoned(name)
        : wanted.contains(dot < 0 ? name : name.substring(0, dot));
  }

  private static boolean isKept(String name, long oldest, long newest) {
    Matcher numbered = NUMBERED.matcher(name);
    if (!numbered.matches()) {
      return !Disk.isAbandoned(name);
    }
    long number = Long.parseLong(numbered.group(1));
    return number >= oldest && number <= newest;
  }

  private void sweep(Path where, java.util.function.Predicate<String> keep) {
    try (Stream<Path> files = Files.list(where)) {
      for (Path file : files.toList()) {
        if (!keep.test(String.valueOf(file.getFileName()))) {
          Files.delete(file);
          removed++;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
