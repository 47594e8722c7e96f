package press.tamizdat.desk.flow;

import java.util.List;
import java.util.Optional;

/**
 * Taking an article down, or what is left of one that was.
 *
 * @param address where readers have it
 * @param groups what the edition changes
 * @param reason as typed, or as readers have it
 * @param gone when it was taken down; empty while it is there
 */
public record RemovalView(
    Heading heading,
    String address,
    List<PublicationView.Group> groups,
    String reason,
    Optional<String> gone,
    Optional<PublicationView.Way> way,
    List<String> faults) {}
