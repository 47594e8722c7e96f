package press.tamizdat.post;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.Supplier;
import press.tamizdat.article.published.Publication;
import press.tamizdat.platform.db.Database;
import press.tamizdat.platform.mail.Correspondence;
import press.tamizdat.platform.mail.MailRoute;
import press.tamizdat.trust.LinkKey;
import press.tamizdat.trust.sealing.SealingKey;

/**
 * What handlers work with.
 *
 * @param database of the post room
 * @param publication as it is now
 * @param roll to which addresses are sealed
 * @param links makes and reads private links
 */
public record PostRoom(
    Database database,
    Clock clock,
    SecureRandom random,
    Supplier<Publication> publication,
    MailRoute mail,
    Correspondence sender,
    SealingKey roll,
    LinkKey links) {}
