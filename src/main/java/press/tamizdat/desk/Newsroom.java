package press.tamizdat.desk;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import press.tamizdat.article.published.Publication;
import press.tamizdat.desk.letters.Mailroom;
import press.tamizdat.desk.support.Funds;
import press.tamizdat.edition.PublishEdition;
import press.tamizdat.edition.reading.EditionFolder;
import press.tamizdat.platform.db.Database;

/**
 * All that the desk's pages work with.
 *
 * @param photos the folder of the photos' renditions
 * @param publication as it is now; may change while the desk is open
 * @param edition prints the publication as it is now
 * @param counts how often each path was read on a day
 * @param site where this process serves readers, each with its port; empty where the site is
 *     elsewhere
 * @param mailroom has the roll and sends letters; empty where this process has none
 * @param funds the books; empty where this process takes no money
 */
public record Newsroom(
    Database database,
    Clock clock,
    RandomGenerator random,
    Path photos,
    Supplier<Publication> publication,
    Supplier<PublishEdition> edition,
    EditionFolder editions,
    Function<LocalDate, Map<String, Long>> counts,
    Supplier<List<URI>> site,
    Optional<Mailroom> mailroom,
    Optional<Funds> funds) {}
