package press.tamizdat.letter.bounce;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * An issue that a relay took for a subscriber.
 *
 * @param issue its number as the return path has it, base 36
 */
public record Taken(String issue, Instant at) {

  /** Knows what relays took; asked within the transaction that counts a failure. */
  public interface Book {
    /** What they took for this subscriber from one moment to before another. */
    List<Taken> between(Handle handle, String subscriber, Instant from, Instant until);
  }
}
