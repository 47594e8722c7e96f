package press.tamizdat.desk.flow;

import java.util.Map;
import java.util.Optional;

/**
 * When, by whom and what: the plan for an article.
 *
 * @param day {@code yyyy-MM-dd} or empty
 * @param staff pen names by account
 * @param embargo words that say until when; empty where there is none
 * @param embargoDay {@code yyyy-MM-dd}, as it was typed or stands
 * @param embargoTime {@code HH:mm}
 * @param fault what is wrong with the embargo that was typed
 * @param choices moments that were probably meant: words by moment
 * @param mayLift whether this account may end an embargo
 */
public record PlanView(
    Heading heading,
    String day,
    String assignee,
    Map<String, String> staff,
    String brief,
    Optional<String> embargo,
    String embargoDay,
    String embargoTime,
    String zone,
    Optional<String> fault,
    Map<String, String> choices,
    boolean mayLift,
    boolean mayBin) {}
