package press.tamizdat.edition.page.view;

import java.util.List;
import java.util.Optional;

/**
 * Links under subheads: a month's days, an archive's years, the topics.
 *
 * @param count such as "41 stories", may be empty
 */
public record Register(
    Frame frame,
    String heading,
    String note,
    String count,
    boolean columns,
    List<Group> groups,
    Optional<Link> earlier,
    Optional<Link> later)
    implements Framed<Register> {
  @Override
  public Register framed(Frame other) {
    return new Register(other, heading, note, count, columns, groups, earlier, later);
  }

  /**
   * @param title may be empty
   */
  public record Group(String title, List<Entry> entries) {}

  /**
   * @param note after the link, may be empty
   */
  public record Entry(Link link, String note) {}
}
