package press.tamizdat.desk.writing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import press.tamizdat.article.Content;
import press.tamizdat.desk.flow.Heading;

/**
 * The writing page.
 *
 * @param at milliseconds, when what the form holds was saved
 * @param page random, names this open page
 * @param zone in which times are told, by its name in the tz database
 * @param onward where this account may send the article from here
 * @param address where readers find it, if it is published; then it is fixed
 * @param holder who else is writing
 * @param others who else has it open
 * @param offer what this account has typed and not saved
 * @param found published articles that were searched for
 * @param find what was searched for
 * @param faults by field, in the writer's language
 * @param photos the newest, by id
 */
public record WritingView(
    String id,
    Heading heading,
    int revision,
    long at,
    String savedAt,
    String page,
    String zone,
    Content content,
    Content.LeadPhoto lead,
    List<String> bylines,
    Onward onward,
    Optional<String> address,
    Optional<String> holder,
    List<String> others,
    Optional<Offer> offer,
    List<Option> languages,
    List<Option> sections,
    List<Topic> topics,
    List<Option> related,
    List<Option> found,
    String find,
    List<String> authors,
    Map<String, String> faults,
    List<String> photos) {

  /** Where an article goes from the writing page. */
  public enum Onward {
    PUBLISHING,
    SUBMITTING,
    /** It waits for somebody else. */
    NOWHERE
  }

  /**
   * A topic of the publication.
   *
   * @param found whether the text speaks of it
   */
  public record Topic(String value, String label, boolean chosen, boolean found) {
    /** Whether it stands before the others. */
    public boolean near() {
      return chosen || found;
    }
  }

  /** Something to be chosen. */
  public record Option(String value, String label, boolean chosen) {}

  /**
   * A working copy.
   *
   * @param json as the surface takes it
   * @param newer whether the revision is by somebody else, and newer
   */
  public record Offer(String json, String at, boolean newer, int added, int removed) {}

  public boolean has(String field) {
    return faults.containsKey(field);
  }

  public String fault(String field) {
    return faults.getOrDefault(field, "");
  }
}
