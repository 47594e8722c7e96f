package press.tamizdat.desk.letters;

import java.util.List;

/**
 * The settings of a letter: what readers see of it, and how its issues are made.
 *
 * @param slug empty for a new letter
 * @param languages the letter in each language of the paper; one without a name does not come out
 */
public record PlanView(
    String slug,
    String typedSlug,
    List<InLanguage> languages,
    List<Choice> days,
    String time,
    String zone,
    List<String> zones,
    List<Choice> sections,
    String length,
    String most,
    boolean pictures,
    boolean unattended,
    String remind,
    List<String> faults) {

  public record InLanguage(
      String tag, String direction, String title, String name, String description, String rhythm) {}

  public record Choice(String value, String label, boolean chosen) {}

  public String action() {
    return slug.isEmpty() ? "/letters/new" : "/letters/" + slug + "/settings";
  }
}
