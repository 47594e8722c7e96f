import java.nio.file.Path;
import press.tamizdat.edition.reading.Catalogue;
import press.tamizdat.edition.reading.EditionFolder;
import press.tamizdat.edition.reading.Head;

/** Prints the path and kind of every file of a data folder's current edition. */
final class ListPaths {
  private ListPaths() {}

  /**
   * @param args the data folder
   */
  public static void main(String[] args) {
    EditionFolder folder = new EditionFolder(Path.of(args[0]).resolve("editions"));
    Head head = Head.Current.of(folder).orElseThrow().head();
    StringBuilder paths = new StringBuilder();
    new Catalogue(folder, head.catalogue())
        .forEach(entry -> paths.append(entry.path()).append('\n'));
    System.out.print(paths);
  }
}
