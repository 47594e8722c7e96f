package press.tamizdat.desk.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.statement.Query;
import press.tamizdat.article.published.PublishedArticles;
import press.tamizdat.article.published.PublishedCard;
import press.tamizdat.platform.text.Language;

/** Published articles by their titles. */
final class Titles {
  private static final int MOST = 8;
  private static final int MOST_WORDS = 5;
  private static final Pattern BLANK = Pattern.compile("[\\s%_\\\\\"]+");

  private Titles() {}

  static boolean isPublished(WritingRoom room, String id) {
    return card(room, id).isPresent();
  }

  static Optional<PublishedCard> card(WritingRoom room, String id) {
    return room.newsroom.database().read(handle -> new PublishedArticles(handle).card(id));
  }

  /** Those in the order of the ids; what is not published any more is left out. */
  static List<PublishedCard> cards(WritingRoom room, List<String> ids) {
    return ids.stream().flatMap(id -> card(room, id).stream()).toList();
  }

  /**
   * The newest whose title, line over it or standfirst has every word, as typed, in small letters,
   * or with a capital: SQLite folds the case of Latin letters only.
   */
  static List<PublishedCard> find(WritingRoom room, Language language, String text) {
    List<String> words =
        BLANK.splitAsStream(text.strip()).filter(w -> !w.isEmpty()).limit(MOST_WORDS).toList();
    if (words.isEmpty()) {
      return List.of();
    }
    StringBuilder sql =
        new StringBuilder("SELECT article FROM publication WHERE language = :language");
    for (int i = 0; i < words.size(); i++) {
      sql.append(" AND (card LIKE :a%1$d OR card LIKE :b%1$d OR card LIKE :c%1$d)".formatted(i));
    }
    sql.append(" ORDER BY published_at DESC, article DESC LIMIT ").append(MOST);
    List<String> ids =
        room.newsroom
            .database()
            .read(
                handle -> {
                  Query query = handle.createQuery(sql.toString()).bind("language", language.tag());
                  for (int i = 0; i < words.size(); i++) {
                    List<String> shapes = shapes(words.get(i), language.locale());
                    query =
                        query
                            .bind("a" + i, shapes.get(0))
                            .bind("b" + i, shapes.get(1))
                            .bind("c" + i, shapes.get(2));
                  }
                  return query.mapTo(String.class).list();
                });
    return cards(room, ids);
  }

  private static List<String> shapes(String word, Locale locale) {
    String small = word.toLowerCase(locale);
    int first = small.offsetByCodePoints(0, 1);
    String capital = small.substring(0, first).toUpperCase(locale) + small.substring(first);
    List<String> shapes = new ArrayList<>();
    for (String shape : List.of(word, small, capital)) {
      shapes.add("%" + shape + "%");
    }
    return shapes;
  }
}
