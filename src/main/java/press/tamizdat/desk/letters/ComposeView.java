package press.tamizdat.desk.letters;

import java.util.List;
import java.util.Optional;

/**
 * An issue that is put together.
 *
 * @param path of this page
 * @param tabs the other languages of this issue
 * @param version of the draft that the form was filled from
 * @param proposed the subject that stands where none is typed
 * @param sos whether it holds whole articles
 * @param proposals by section, the best first
 * @param earlier articles from before the last issue
 * @param editable whether it can still be changed
 * @param mayArm whether this person may send it
 */
public record ComposeView(
    String path,
    String letter,
    String number,
    IssueLine line,
    List<Tab> tabs,
    int version,
    String subject,
    String proposed,
    String opening,
    String language,
    String direction,
    boolean sos,
    List<Item> items,
    List<Group> proposals,
    List<Proposal> earlier,
    Gauge gauge,
    boolean editable,
    boolean mayArm,
    boolean mailroom,
    boolean late,
    String nextTime,
    List<String> faults) {

  public record Tab(String path, String title, boolean here) {}

  /**
   * An article in the issue.
   *
   * @param gone whether it is no longer published, and so will not be printed
   * @param cut whether it does not fit whole
   */
  public record Item(
      String id,
      String headline,
      String section,
      String weight,
      boolean whole,
      boolean gone,
      boolean cut,
      boolean first,
      boolean last) {}

  /** Articles of one section that may be chosen. */
  public record Group(String title, List<Proposal> proposals) {}

  public record Proposal(
      String id, String headline, String section, String when, String reads, boolean picked) {}

  /**
   * What the letter weighs.
   *
   * @param percent of what it may weigh
   * @param words the same in words
   * @param advice what to do where it does not fit; empty where it does
   */
  public record Gauge(int percent, String words, Optional<String> advice, List<String> notes) {
    public boolean full() {
      return percent > 100;
    }
  }
}
