package press.tamizdat.edition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import press.tamizdat.platform.text.JsonValues;
import press.tamizdat.platform.text.Language;
import press.tamizdat.trust.Sha256;

/**
 * What the last edition was frozen from, kept beside the articles: comparing the two says what a
 * new edition changes, at the cost of what changed.
 */
final class FrozenState {
  private final Handle handle;

  FrozenState(Handle handle) {
    this.handle = handle;
  }

  /**
   * The edition that this state belongs to.
   *
   * @param targets SHA-256 of its targets metadata
   * @param look digest of whatever else decides how its pages look
   */
  record Of(long number, Sha256 targets, String look) {}

  Optional<Of> edition() {
    return handle
        .createQuery("SELECT number, head, look FROM frozen_edition")
        .map(
            (row, context) ->
                new Of(
                    row.getLong("number"),
                    Sha256.parse(row.getString("head")).orElseThrow(),
                    row.getString("look")))
        .findOne();
  }

  void edition(Of edition) {
    handle
        .createUpdate(
            "INSERT INTO frozen_edition (one, number, head, look) VALUES (1, :number, :head, :look)"
                + " ON CONFLICT (one) DO UPDATE SET number = :number, head = :head, look = :look")
        .bind("number", edition.number())
        .bind("head", edition.targets().hex())
        .bind("look", edition.look())
        .execute();
  }

  /** Every article that is new, changed or gone since. */
  List<Change> changes() {
    return handle
        .createQuery(
            """
            SELECT p.article AS id,
              p.language, p.month, p.slug, p.section, p.story, p.published_at, p.topics,
              (SELECT group_concat(author, ' ') FROM publication_author a WHERE a.article = p.article) AS authors,
              f.article AS f_id, f.gone AS f_gone, f.language AS f_language, f.month AS f_month, f.slug AS f_slug,
              f.section AS f_section, f.story AS f_story, f.published_at AS f_published_at, f.topics AS f_topics,
              f.authors AS f_authors, p.card_digest <> f.card_digest AS on_card
            FROM publication p LEFT JOIN frozen f ON f.article = p.article
            WHERE p.article IN (
              SELECT n.article FROM publication n LEFT JOIN frozen o ON o.article = n.article
              WHERE o.article IS NULL OR o.page_digest <> n.page_digest)
            UNION ALL
            SELECT f.article,
              NULL, NULL, NULL, NULL, NULL, NULL, NULL,
              NULL,
              f.article, f.gone, f.language, f.month, f.slug, f.section, f.story, f.published_at, f.topics, f.authors, 1
            FROM frozen f LEFT JOIN publication p ON p.article = f.article
            WHERE p.article IS NULL AND f.gone = 0
            UNION ALL
            SELECT t.article,
              NULL, NULL, NULL, NULL, NULL, NULL, NULL,
              NULL,
              NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1
            FROM taken_down t LEFT JOIN frozen f ON f.article = t.article
            WHERE f.article IS NULL
            """)
        .map((row, context) -> change(row))
        .list();
  }

  private static Change change(ResultSet row) throws SQLException {
    String id = row.getString("id");
    boolean stood = row.getString("f_id") != null && row.getInt("f_gone") == 0;
    boolean stands = row.getString("language") != null;
    return new Change(
        id,
        stood ? Optional.of(facets(row, id, "f_")) : Optional.empty(),
        stands ? Optional.of(facets(row, id, "")) : Optional.empty(),
        !stood || !stands || row.getInt("on_card") == 1);
  }

  private static Facets facets(ResultSet row, String id, String prefix) throws SQLException {
    return new Facets(
        id,
        new Language(row.getString(prefix + "language")),
        row.getString(prefix + "month"),
        row.getString(prefix + "slug"),
        row.getString(prefix + "section"),
        row.getString(prefix + "story"),
        row.getLong(prefix + "published_at"),
        JsonValues.list(row.getString(prefix + "topics")).stream().map(JsonValues::string).toList(),
        authors(row.getString(prefix + "authors")));
  }

  private static List<String> authors(@org.jspecify.annotations.Nullable String joined) {
    return joined == null || joined.isEmpty() ? List.of() : List.of(joined.split(" "));
  }

  /** Articles whose pages show one of these: by "read more", or as its translation. */
  List<String> showing(String id, String story) {
    return handle
        .createQuery(
            "SELECT article FROM publication_related WHERE related = :id"
                + " UNION SELECT article FROM publication WHERE story = :story AND article <> :id")
        .bind("id", id)
        .bind("story", story)
        .mapTo(String.class)
        .list();
  }

