package press.tamizdat.letter.roll;

import java.util.Optional;

/**
 * What a publisher who brings addresses in says about them.
 *
 * @param ground the lawful ground on which they may be written to, such as "asked for the letter at
 *     the reading of 3 May; list on paper in the office"; empty where each is to be asked for a
 *     confirmation first
 * @param account the pen name of who does it; empty for whoever sits at the machine
 * @param usual what people get whose line does not say it
 */
public record ImportOrder(Optional<String> ground, String account, Choice usual) {
  /** Characters of a ground that says something. */
  public static final int LEAST_GROUND = 10;

  private static final int MOST_GROUND = 2000;

  public ImportOrder {
    ground = ground.map(String::strip).filter(g -> !g.isEmpty());
    if (ground.filter(g -> g.length() < LEAST_GROUND || g.length() > MOST_GROUND).isPresent()) {
      throw new IllegalArgumentException(
          "a lawful ground takes %d to %d characters".formatted(LEAST_GROUND, MOST_GROUND));
    }
  }
}
