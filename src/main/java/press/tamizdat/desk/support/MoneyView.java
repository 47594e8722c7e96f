package press.tamizdat.desk.support;

import java.util.List;
import java.util.Optional;

/**
 * What came in.
 *
 * @param here whether the books are on this machine
 * @param running recurring pledges at the end of this month; {@code begun} and {@code over} in it
 * @param churn the share that ended in this month, such as "2.1 %"; a dash before there was any
 * @param listed pledges with a payment by a card that should have been turned away
 * @param methods income of twelve months by till, the largest first
 */
public record MoneyView(
    boolean here,
    List<IncomeChart> charts,
    String running,
    String begun,
    String over,
    String churn,
    List<Method> methods,
    Optional<Goal> goal,
    List<Link> listed) {

  /** A pledge by the first letters of its id. */
  public record Link(String path, String brief) {}

  public record Method(String till, List<String> amounts, String times) {}

  /**
   * The campaign that runs.
   *
   * @param percent as it is now; {@code printed} as readers see it
   */
  public record Goal(String slug, int percent, String raised, String goal, String until) {}
}
