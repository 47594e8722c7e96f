package press.tamizdat.article.published;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import press.tamizdat.platform.text.Language;

/**
 * Reads what is published, on one snapshot of the desk's database.
 *
 * <p>Lists are in the order of publication, the oldest first, articles of one moment by id.
 */
public final class PublishedArticles {
  private static final String COLUMNS =
      "p.article, p.story, p.language, p.month, p.slug, p.section, p.published_at, p.updated_at, p.card";
  private static final Pattern PHOTO = Pattern.compile("\"photo:([0-9a-f]{32})\"");

  private static final RowMapper<PublishedCard> CARD =
      (row, context) -> {
        Records.CardText text = Records.CardText.ofJson(row.getString("card"));
        return new PublishedCard(
            row.getString("article"),
            row.getString("story"),
            new Language(row.getString("language")),
            row.getString("month"),
            row.getString("slug"),
            row.getString("section"),
            text.kicker(),
            text.headline(),
            text.standfirst(),
            text.bylines(),
            Instant.ofEpochMilli(row.getLong("published_at")),
            Instant.ofEpochMilli(row.getLong("updated_at")),
            text.lead());
      };

  private final Handle handle;

  public PublishedArticles(Handle handle) {
    this.handle = handle;
  }

  /**
   * A list that articles stand in: everything of a language, or what shares a section, topic,
   * author or month.
   */
  public sealed interface Listing {
    Language language();

    record All(Language language) implements Listing {}

    record InSection(Language language, String section) implements Listing {}

    record OnTopic(Language language, String topic) implements Listing {}

    record ByAuthor(Language language, String author) implements Listing {}

    record InMonth(Language language, String month) implements Listing {}

    record Corrected(Language language) implements Listing {}
  }

  public long count(Listing listing) {
    return query("SELECT count(*)", listing, "").mapTo(Long.class).one();
  }

  /** How many articles of the list come before this place in it. */
  public long countBefore(Listing listing, Instant published, String article) {
    return query(
            "SELECT count(*)",
            listing,
            " AND (p.published_at < :at OR (p.published_at = :at AND p.article < :article))")
        .bind("at", published.toEpochMilli())
        .bind("article", article)
        .mapTo(Long.class)
        .one();
  }

  /** A stretch of the list, counted from its oldest article, which is at 0. */
  public List<PublishedCard> cards(Listing listing, long from, int most) {
    return query(
            "SELECT " + COLUMNS,
            listing,
            " ORDER BY p.published_at, p.article LIMIT :most OFFSET :from")
        .bind("from", from)
        .bind("most", most)
        .map(CARD)
        .list();
  }

  /** The newest articles of the list, the newest first. */
  public List<PublishedCard> newest(Listing listing, int most) {
    return query(
            "SELECT " + COLUMNS,
            listing,
            " ORDER BY p.published_at DESC, p.article DESC LIMIT :most")
        .bind("most", most)
        .map(CARD)
        .list();
  }

  private Query query(String select, Listing listing, String rest) {
    String by =
        switch (listing) {
          case Listing.All l -> " FROM publication p WHERE p.language = :language";
          case Listing.InSection l ->
              " FROM publication p WHERE p.language = :language AND p.section = :key";
          case Listing.InMonth l ->
              " FROM publication p WHERE p.language = :language AND p.month = :key";
          case Listing.Corrected l ->
              " FROM publication p WHERE p.language = :language AND p.corrections <> '[]'";
          case Listing.OnTopic l ->
              " FROM publication_topic t JOIN publication p ON p.article = t.article"
                  + " WHERE t.language = :language AND t.topic = :key";
          case Listing.ByAuthor l ->
              " FROM publication_author a JOIN publication p ON p.article = a.article"
                  + " WHERE a.language = :language AND a.author = :key";
        };
    String table =
        switch (listing) {
          case Listing.OnTopic l -> "t.";
          case Listing.ByAuthor l -> "a.";
          default -> "p.";
        };
    // The order must be that of the index of the list itself, or a page deep in a long topic sorts
    // all of it.
    Query query =
        handle
            .createQuery(
                select
                    + by
                    + rest.replace("p.published_at", table + "published_at")
                        .replace("p.article", table + "article"))
            .bind("language", listing.language().tag());
    return switch (listing) {
      case Listing.InSection l -> query.bind("key", l.section());
      case Listing.InMonth l -> query.bind("key", l.month());
      case Listing.OnTopic l -> query.bind("key", l.topic());
      case Listing.ByAuthor l -> query.bind("key", l.author());
      case Listing.All l -> query;
      case Listing.Corrected l -> query;
    };
  }

  /**
   * A month with articles.
   *
   * @param updated when one of them last changed
   */
  public record Month(String month, long articles, Instant updated) {}

