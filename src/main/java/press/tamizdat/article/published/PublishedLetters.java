package press.tamizdat.article.published;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import press.tamizdat.platform.text.Json;
import press.tamizdat.platform.text.JsonValues;
import press.tamizdat.platform.text.Language;

/** Reads the letters that went out, on one snapshot of the desk's database. */
public final class PublishedLetters {
  private static final RowMapper<PublishedLetter.Line> LINE =
      (row, context) ->
          new PublishedLetter.Line(
              row.getString("letter"),
              row.getInt("number"),
              new Language(row.getString("language")),
              JsonValues.string(JsonValues.object(row.getString("printed")).get("subject")),
              Instant.ofEpochMilli(row.getLong("sent_at")));

  private final Handle handle;

  public PublishedLetters(Handle handle) {
    this.handle = handle;
  }

  /** The issues of a letter in a language, the newest first. */
  public List<PublishedLetter.Line> newest(String letter, Language language, int most) {
    return handle
        .createQuery(
            "SELECT letter, number, language, printed, sent_at FROM letter_issue"
                + " WHERE letter = :letter AND language = :language AND sent_at IS NOT NULL"
                + " ORDER BY sent_at DESC, number DESC LIMIT :most")
        .bind("letter", letter)
        .bind("language", language.tag())
        .bind("most", most)
        .map(LINE)
        .list();
  }

  /** The last issue of a letter in a language, whole. */
  public Optional<PublishedLetter> last(String letter, Language language) {
    return newest(letter, language, 1).stream()
        .findFirst()
        .flatMap(line -> issue(letter, language, line.number()));
  }

  /** One issue that went out. */
  public Optional<PublishedLetter> issue(String letter, Language language, int number) {
    return handle
        .createQuery(
            "SELECT sent_at, edition, printed FROM letter_issue WHERE letter = :letter"
                + " AND language = :language AND number = :number AND sent_at IS NOT NULL")
        .bind("letter", letter)
        .bind("language", language.tag())
        .bind("number", number)
        .map(
            (row, context) ->
                whole(
                    letter,
                    language,
                    number,
                    Instant.ofEpochMilli(row.getLong("sent_at")),
                    row.getLong("edition"),
                    JsonValues.object(row.getString("printed"))))
        .findOne();
  }

  private PublishedLetter whole(
      String letter,
      Language language,
      int number,
      Instant sent,
      long edition,
      Map<String, Object> printed) {
    PublishedArticles articles = new PublishedArticles(handle);
    return new PublishedLetter(
        letter,
        number,
        language,
        JsonValues.string(printed.get("subject")),
        sent,
        edition,
        JsonValues.string(printed.get("opening")),
        JsonValues.list(printed.get("entries")).stream()
            .map(JsonValues::object)
            .map(entry -> entry(entry, articles))
            .toList());
  }

  private static PublishedLetter.Entry entry(Map<String, Object> entry, PublishedArticles all) {
    String article = JsonValues.string(entry.get("article"));
    return new PublishedLetter.Entry(
        article,
        JsonValues.string(entry.get("section")),
        JsonValues.string(entry.get("headline")),
        JsonValues.string(entry.get("standfirst")),
        all.card(article));
  }

  /** How an issue's words are kept, for {@code letter_issue.printed}. */
  public static String printed(String subject, String opening, List<PublishedLetter.Entry> all) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("subject", subject);
    json.put("opening", opening);
    json.put(
        "entries",
        all.stream()
            .map(
                e ->
                    Map.of(
                        "article",
                        e.article(),
                        "section",
                        e.section(),
                        "headline",
                        e.headline(),
                        "standfirst",
                        e.standfirst()))
            .map(Map.class::cast)
            .toList());
    return Json.text(json);
  }
}
