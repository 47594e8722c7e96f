package press.tamizdat.article;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import press.tamizdat.article.published.Byline;
import press.tamizdat.article.published.PlacedPhoto;
import press.tamizdat.article.published.Records;
import press.tamizdat.platform.db.Database;
import press.tamizdat.platform.text.Json;
import press.tamizdat.trust.Sha256;

/**
 * Puts an article's newest revision before readers, in the next edition.
 *
 * <p>The address is fixed the first time and never changes; so are the stories under "Read more"
 * that were chosen by the program, and not by hand.
 */
public final class PublishArticle {
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuu/MM");

  private final Database database;
  private final Clock clock;
  private final ZoneId zone;

  public PublishArticle(Database database, Clock clock, ZoneId zone) {
    this.database = database;
    this.clock = clock;
    this.zone = zone;
  }

  /** What came of it. */
  public sealed interface Outcome {
    record Published(String id) implements Outcome {}

    record Unchanged(String id) implements Outcome {}

    /** It lacks something without which it cannot be read. */
    record Lacking(String what) implements Outcome {}

    record TakenDown() implements Outcome {}
  }

  /** Publishes the newest revision. */
  public Outcome publish(String id) {
    return database.write(handle -> publish(handle, id));
  }

  Outcome publish(Handle handle, String id) {
    return publish(
        handle,
        Articles.find(handle, id)
            .orElseThrow(() -> new IllegalArgumentException("no such article: " + id)));
  }

  /** Publishes this revision of it, which need not be the newest. */
  Outcome publish(Handle handle, Article article) {
    String id = article.id();
    Content content = article.content();
    if (article.state() == Article.State.TAKEN_DOWN) {
      return new Outcome.TakenDown();
    }
    if (content.headline().isBlank()) {
      return new Outcome.Lacking("headline");
    }
    if (content.body().isBlank()) {
      return new Outcome.Lacking("body");
    }
    if (content.section().isBlank()) {
      return new Outcome.Lacking("section");
    }
    Optional<Address> before = address(handle, id);
    Instant published =
        before.map(Address::published).or(content::published).orElseGet(clock::instant);
    String month = before.map(Address::month).orElseGet(() -> MONTH.format(published.atZone(zone)));
    String slug = before.map(Address::slug).orElseGet(() -> freeSlug(handle, content, month));
    List<String> related = ReadMore.of(handle, id, content, published, before.isPresent());
    boolean changed = write(handle, article, published, month, slug, related);
    handle
        .createUpdate("UPDATE article SET state = 'published' WHERE id = :id")
        .bind("id", id)
        .execute();
    handle
        .createUpdate("UPDATE publication SET revision = :revision WHERE article = :id")
        .bind("id", id)
        .bind("revision", article.revision())
        .execute();
    RevisionTable.notePublished(handle, id, article.revision(), clock.instant());
    return changed ? new Outcome.Published(id) : new Outcome.Unchanged(id);
  }

  private record Address(String month, String slug, Instant published) {}

  private static Optional<Address> address(Handle handle, String id) {
    return handle
        .createQuery("SELECT month, slug, published_at FROM publication WHERE article = :id")
        .bind("id", id)
        .map(
            (row, context) ->
                new Address(
                    row.getString("month"),
                    row.getString("slug"),
                    Instant.ofEpochMilli(row.getLong("published_at"))))
        .findOne();
  }

  /** An address that was ever given to one article is never given to another. */
  private static String freeSlug(Handle handle, Content content, String month) {
    String slug = content.slug();
    for (int n = 2; isTaken(handle, content, month, slug); n++) {
      slug = content.slug() + "-" + n;
    }
    return slug;
  }

  private static boolean isTaken(Handle handle, Content content, String month, String slug) {
    return handle
            .createQuery(
                "SELECT (SELECT count(*) FROM publication WHERE language = :language AND month = :month AND slug = :slug)"
                    + " + (SELECT count(*) FROM taken_down WHERE language = :language AND month = :month AND slug = :slug)")
            .bind("language", content.language().tag())
            .bind("month", month)
            .bind("slug", slug)
            .mapTo(Long.class)
            .one()
        > 0;
  }

