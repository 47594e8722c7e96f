package press.tamizdat.letter.issue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import press.tamizdat.platform.text.Json;
import press.tamizdat.platform.text.JsonValues;

/**
 * How the issues of a letter are made by themselves.
 *
 * @param days on which it goes out; none for a letter that goes out when there is something to say
 * @param sections by slug, from which articles are proposed; all of them where it is empty
 * @param most articles that a new issue begins with
 * @param pictures whether the first article's photo is shown, loaded from the site
 * @param unattended whether it goes out although nobody has armed it
 * @param remind hours before it is due from which the desk reminds
 */
public record Plan(
    List<DayOfWeek> days,
    LocalTime time,
    ZoneId zone,
    List<String> sections,
    Length length,
    int most,
    boolean pictures,
    boolean unattended,
    int remind) {
  public static final int MOST_ARTICLES = 30;
  public static final int LONGEST_REMINDER = 168;

  public Plan {
    days = days.stream().distinct().sorted().toList();
    sections = List.copyOf(sections);
  }

  /** Every Friday at ten, until an editor says otherwise. */
  public static Plan usual(ZoneId zone) {
    return new Plan(
        List.of(DayOfWeek.FRIDAY),
        LocalTime.of(10, 0),
        zone,
        List.of(),
        Length.SUMMARY,
        8,
        true,
        false,
        24);
  }

  /** The first time after this at which it goes out. */
  public Optional<Instant> next(Instant after) {
    ZonedDateTime day = after.atZone(zone).with(time);
    for (int i = 0; i <= 7; i++) {
      ZonedDateTime at = day.plusDays(i).with(time);
      if (days.contains(at.getDayOfWeek()) && at.toInstant().isAfter(after)) {
        return Optional.of(at.toInstant());
      }
    }
    return Optional.empty();
  }

  public String toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("days", days.stream().map(d -> (long) d.getValue()).toList());
    json.put("time", time.toString());
    json.put("zone", zone.getId());
    json.put("sections", sections);
    json.put("length", length.word());
    json.put("most", (long) most);
    json.put("pictures", pictures);
    json.put("unattended", unattended);
    json.put("remind", (long) remind);
    return Json.text(json);
  }

  /**
   * @throws press.tamizdat.platform.text.MalformedJson when it is not what {@link #toJson} writes
   */
  public static Plan read(String text) {
    Map<String, Object> json = JsonValues.object(text);
    return new Plan(
        JsonValues.list(json.get("days")).stream()
            .map(d -> DayOfWeek.of((int) JsonValues.number(d)))
            .toList(),
        LocalTime.parse(JsonValues.string(json.get("time"))),
        ZoneId.of(JsonValues.string(json.get("zone"))),
        JsonValues.list(json.get("sections")).stream().map(JsonValues::string).toList(),
        Length.ofWord(JsonValues.string(json.get("length"))),
        (int) JsonValues.number(json.get("most")),
        Boolean.TRUE.equals(json.get("pictures")),
        Boolean.TRUE.equals(json.get("unattended")),
        (int) JsonValues.number(json.get("remind")));
  }
}
