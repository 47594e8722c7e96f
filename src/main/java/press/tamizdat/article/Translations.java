package press.tamizdat.article;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import press.tamizdat.article.published.Byline;
import press.tamizdat.article.published.Publication;
import press.tamizdat.platform.db.Database;
import press.tamizdat.platform.text.Language;

/**
 * The articles of one story in several languages, one in each.
 *
 * <p>What readers see of it changes when an article is published the next time.
 */
public final class Translations {
  private final Database database;
  private final Articles articles;
  private final Clock clock;

  public Translations(Database database, Articles articles, Clock clock) {
    this.database = database;
    this.articles = articles;
    this.clock = clock;
  }

  /**
   * An article of the story.
   *
   * @param begunFrom the article that it was copied from, while that is known
   * @param behind how many revisions that article has had since
   */
  public record Telling(Article article, Optional<String> begunFrom, int behind) {}

  /** What came of linking two articles. */
  public sealed interface Linking {
    record Linked() implements Linking {}

    /** They are of one story already, or one and the same. */
    record Already() implements Linking {}

    /** Both stories are told in this language already, by these articles. */
    record Clash(Language language, String one, String other) implements Linking {}
  }

  /** All articles of this article's story, itself among them, by language. */
  public List<Telling> of(String id) {
    return database.read(
        handle -> {
          Article article = article(handle, id);
          return ofStory(handle, article).stream().map(other -> telling(handle, other)).toList();
        });
  }

  private static Telling telling(Handle handle, Article article) {
    return handle
        .createQuery(
            "SELECT t.source, a.revision - t.source_revision AS behind FROM translation t"
                + " JOIN article a ON a.id = t.source WHERE t.article = :id")
        .bind("id", article.id())
        .map(
            (row, context) ->
                new Telling(article, Optional.of(row.getString("source")), row.getInt("behind")))
        .findOne()
        .orElseGet(() -> new Telling(article, Optional.empty(), 0));
  }

  /** An article without a key is a story of its own. */
  private static List<Article> ofStory(Handle handle, Article article) {
    String story = article.content().story();
    return story.isBlank() ? List.of(article) : ofStory(handle, story);
  }

  /** The article, given a key of its own if it has none. */
  private Article keyed(Handle handle, String id, String account) {
    Article article = article(handle, id);
    if (!article.content().story().isBlank()) {
      return article;
    }
    file(handle, article, newStory(handle, List.of(), id), account);
    return article(handle, id);
  }

  /** Saved as a revision; what somebody is typing meanwhile stands on top of it as before. */
  private void file(Handle handle, Article article, String story, String account) {
    int number =
        RevisionTable.add(
            handle,
            article.id(),
            article.content().withStory(story),
            Revision.Kind.SAVED,
            Optional.of(account),
            Optional.empty(),
            clock.instant());
    assert number > article.revision();
  }

  /** Any revision may have had the story's key; the newest one's counts. The bin does not. */
  private static List<Article> ofStory(Handle handle, String story) {
    List<Article> found = new ArrayList<>();
    handle
        .createQuery(
            "SELECT DISTINCT r.article FROM revision r JOIN article a ON a.id = r.article"
                + " WHERE json_extract(r.content, '$.story') = :story AND a.binned_at IS NULL")
        .bind("story", story)
        .mapTo(String.class)
        .list()
        .forEach(
            id ->
                Articles.find(handle, id)
                    .filter(a -> a.content().story().equals(story))
                    .ifPresent(found::add));
    found.sort(
        java.util.Comparator.comparing((Article a) -> a.content().language())
            .thenComparing(Article::id));
    return List.copyOf(found);
  }

  private static Article article(Handle handle, String id) {
    return Articles.find(handle, id)
        .orElseThrow(() -> new IllegalArgumentException("no such article: " + id));
  }

  /**
   * Begins a translation: a draft that is a copy, in the other language, with a mark before its
   * headline that it is yet to be translated.
   *
   * @param mark such as "[to be translated]"
   * @param account of who begins it
   * @return the draft's id; or the article that the story has in that language already
   */
  public String begin(
      String id, Language language, String mark, Publication publication, String account) {
    return database.write(
        handle -> {
          Article source = keyed(handle, id, account);
          Optional<Article> there =
              ofStory(handle, source.content().story()).stream()
                  .filter(a -> a.content().language().equals(language))
                  .findFirst();
          if (there.isPresent()) {
            return there.get().id();
          }
          Content draft = draft(handle, source.content(), language, mark, publication);
          String made =
              articles.create(
                  handle, draft, Optional.empty(), Revision.Kind.BEGUN, Optional.of(account));
          handle
              .createUpdate(
                  "INSERT INTO translation (article, source, source_revision, begun_at)"
                      + " VALUES (:article, :source, :revision, :now)")
              .bind("article", made)
              .bind("source", id)
              .bind("revision", source.revision())
              .bind("now", clock.millis())
              .execute();
          return made;
        });
  }

  private static Content draft(
      Handle handle, Content from, Language language, String mark, Publication publication) {
    return new Content(
        language,
        from.story(),
        from.slug(),
        from.kicker(),
        (mark + " " + from.headline()).strip(),
        from.standfirst(),
        from.bylines().stream().map(b -> named(b, language, publication)).toList(),
        from.dateline(),
        from.lead(),
        from.body(),
        from.section(),
        from.topics(),
        List.of(),
        from.related().stream()
            .flatMap(related -> inLanguage(handle, related, language).stream())
            .toList(),
        Optional.empty(),
        Optional.empty());
  }

  private static Byline named(Byline byline, Language language, Publication publication) {
    return publication
        .author(byline.slug())
        .flatMap(author -> Optional.ofNullable(author.name().get(language)))
        .map(name -> new Byline(byline.slug(), name))
        .orElse(byline);
  }

  private static Optional<String> inLanguage(Handle handle, String id, Language language) {
    return Articles.find(handle, id).stream()
        .flatMap(a -> ofStory(handle, a).stream())
        .filter(a -> a.content().language().equals(language))
        .map(Article::id)
        .findFirst();
  }

  /** Says that two articles tell one story; what either was linked with before comes along. */
  public Linking link(String id, String otherId, String account) {
    return database.write(
        handle -> {
          String story = keyed(handle, id, account).content().story();
          String other = keyed(handle, otherId, account).content().story();
          if (story.equals(other)) {
            return new Linking.Already();
          }
          List<Article> here = ofStory(handle, story);
          List<Article> there = ofStory(handle, other);
          for (Article one : here) {
            for (Article two : there) {
              if (one.content().language().equals(two.content().language())) {
                return new Linking.Clash(one.content().language(), one.id(), two.id());
              }
            }
          }
          there.forEach(a -> file(handle, a, story, account));
          return new Linking.Linked();
        });
  }

  /** Takes an article out of its story; it goes on as a story of its own. */
  public void unlink(String id, String account) {
    database.change(
        handle -> {
          Article article = article(handle, id);
          List<Article> story = ofStory(handle, article);
          if (story.size() > 1) {
            file(handle, article, newStory(handle, story, id), account);
          }
          handle
              .createUpdate("DELETE FROM translation WHERE article = :id")
              .bind("id", id)
              .execute();
        });
  }

  /** Its own id is the key of its own story, unless those it leaves have that one. */
  private static String newStory(Handle handle, List<Article> left, String id) {
    Set<String> taken = new HashSet<>();
    left.forEach(a -> taken.add(a.content().story()));
    String key = id;
    for (int n = 2; taken.contains(key) || !ofStory(handle, key).isEmpty(); n++) {
      key = id + "-" + n;
    }
    return key;
  }
}
