package press.tamizdat.desk.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import press.tamizdat.article.WallTime;
import press.tamizdat.desk.Clockface;
import press.tamizdat.desk.Visit;
import press.tamizdat.platform.web.Fields;

/**
 * A day and a time as somebody typed them, in the publication's time zone.
 *
 * @param at the moment that is meant; empty where that is not clear
 * @param fault what is wrong; empty if nothing is
 * @param choices moments that were probably meant: words by moment, for a list to choose from
 */
record TypedTime(
    String day,
    String time,
    Optional<Instant> at,
    Optional<String> fault,
    Map<String, String> choices) {

  /** From the fields {@code day} and {@code time}, and {@code moment} where one was chosen. */
  static TypedTime of(Visit visit) {
    Fields form = visit.form();
    String day = form.text("day").strip();
    String time = form.text("time").strip();
    LocalDateTime local;
    try {
      local = LocalDate.parse(day).atTime(LocalTime.parse(time)).truncatedTo(ChronoUnit.MINUTES);
    } catch (DateTimeParseException e) {
      return new TypedTime(
          day, time, Optional.empty(), Optional.of(visit.say("flow.time.unreadable")), Map.of());
    }
    Clockface clock = Clockface.of(visit);
    return switch (WallTime.of(local, clock.zone())) {
      case WallTime.Once(Instant at) ->
          new TypedTime(day, time, Optional.of(at), Optional.empty(), Map.of());
      case WallTime.Never(ZonedDateTime before, ZonedDateTime after) ->
          asked(visit, day, time, "flow.time.never", List.of(before, after));
      case WallTime.Twice(ZonedDateTime first, ZonedDateTime second) ->
          asked(visit, day, time, "flow.time.twice", List.of(first, second));
    };
  }

  private static TypedTime asked(
      Visit visit, String day, String time, String key, List<ZonedDateTime> moments) {
    String chosen = visit.form().text("moment");
    Optional<Instant> at =
        moments.stream()
            .map(ZonedDateTime::toInstant)
            .filter(m -> m.toString().equals(chosen))
            .findFirst();
    if (at.isPresent()) {
      return new TypedTime(day, time, at, Optional.empty(), Map.of());
    }
    Clockface clock = Clockface.of(visit);
    Map<String, String> choices = new LinkedHashMap<>();
    moments.forEach(m -> choices.put(m.toInstant().toString(), clock.exact(m)));
    String fault = visit.say(key, time, clock.exact(moments.get(0)), clock.exact(moments.get(1)));
    return new TypedTime(day, time, Optional.empty(), Optional.of(fault), choices);
  }
}