  private static boolean write(
      Handle handle,
      Article article,
      Instant published,
      String month,
      String slug,
      List<String> related) {
    Content content = article.content();
    Instant updated = content.updated().filter(published::isBefore).orElse(published);
    String card =
        new Records.CardText(
                content.kicker(),
                content.headline(),
                content.standfirst(),
                content.bylines(),
                content.lead().map(l -> placed(handle, l)))
            .toJson();
    String topics = Json.text(content.topics());
    String corrections = Records.corrections(content.corrections());
    String place =
        String.join(
            "\n",
            article.id(),
            content.story(),
            content.language().tag(),
            month,
            slug,
            content.section(),
            published.toString(),
            updated.toString(),
            card);
    String whole =
        String.join(
            "\n",
            place,
            content.dateline(),
            content.body(),
            topics,
            corrections,
            String.join(" ", related));
    String pageDigest = digest(whole);
    boolean changed =
        handle
                .createUpdate(
                    "DELETE FROM publication WHERE article = :id AND page_digest <> :digest")
                .bind("id", article.id())
                .bind("digest", pageDigest)
                .execute()
            > 0;
    if (!changed && address(handle, article.id()).isPresent()) {
      return false;
    }
    handle
        .createUpdate(
            "INSERT INTO publication (article, revision, story, language, month, slug, section, published_at,"
                + " updated_at, card, dateline, body, topics, corrections, card_digest, page_digest) VALUES (:id,"
                + " :revision, :story, :language, :month, :slug, :section, :published, :updated, :card, :dateline,"
                + " :body, :topics, :corrections, :card_digest, :page_digest)")
        .bind("id", article.id())
        .bind("revision", article.revision())
        .bind("story", content.story())
        .bind("language", content.language().tag())
        .bind("month", month)
        .bind("slug", slug)
        .bind("section", content.section())
        .bind("published", published.toEpochMilli())
        .bind("updated", updated.toEpochMilli())
        .bind("card", card)
        .bind("dateline", content.dateline())
        .bind("body", content.body())
        .bind("topics", topics)
        .bind("corrections", corrections)
        .bind("card_digest", digest(place))
        .bind("page_digest", pageDigest)
        .execute();
    facets(handle, article.id(), content, published, related);
    return true;
  }

  private static void facets(
      Handle handle, String id, Content content, Instant published, List<String> related) {
    for (String topic : new LinkedHashSet<>(content.topics())) {
      handle
          .createUpdate(
              "INSERT INTO publication_topic (article, topic, language, published_at)"
                  + " VALUES (:id, :topic, :language, :published)")
          .bind("id", id)
          .bind("topic", topic)
          .bind("language", content.language().tag())
          .bind("published", published.toEpochMilli())
          .execute();
    }
    for (Byline byline : content.bylines()) {
      handle
          .createUpdate(
              "INSERT INTO publication_author (article, author, name, language, published_at)"
                  + " VALUES (:id, :author, :name, :language, :published) ON CONFLICT DO NOTHING")
          .bind("id", id)
          .bind("author", byline.slug())
          .bind("name", byline.name())
          .bind("language", content.language().tag())
          .bind("published", published.toEpochMilli())
          .execute();
    }
    for (int i = 0; i < related.size(); i++) {
      handle
          .createUpdate(
              "INSERT INTO publication_related (article, position, related) VALUES (:id, :position, :related)")
          .bind("id", id)
          .bind("position", i)
          .bind("related", related.get(i))
          .execute();
    }
  }

  private static PlacedPhoto placed(Handle handle, Content.LeadPhoto lead) {
    String renditions =
        handle
            .createQuery("SELECT renditions FROM photo WHERE id = :id")
            .bind("id", lead.photo())
            .mapTo(String.class)
            .findOne()
            .orElseThrow(() -> new IllegalArgumentException("no such photo: " + lead.photo()));
    return new PlacedPhoto(
        Records.photo(lead.photo(), renditions),
        lead.caption(),
        lead.credit(),
        lead.licence(),
        lead.alternative());
  }

  private static String digest(String text) {
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8)).hex();
  }
}
