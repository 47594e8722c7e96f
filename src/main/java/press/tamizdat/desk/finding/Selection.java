package press.tamizdat.desk.finding;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import press.tamizdat.article.search.Ask;
import press.tamizdat.article.search.Filter;
import press.tamizdat.platform.web.Fields;

/**
 * What a list of articles shows, as it stands in the address. What is empty lets everything pass.
 *
 * @param from the first day of the last change, {@code yyyy-MM-dd}; {@code to} the last day
 * @param newest whether the newest stand first although words are asked for
 * @param page from 1
 */
public record Selection(
    String words,
    String state,
    String section,
    String author,
    String language,
    String topic,
    String from,
    String to,
    boolean newest,
    int page) {
  static final int PAGE = 30;
  private static final int LAST_PAGE = 1_000;

  static Selection of(Fields query) {
    return new Selection(
        query.text("q").strip(),
        query.text("state"),
        query.text("section"),
        query.text("author"),
        query.text("language"),
        query.text("topic"),
        query.text("from").strip(),
        query.text("to").strip(),
        query.text("sort").equals("newest"),
        page(query.text("page")));
  }

  private static int page(String text) {
    return text.matches("[0-9]{1,4}") ? Math.clamp(Integer.parseInt(text), 1, LAST_PAGE) : 1;
  }

  Selection withState(String other) {
    return new Selection(words, other, section, author, language, topic, from, to, newest, 1);
  }

  Selection withPage(int other) {
    return new Selection(words, state, section, author, language, topic, from, to, newest, other);
  }

  /** Whether anything but the state is chosen. */
  public boolean isNarrowed() {
    return !(words + section + author + language + topic + from + to).isEmpty();
  }

  /** Whether this is a day or nothing at all. */
  static boolean isDay(String text) {
    return text.isEmpty() || day(text).isPresent();
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  Ask ask(ZoneId zone) {
    Filter filter =
        new Filter(
            one(state),
            one(section),
            one(author),
            one(language),
            one(topic),
            day(from).map(d -> start(d, zone)),
            day(to).map(d -> start(d.plusDays(1), zone)));
    Ask.Order order = newest ? Ask.Order.NEWEST : Ask.Order.RELEVANCE;
    return new Ask(words, filter, order, (page - 1) * PAGE, PAGE);
  }

  private static Instant start(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }

  private static Set<String> one(String value) {
    return value.isEmpty() ? Set.of() : Set.of(value);
  }

  /** The address of the list that shows this. */
  public String address() {
    StringBuilder query = new StringBuilder();
    add(query, "q", words);
    add(query, "state", state);
    add(query, "section", section);
    add(query, "author", author);
    add(query, "language", language);
    add(query, "topic", topic);
    add(query, "from", from);
    add(query, "to", to);
    add(query, "sort", newest ? "newest" : "");
    add(query, "page", page > 1 ? Integer.toString(page) : "");
    return query.isEmpty() ? "/articles" : "/articles?" + query;
  }

  private static void add(StringBuilder query, String name, String value) {
    if (!value.isEmpty()) {
      query
          .append(query.isEmpty() ? "" : "&")
          .append(name)
          .append('=')
          .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }
}
