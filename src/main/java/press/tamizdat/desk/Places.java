package press.tamizdat.desk;

import java.util.List;
import java.util.stream.Stream;
import press.tamizdat.staff.Right;

/**
 * The places that the navigation leads to.
 *
 * @param right of those who see it
 * @param under pages that belong to it and are not in the navigation themselves
 */
public record Places(String path, String key, Right right, List<Places> under) {
  private static final List<Places> ALL =
      List.of(
          new Places(
              "/",
              "desk.place.board",
              Right.WRITE,
              List.of(
                  page("/press", "flow.press", Right.WRITE),
                  page("/bin", "flow.bin", Right.WRITE))),
          page("/articles", "desk.place.articles", Right.WRITE),
          page("/photos", "desk.place.photos", Right.WRITE),
          new Places(
              "/letters",
              "letters.title",
              Right.WRITE,
              List.of(
                  page("/letters/numbers", "letters.numbers.title", Right.WRITE),
                  page("/letters/roll", "letters.roll.title", Right.MANAGE))),
          page("/numbers", "desk.place.numbers", Right.WRITE),
          new Places(
              "/topics",
              "desk.place.topics",
              Right.REVIEW,
              List.of(
                  page("/topics", "house.topics", Right.REVIEW),
                  page("/authors", "house.authors", Right.REVIEW),
                  page("/sections", "house.sections", Right.MANAGE),
                  page("/pages", "house.pages", Right.MANAGE),
                  page("/appeal", "house.appeal", Right.MANAGE),
                  page("/settings", "house.settings", Right.MANAGE),
                  page("/settings/versions", "house.versions", Right.REVIEW))),
          new Places(
              "/support",
              "desk.place.support",
              Right.REVIEW,
              List.of(
                  page("/support/campaigns", "support.campaigns", Right.REVIEW),
                  page("/support/pledges", "support.place.pledges", Right.MANAGE),
                  page("/support/statements", "support.place.statements", Right.MANAGE),
                  page("/support/settings", "support.place.settings", Right.MANAGE))),
          new Places(
              "/staff",
              "desk.place.staff",
              Right.MANAGE,
              List.of(page("/audit", "house.audit", Right.MANAGE))));

  private static Places page(String path, String key, Right right) {
    return new Places(path, key, right, List.of());
  }

  public static List<Places> all() {
    return ALL;
  }

  /** This place, and the pages that belong to it. */
  public Stream<Places> pages() {
    return Stream.concat(Stream.of(this), under.stream());
  }

  /** Whether the page at this path is this place, or belongs to it. */
  boolean has(String page) {
    return pages()
        .map(Places::path)
        .anyMatch(at -> page.equals(at) || (!at.equals("/") && page.startsWith(at + "/")));
  }
}