  /** The months of a language, the oldest first. */
  public List<Month> months(Language language) {
    return handle
        .createQuery(
            "SELECT month, count(*) AS articles, max(updated_at) AS updated_at FROM publication WHERE language = :language"
                + " GROUP BY month ORDER BY month")
        .bind("language", language.tag())
        .map(
            (row, context) ->
                new Month(
                    row.getString("month"),
                    row.getLong("articles"),
                    Instant.ofEpochMilli(row.getLong("updated_at"))))
        .list();
  }

  /** Articles of all languages that carry a topic. */
  public List<String> onTopic(String topic) {
    return handle
        .createQuery("SELECT article FROM publication_topic WHERE topic = :topic ORDER BY article")
        .bind("topic", topic)
        .mapTo(String.class)
        .list();
  }

  /** Topics that have at least one article in this language. */
  public List<String> topics(Language language) {
    return handle
        .createQuery(
            "SELECT DISTINCT topic FROM publication_topic WHERE language = :language ORDER BY topic")
        .bind("language", language.tag())
        .mapTo(String.class)
        .list();
  }

  /**
   * Authors who have at least one article in this language, with their names as printed over the
   * newest.
   */
  public List<Byline> authors(Language language) {
    return handle
        .createQuery(
            "SELECT author, name, max(published_at) FROM publication_author WHERE language = :language"
                + " GROUP BY author ORDER BY author")
        .bind("language", language.tag())
        .map((row, context) -> new Byline(row.getString("author"), row.getString("name")))
        .list();
  }

  /** One published article as lists show it. */
  public Optional<PublishedCard> card(String id) {
    return handle
        .createQuery("SELECT " + COLUMNS + " FROM publication p WHERE p.article = :id")
        .bind("id", id)
        .map(CARD)
        .findOne();
  }

  public Optional<PublishedArticle> article(String id) {
    return handle
        .createQuery(
            "SELECT "
                + COLUMNS
                + ", p.dateline, p.body, p.topics, p.corrections FROM publication p WHERE p.article = :id")
        .bind("id", id)
        .map(
            (row, context) -> {
              PublishedCard card = CARD.map(row, context);
              String body = row.getString("body");
              return new PublishedArticle(
                  card,
                  row.getString("dateline"),
                  body,
                  photos(body),
                  Records.strings(row.getString("topics")),
                  Records.corrections(row.getString("corrections")),
                  related(id),
                  translations(card));
            })
        .findOne();
  }

  /** The corrections of one published article. */
  public List<Correction> corrections(String id) {
    return handle
        .createQuery("SELECT corrections FROM publication WHERE article = :id")
        .bind("id", id)
        .mapTo(String.class)
        .findOne()
        .map(Records::corrections)
        .orElseGet(List::of);
  }

  public Optional<TakenDown> takenDown(String id) {
    return handle
        .createQuery(
            "SELECT article, language, month, slug, at, reason FROM taken_down WHERE article = :id")
        .bind("id", id)
        .map(
            (row, context) ->
                new TakenDown(
                    row.getString("article"),
                    new Language(row.getString("language")),
                    row.getString("month"),
                    row.getString("slug"),
                    Instant.ofEpochMilli(row.getLong("at")),
                    row.getString("reason")))
        .findOne();
  }

  private List<PublishedCard> related(String id) {
    return handle
        .createQuery(
            "SELECT "
                + COLUMNS
                + " FROM publication_related r JOIN publication p ON p.article = r.related"
                + " WHERE r.article = :id ORDER BY r.position LIMIT 3")
        .bind("id", id)
        .map(CARD)
        .list();
  }

  /** The same story in other languages, as far as it is published. */
  public List<PublishedCard> translations(PublishedCard card) {
    return handle
        .createQuery(
            "SELECT "
                + COLUMNS
                + " FROM publication p WHERE p.story = :story AND p.language <> :language"
                + " ORDER BY p.language, p.article")
        .bind("story", card.story())
        .bind("language", card.language().tag())
        .map(CARD)
        .list();
  }

  /** Those photos that a body refers to and that are there, by id. */
  public Map<String, Photo> photos(String body) {
    Map<String, Photo> photos = new LinkedHashMap<>();
    List<String> ids = new ArrayList<>();
    for (Matcher m = PHOTO.matcher(body); m.find(); ) {
      ids.add(m.group(1));
    }
    for (String id : ids) {
      photo(id).ifPresent(photo -> photos.put(id, photo));
    }
    return photos;
  }

  /** A photo of the newsroom's, in its sizes. */
  public Optional<Photo> photo(String id) {
    return handle
        .createQuery("SELECT renditions FROM photo WHERE id = :id")
        .bind("id", id)
        .mapTo(String.class)
        .findOne()
        .map(renditions -> Records.photo(id, renditions));
  }
}
