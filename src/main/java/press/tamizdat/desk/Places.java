package press.tamizdat.desk;

import java.util.List;
import press.tamizdat.staff.Right;

/**
 * The places that the navigation leads to.
 *
 * @param right of those who see it
 */
public record Places(String path, String key, Right right) {
  private static final List<Places> ALL =
      List.of(
          new Places("/", "desk.place.board", Right.WRITE),
          new Places("/articles", "desk.place.articles", Right.WRITE),
          new Places("/photos", "desk.place.photos", Right.WRITE),
          new Places("/numbers", "desk.place.numbers", Right.WRITE),
          new Places("/topics", "desk.place.topics", Right.REVIEW),
          new Places("/staff", "desk.place.staff", Right.MANAGE));

  public static List<Places> all() {
    return ALL;
  }
}
