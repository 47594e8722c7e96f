package press.tamizdat.article;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;

/**
 * What a clock on the newsroom's wall means. Where clocks go forward an hour does not exist, and
 * where they go back one exists twice; a story that must be out at a time is owed a clear answer.
 */
public sealed interface WallTime {
  /** It is one moment. */
  record Once(Instant at) implements WallTime {}

  /**
   * Clocks skip it.
   *
   * @param before the last minute before the gap
   * @param after the first moment after it
   */
  record Never(ZonedDateTime before, ZonedDateTime after) implements WallTime {}

  /** Clocks show it twice, an hour apart or whatever the zone's change is. */
  record Twice(ZonedDateTime first, ZonedDateTime second) implements WallTime {}

  /** What the time means in this zone, to the minute. */
  static WallTime of(LocalDateTime local, ZoneId zone) {
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    return switch (offsets.size()) {
      case 1 -> new Once(local.toInstant(offsets.getFirst()));
      case 0 -> never(zone.getRules().getTransition(local), zone);
      default ->
          new Twice(
              ZonedDateTime.ofStrict(local, offsets.get(0), zone),
              ZonedDateTime.ofStrict(local, offsets.get(1), zone));
    };
  }

  private static WallTime never(ZoneOffsetTransition gap, ZoneId zone) {
    return new Never(gap.getInstant().atZone(zone).minusMinutes(1), gap.getInstant().atZone(zone));
  }

  /** The same, where somebody has said which of two they mean by its offset from UTC. */
  static WallTime of(LocalDateTime local, ZoneId zone, String offset) {
    return zone.getRules().getValidOffsets(local).stream()
        .filter(o -> o.getId().equals(offset))
        .findFirst()
        .<WallTime>map(o -> new Once(local.toInstant(o)))
        .orElseGet(() -> of(local, zone));
  }
}
