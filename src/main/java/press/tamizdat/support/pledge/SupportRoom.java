package press.tamizdat.support.pledge;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import press.tamizdat.article.published.Publication;
import press.tamizdat.platform.db.Database;
import press.tamizdat.post.PostRoom;
import press.tamizdat.trust.LinkKey;
import press.tamizdat.trust.sealing.SealingKey;

/**
 * What support works with.
 *
 * @param database of the post room
 * @param site where readers' pages are, without a slash at the end
 * @param roll to which an address for a receipt is sealed; empty where the newsroom sends no mail
 * @param links makes and reads private links
 */
public record SupportRoom(
    Database database,
    Clock clock,
    RandomGenerator random,
    Supplier<Publication> publication,
    URI site,
    Optional<SealingKey> roll,
    LinkKey links) {

  /** That of a newsroom which sends mail too. */
  public static SupportRoom of(PostRoom room) {
    return new SupportRoom(
        room.database(),
        room.clock(),
        room.random(),
        room.publication(),
        room.sender().site(),
        Optional.of(room.roll()),
        room.links());
  }

  /** The pledges of this room. */
  public Pledges pledges() {
    return new Pledges(database, clock, random, () -> publication.get().zone());
  }
}
