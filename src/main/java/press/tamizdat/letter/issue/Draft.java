package press.tamizdat.letter.issue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import press.tamizdat.platform.text.Json;
import press.tamizdat.platform.text.JsonValues;

/**
 * What an editor has put together.
 *
 * @param subject may be empty: then the first headline is the subject
 * @param opening HTML of the house's subset, may be empty
 * @param items in the order in which they are read; no article twice
 */
public record Draft(String subject, String opening, Length length, List<Item> items) {
  public static final int LONGEST_SUBJECT = 150;

  public Draft {
    items = List.copyOf(items);
  }

  /**
   * An article in the letter.
   *
   * @param whole whether an SOS letter has all of it; a letter of summaries never does
   */
  public record Item(String article, boolean whole) {}

  public Optional<Item> item(String article) {
    return items.stream().filter(i -> i.article().equals(article)).findFirst();
  }

  public Draft with(List<Item> others) {
    return new Draft(subject, opening, length, others);
  }

  public String toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("subject", subject);
    json.put("opening", opening);
    json.put("length", length.word());
    json.put("items", items.stream().map(Item::article).toList());
    json.put("summaries", items.stream().filter(i -> !i.whole()).map(Item::article).toList());
    return Json.text(json);
  }

  /**
   * @throws press.tamizdat.platform.text.MalformedJson when it is not what {@link #toJson} writes
   */
  public static Draft read(String text) {
    Map<String, Object> json = JsonValues.object(text);
    List<String> summaries =
        JsonValues.list(json.get("summaries")).stream().map(JsonValues::string).toList();
    return new Draft(
        JsonValues.string(json.get("subject")),
        JsonValues.string(json.get("opening")),
        Length.ofWord(JsonValues.string(json.get("length"))),
        JsonValues.list(json.get("items")).stream()
            .map(JsonValues::string)
            .map(article -> new Item(article, !summaries.contains(article)))
            .toList());
  }
}