  /** How many pages the article was cut into; 0 if it is not known. */
  int parts(String id) {
    return handle
        .createQuery("SELECT parts FROM frozen WHERE article = :id")
        .bind("id", id)
        .mapTo(Integer.class)
        .findOne()
        .orElse(0);
  }

  /**
   * A published article as this snapshot has it. It is read together with what is printed, because
   * the desk may publish again before the note is written.
   */
  record Row(
      String language,
      String month,
      String slug,
      String section,
      String story,
      long published,
      String topics,
      String authors,
      String cardDigest,
      String pageDigest) {}

  Row row(String id) {
    return handle
        .createQuery(
            """
            SELECT language, month, slug, section, story, published_at, topics, card_digest, page_digest,
              (SELECT group_concat(author, ' ') FROM publication_author a WHERE a.article = p.article) AS authors
            FROM publication p WHERE article = :id
            """)
        .bind("id", id)
        .map(
            (row, context) ->
                new Row(
                    row.getString("language"),
                    row.getString("month"),
                    row.getString("slug"),
                    row.getString("section"),
                    row.getString("story"),
                    row.getLong("published_at"),
                    row.getString("topics"),
                    String.join(" ", authors(row.getString("authors"))),
                    row.getString("card_digest"),
                    row.getString("page_digest")))
        .one();
  }

  /** Notes that articles are in the edition. */
  void froze(Map<String, Freeze.Printed> printed) {
    try (PreparedBatch forget = handle.prepareBatch("DELETE FROM frozen WHERE article = :id");
        PreparedBatch rows =
            handle.prepareBatch(
                """
                INSERT INTO frozen (article, language, month, slug, section, story, published_at, topics, authors,
                  card_digest, page_digest, gone, parts)
                VALUES (:id, :language, :month, :slug, :section, :story, :published, :topics, :authors,
                  :cardDigest, :pageDigest, 0, :parts)
                """);
        PreparedBatch photos =
            handle.prepareBatch("INSERT INTO frozen_photo (article, name) VALUES (:id, :name)")) {
      printed.forEach((id, p) -> froze(id, p, forget, rows, photos));
      forget.execute();
      rows.execute();
      photos.execute();
    }
  }

  private static void froze(
      String id,
      Freeze.Printed printed,
      PreparedBatch forget,
      PreparedBatch rows,
      PreparedBatch photos) {
    forget.bind("id", id).add();
    Row row = printed.row();
    rows.bind("id", id)
        .bind("language", row.language())
        .bind("month", row.month())
        .bind("slug", row.slug())
        .bind("section", row.section())
        .bind("story", row.story())
        .bind("published", row.published())
        .bind("topics", row.topics())
        .bind("authors", row.authors())
        .bind("cardDigest", row.cardDigest())
        .bind("pageDigest", row.pageDigest())
        .bind("parts", printed.parts())
        .add();
    printed.photos().forEach(photo -> photos.bind("id", id).bind("name", photo).add());
  }

  /** Notes that the edition says that the article was taken down. */
  void frozeGone(String id) {
    forget(id);
    handle
        .createUpdate(
            """
            INSERT INTO frozen (article, language, month, slug, section, story, published_at, topics, authors,
              card_digest, page_digest, gone, parts)
            SELECT article, language, month, slug, '', '', 0, '[]', '', '', '', 1, 1 FROM taken_down WHERE article = :id
            """)
        .bind("id", id)
        .execute();
  }

  /** The article's photos in the last edition. */
  Set<String> photos(String id) {
    return handle
        .createQuery("SELECT name FROM frozen_photo WHERE article = :id")
        .bind("id", id)
        .mapTo(String.class)
        .collectIntoSet();
  }

  /** Whether an article other than these shows the photo. */
  boolean isShownElsewhere(String photo, Set<String> except) {
    return handle
        .createQuery("SELECT article FROM frozen_photo WHERE name = :name")
        .bind("name", photo)
        .mapTo(String.class)
        .stream()
        .anyMatch(article -> !except.contains(article));
  }

  void forgetAll() {
    handle.createUpdate("DELETE FROM frozen_photo").execute();
    handle.createUpdate("DELETE FROM frozen").execute();
  }

  private void forget(String id) {
    handle.createUpdate("DELETE FROM frozen WHERE article = :id").bind("id", id).execute();
  }
}
