package press.tamizdat.article;

import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import press.tamizdat.platform.db.Database;

/**
 * The desk's articles. Every save is a new revision; none is ever changed. What is typed on the
 * writing page is saved through {@link Revisions}, which knows of other writers.
 */
public final class Articles {
  private static final RowMapper<Article> ARTICLE =
      (row, context) ->
          new Article(
              row.getString("id"),
              Article.State.of(row.getString("state")),
              row.getInt("revision"),
              Content.ofJson(row.getString("content")));

  private final Database database;
  private final Clock clock;
  private final RandomGenerator random;

  public Articles(Database database, Clock clock, RandomGenerator random) {
    this.database = database;
    this.clock = clock;
    this.random = random;
  }

  /** Begins an article; {@code source} says where it was brought in from. */
  public String create(Content content, Optional<String> source) {
    return database.write(handle -> create(handle, content, source));
  }

  /** Somebody at the desk begins an article. */
  public String begin(Content content, String account) {
    return database.write(
        handle ->
            create(handle, content, Optional.empty(), Revision.Kind.BEGUN, Optional.of(account)));
  }

  String create(Handle handle, Content content, Optional<String> source) {
    Revision.Kind kind = source.isPresent() ? Revision.Kind.ARRIVED : Revision.Kind.BEGUN;
    return create(handle, content, source, kind, Optional.empty());
  }

  String create(
      Handle handle,
      Content content,
      Optional<String> source,
      Revision.Kind kind,
      Optional<String> author) {
    String id = newId();
    handle
        .createUpdate(
            "INSERT INTO article (id, source, state, revision, created_at)"
                + " VALUES (:id, :source, 'draft', 0, :now)")
        .bind("id", id)
        .bind("source", source)
        .bind("now", clock.millis())
        .execute();
    save(handle, id, content, kind, author);
    return id;
  }

  /** Saves a revision, whatever was saved before. What is published stays as it is. */
  public void revise(String id, Content content) {
    database.change(handle -> revise(handle, id, content));
  }

  void revise(Handle handle, String id, Content content) {
    save(handle, id, content, Revision.Kind.SAVED, Optional.empty());
  }

  private void save(
      Handle handle, String id, Content content, Revision.Kind kind, Optional<String> author) {
    int number =
        RevisionTable.add(handle, id, content, kind, author, Optional.empty(), clock.instant());
    assert number > 0;
  }

  public Optional<Article> find(String id) {
    return database.read(handle -> find(handle, id));
  }

  static Optional<Article> find(Handle handle, String id) {
    return handle
        .createQuery(
            "SELECT a.id, a.state, a.revision, r.content FROM article a"
                + " JOIN revision r ON r.article = a.id AND r.number = a.revision WHERE a.id = :id")
        .bind("id", id)
        .map(ARTICLE)
        .findOne();
  }

  /** The article as it stood in one of its revisions. */
  public static Optional<Article> find(Handle handle, String id, int revision) {
    return handle
        .createQuery(
            "SELECT a.id, a.state, r.number AS revision, r.content FROM article a"
                + " JOIN revision r ON r.article = a.id WHERE a.id = :id AND r.number = :revision")
        .bind("id", id)
        .bind("revision", revision)
        .map(ARTICLE)
        .findOne();
  }

  /** The article that was brought in from this place. */
  public Optional<String> fromSource(String source) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT id FROM article WHERE source = :source")
                .bind("source", source)
                .mapTo(String.class)
                .findOne());
  }

  private String newId() {
    byte[] tail = new byte[6];
    random.nextBytes(tail);
    return "%012x%s".formatted(clock.millis(), HexFormat.of().formatHex(tail));
  }
}
