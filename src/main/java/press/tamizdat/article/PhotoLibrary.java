package press.tamizdat.article;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import press.tamizdat.article.published.Photo;
import press.tamizdat.article.published.Records;
import press.tamizdat.platform.db.Database;

/** Looks through the desk's photos. */
public final class PhotoLibrary {
  /** Texts that stand in no newest revision: what is being typed, and what waits for its time. */
  private static final String PENDING =
      "(SELECT article, content FROM working_copy"
          + " UNION ALL SELECT r.article, r.content FROM article a JOIN revision r"
          + " ON r.article = a.id AND r.number = a.scheduled_revision"
          + " WHERE a.scheduled_at IS NOT NULL)";

  private static final RowMapper<LibraryPhoto> PHOTO =
      (row, context) -> {
        Photo photo = Records.photo(row.getString("id"), row.getString("renditions"));
        int width = row.getInt("width");
        return new LibraryPhoto(
            photo,
            new PhotoText(
                row.getString("caption"),
                row.getString("credit"),
                row.getString("licence"),
                row.getString("alternative")),
            width == 0 ? photo.large().width() : width,
            width == 0 ? photo.large().height() : row.getInt("height"),
            new FocalPoint(row.getInt("focus_x"), row.getInt("focus_y")),
            origin(Optional.ofNullable(row.getString("cropped_from")), row.getString("crop")),
            Optional.of(row.getString("added_by")).filter(s -> !s.isEmpty()),
            Optional.of(row.getString("original")).filter(s -> !s.isEmpty()),
            Instant.ofEpochMilli(row.getLong("arrived_at")));
      };

  private final Database database;

  PhotoLibrary(Database database) {
    this.database = database;
  }

  private static Optional<LibraryPhoto.Origin> origin(Optional<String> photo, String crop) {
    return photo.flatMap(id -> Crop.ofText(crop).map(c -> new LibraryPhoto.Origin(id, c)));
  }

  /** Which photos to show. */
  public enum Filter {
    ALL("all", ""),
    WITHOUT_CREDIT("without-credit", " AND credit = ''"),
    WITHOUT_ALTERNATIVE("without-alternative", " AND alternative = ''"),
    UNUSED(
        "unused",
        " AND NOT EXISTS (SELECT 1 FROM photo_use u WHERE u.photo = photo.id)"
            + " AND NOT EXISTS (SELECT 1 FROM "
            + PENDING
            + " w WHERE w.content LIKE '%' || photo.id || '%')");

    private final String word;
    private final String condition;

    Filter(String word, String condition) {
      this.word = word;
      this.condition = condition;
    }

    /** Its name in addresses. */
    public String word() {
      return word;
    }

    /** The one of this name, or {@link #ALL}. */
    public static Filter of(String word) {
      for (Filter filter : values()) {
        if (filter.word.equals(word)) {
          return filter;
        }
      }
      return ALL;
    }
  }

  /**
   * An article that shows a photo, by its newest headline.
   *
   * @param written whether the newest revision shows it
   * @param published whether readers see it
   * @param pending whether a text that is not saved yet, or one that waits for its time, shows it
   */
  public record Use(
      String article, String headline, boolean written, boolean published, boolean pending) {}

  /** Some photos, newest first, and how many there are in all. */
  public record Found(List<LibraryPhoto> photos, int all) {
    public Found {
      photos = List.copyOf(photos);
    }
  }

  /**
   * @param query words that must all stand in caption, credit, licence or alternative text
   * @param from how many to leave out
   * @param most how many to give
   */
  public Found search(String query, Filter filter, int from, int most) {
    String[] words = query.toLowerCase(Locale.ROOT).strip().split("\\s+");
    StringBuilder where = new StringBuilder(" FROM photo WHERE 1 = 1").append(filter.condition);
    for (int i = 0; i < words.length; i++) {
      where.append(" AND words LIKE :w").append(i).append(" ESCAPE '!'");
    }
    return database.read(
        handle -> {
          var photos =
              handle
                  .createQuery(
                      "SELECT *" + where + " ORDER BY arrived_at DESC, id LIMIT :most OFFSET :from")
                  .bind("most", most)
                  .bind("from", from);
          var all = handle.createQuery("SELECT count(*)" + where);
          for (int i = 0; i < words.length; i++) {
            photos.bind("w" + i, pattern(words[i]));
            all.bind("w" + i, pattern(words[i]));
          }
          return new Found(photos.map(PHOTO).list(), all.mapTo(Integer.class).one());
        });
  }

  private static String pattern(String word) {
    return "%" + word.replaceAll("[!%_]", "!$0") + "%";
  }

  /** The articles that show it, newest first. */
  public List<Use> uses(String photo) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT a.id, max(u.written) AS written, max(u.published) AS published,"
                        + " max(u.pending) AS pending, r.content FROM ("
                        + "SELECT article, written, published, 0 AS pending FROM photo_use"
                        + " WHERE photo = :photo"
                        + " UNION ALL SELECT w.article, 0, 0, 1 FROM "
                        + PENDING
                        + " AS w WHERE w.content LIKE :like) AS u"
                        + " JOIN article a ON a.id = u.article"
                        + " JOIN revision r ON r.article = a.id AND r.number = a.revision"
                        + " GROUP BY a.id, r.content ORDER BY a.id DESC")
                .bind("photo", photo)
                .bind("like", "%" + photo + "%")
                .map(
                    (row, context) ->
                        new Use(
                            row.getString("id"),
                            Content.ofJson(row.getString("content")).headline(),
                            row.getInt("written") == 1,
                            row.getInt("published") == 1,
                            row.getInt("pending") == 1))
                .list());
  }

  /** The photos that were cut out of it, the newest first. */
  public List<String> cropsOf(String photo) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT id FROM photo WHERE cropped_from = :photo ORDER BY arrived_at DESC, id")
                .bind("photo", photo)
                .mapTo(String.class)
                .list());
  }

  /** How many articles showed it in an earlier revision and do so no more. */
  public int formerUses(String photo) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT count(DISTINCT article) FROM revision WHERE content LIKE :id"
                        + " AND article NOT IN (SELECT article FROM photo_use WHERE photo = :photo)")
                .bind("id", "%" + photo + "%")
                .bind("photo", photo)
                .mapTo(Integer.class)
                .one());
  }

  static boolean isUsed(Handle handle, String photo) {
    return handle
        .createQuery(
            "SELECT article FROM photo_use WHERE photo = :photo"
                + " UNION ALL SELECT w.article FROM "
                + PENDING
                + " AS w WHERE w.content LIKE :like LIMIT 1")
        .bind("photo", photo)
        .bind("like", "%" + photo + "%")
        .mapTo(String.class)
        .findOne()
        .isPresent();
  }

  static Optional<LibraryPhoto> find(Handle handle, String id) {
    return handle
        .createQuery("SELECT * FROM photo WHERE id = :id")
        .bind("id", id)
        .map(PHOTO)
        .findOne();
  }

  /** The name of every file that a photo needs. */
  static Set<String> fileNames(Handle handle) {
    Set<String> names = new HashSet<>();
    for (LibraryPhoto photo : handle.createQuery("SELECT * FROM photo").map(PHOTO).list()) {
      names.add(photo.photo().small().name());
      names.add(photo.photo().medium().name());
      names.add(photo.photo().large().name());
      photo.original().ifPresent(names::add);
    }
    return names;
  }
}
