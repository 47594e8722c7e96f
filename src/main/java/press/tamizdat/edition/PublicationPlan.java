package press.tamizdat.edition;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import press.tamizdat.article.published.Publication;
import press.tamizdat.article.published.PublishedArticle;
import press.tamizdat.article.published.PublishedArticles;
import press.tamizdat.article.published.Rendition;
import press.tamizdat.article.published.TakenDown;
import press.tamizdat.edition.page.FormKeys;
import press.tamizdat.edition.page.Pages;
import press.tamizdat.edition.page.Paths;
import press.tamizdat.edition.reading.Catalogue;
import press.tamizdat.edition.reading.EditionFolder;
import press.tamizdat.edition.reading.Entry;
import press.tamizdat.edition.reading.Head;
import press.tamizdat.platform.file.Disk;
import press.tamizdat.platform.text.Compression;
import press.tamizdat.platform.text.Language;

/**
 * What the next edition would change because of one article: the very pages that would be printed,
 * compared with those that readers have. Nothing is stored.
 *
 * @param path of the article's first page, without a leading slash; empty if the publication does
 *     not appear in its language
 * @param lines what comes, changes or goes, in the order of paths
 * @param parts the article's pages
 * @param everything whether the next edition prints all pages again in any case, because settings
 *     or the program changed, or because there is no edition yet
 * @param waiting how many other articles changed since the last edition and go into the same one
 */
public record PublicationPlan(
    String path, List<Line> lines, List<Part> parts, boolean everything, int waiting) {

  /** What a file of an edition is to who publishes. */
  public enum Place {
    ARTICLE,
    FRONT,
    SECTION,
    TOPIC,
    AUTHOR,
    MONTH,
    ARCHIVE,
    CORRECTIONS,
    OTHER_ARTICLE,
    PHOTO,
    FEED,
    SITEMAP,
    OTHER
  }

  /** What happens to it. */
  public enum How {
    NEW,
    CHANGED,
    REMOVED
  }

  /** A file of the edition that would come, change or go. */
  public record Line(Place place, String path, How how) {}

  /**
   * A page of the article.
   *
   * @param bytes as sent, compressed
   */
  public record Part(String path, int bytes) {}

  /**
   * Computes it, on a handle that sees the article as it would stand: published or taken down in a
   * transaction that is rolled back afterwards, or kept.
   *
   * @param photos the folder of the desk's renditions
   * @throws press.tamizdat.edition.page.PageTooLarge if a page cannot be made to fit
   * @throws IllegalArgumentException if the body shows a photo that is not there
   * @throws IllegalStateException if a photo's file is missing
   */
  public static PublicationPlan of(
      Handle handle, Publication publication, EditionFolder folder, Path photos, String id) {
    FrozenState frozen = new FrozenState(handle);
    Optional<Head.Current> current = Head.Current.of(folder);
    Optional<Catalogue> old = current.map(c -> new Catalogue(folder, c.head().catalogue()));
    boolean everything =
        current.isEmpty()
            || frozen
                .edition()
                .filter(f -> f.targets().equals(current.get().targets()))
                .flatMap(f -> Looks.read(f.look()))
                .map(Looks.of(publication)::since)
                .filter(since -> since instanceof Looks.Since.Parts)
                .isEmpty();
    List<Change> changes = frozen.changes();
    List<Change> own = changes.stream().filter(c -> c.id().equals(id)).toList();
    Sheets sheets = Sheets.proofs();
    print(handle, publication, frozen, old, photos, sheets, own);
    String path = path(handle, publication, id);
    return new PublicationPlan(
        path,
        lines(sheets, old, new Places(publication, path)),
        parts(sheets, path),
        everything,
        changes.size() - own.size());
  }

  /**
   * Whether the last edition says of the article what the desk says: its text, or that it was taken
   * down.
   */
  public static boolean isPrinted(Handle handle, String id) {
    return handle
            .createQuery(
                "SELECT (SELECT count(*) FROM publication p JOIN frozen f ON f.article = p.article"
                    + "   AND f.page_digest = p.page_digest WHERE p.article = :id)"
                    + " + (SELECT count(*) FROM taken_down t JOIN frozen f ON f.article = t.article"
                    + "   AND f.gone = 1 WHERE t.article = :id)")
            .bind("id", id)
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  /** Whether anything is public, or set otherwise, that the last edition does not have. */
  public static boolean isAnythingWaiting(Handle handle, Publication publication) {
    FrozenState frozen = new FrozenState(handle);
    String look = Looks.of(publication).text();
    return !frozen.changes().isEmpty()
        || !new FrozenLetters(handle).sheets(publication, false).isEmpty()
        || frozen.edition().filter(e -> !e.look().equals(look)).isPresent();
  }

  private static void print(
      Handle handle,
      Publication publication,
      FrozenState frozen,
      Optional<Catalogue> old,
      Path photos,
      Sheets sheets,
      List<Change> own) {
    Function<String, Boolean> isListed = path -> old.flatMap(o -> o.find(path)).isPresent();
    Function<Rendition, byte[]> photo =
        r ->
            Disk.read(photos.resolve(r.name()))
                .orElseThrow(
                    () -> new IllegalStateException("the photo's file is missing: " + r.name()));
    try (Presses presses = new Presses()) {
      new Freeze(
              new PublishedArticles(handle),
              frozen,
              new FrozenLetters(handle),
              isListed.apply(Pages.formsPath()) ? Optional.of(FormKeys.NONE_YET) : Optional.empty(),
              publication,
              photo,
              isListed,
              sheets,
              presses,
              new Steps())
          .only(own, new Looks.Since.Parts(Set.of(), Set.of(), false));
    }
  }

  private static String path(Handle handle, Publication publication, String id) {
    PublishedArticles articles = new PublishedArticles(handle);
    Paths paths = Paths.of(publication);
    return articles
        .article(id)
        .map(PublishedArticle::card)
        .filter(card -> publication.languages().contains(card.language()))
        .map(paths::article)
        .or(() -> articles.takenDown(id).map((TakenDown t) -> paths.article(t)))
        .orElse("");
  }

  private static List<Line> lines(Sheets sheets, Optional<Catalogue> old, Places places) {
    List<Line> lines = new ArrayList<>();
    sheets
        .changes()
        .forEach(
            (path, after) -> {
              Optional<Entry> before = old.flatMap(o -> o.find(path));
              if (!before.equals(after)) {
                How how = after.isEmpty() ? How.REMOVED : before.isEmpty() ? How.NEW : How.CHANGED;
                lines.add(new Line(places.of(path), path, how));
              }
            });
    return List.copyOf(lines);
  }

  private static List<Part> parts(Sheets sheets, String path) {
    List<Part> parts = new ArrayList<>();
    Map<String, byte[]> pages = sheets.pages();
    if (path.isEmpty()) {
      return parts;
    }
    Paths paths = new Paths(new Language("en"));
    for (int n = 1; pages.containsKey(paths.part(path, n)); n++) {
      String part = paths.part(path, n);
      parts.add(new Part(part, Compression.brotli(pages.getOrDefault(part, new byte[0])).length));
    }
    return List.copyOf(parts);
  }
}
