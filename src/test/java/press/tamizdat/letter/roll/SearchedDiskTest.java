package press.tamizdat.letter.roll;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.tamizdat.platform.db.Database;
import press.tamizdat.platform.mail.Correspondence;
import press.tamizdat.platform.mail.Delivery;
import press.tamizdat.platform.mail.Mail;
import press.tamizdat.platform.mail.MailRoute;
import press.tamizdat.post.FolderBox;
import press.tamizdat.post.PostOffice;
import press.tamizdat.post.PostRoom;
import press.tamizdat.trust.Ids;
import press.tamizdat.trust.LinkKey;
import press.tamizdat.trust.envelope.Envelope;
import press.tamizdat.trust.sealing.OpeningKey;

/** Whoever takes every disk finds no reader. */
class SearchedDiskTest {
  private static final int PEOPLE = 60;
  private static final Pattern LINK = Pattern.compile("link=3D([a-z2-7=\\r\\n]{42,})");

  @TempDir Path data;
  private final SecureRandom random = new SecureRandom();
  private final OpeningKey rollKey = OpeningKey.generate(random);
  private final OpeningKey dropboxKey = OpeningKey.generate(random);

  private void drop(String kind, Map<String, List<String>> fields) throws Exception {
    Envelope envelope = Envelope.form(Ids.next(random), kind, Clock.systemUTC().instant(), fields);
    Files.write(
        data.resolve("dropbox").resolve(envelope.id() + ".age"),
        dropboxKey.sealing().seal(envelope.toJson()));
  }

  /** A relay that keeps what it was given in memory. */
  private static final class Sink implements MailRoute {
    final List<Mail> mails = Collections.synchronizedList(new ArrayList<>());

    @Override
    public Delivery send(Mail mail) {
      mails.add(mail);
      return new Delivery.Accepted("2.0.0");
    }

    @Override
    public void close() {
      mails.clear();
    }
  }

  private static String token(Mail mail) {
    Matcher link = LINK.matcher(new String(mail.message(), StandardCharsets.US_ASCII));
    assertThat(link.find()).isTrue();
    return link.group(1).replaceAll("=\\r\\n", "").substring(0, 42);
  }

  @Test
  void noAddressIsOnTheDiskFromTheSignUpToTheLeaving() throws Exception {
    List<String> addresses = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      addresses.add("Reader.Number" + i + "@mail" + i % 7 + ".ferry.example");
    }
    Traces traces = new Traces(addresses);
    Sink sink = new Sink();
    LinkKey linkKey = LinkKey.at(data.resolve("links.key"), random);
    try (Database database = Database.open(data.resolve("post").resolve("post.db"), "db/post");
        FolderBox box = new FolderBox(data.resolve("dropbox"))) {
      PostRoom room =
          new PostRoom(
              database,
              Clock.systemUTC(),
              random,
              Ferry::publication,
              sink,
              new Correspondence(
                  "letters@ferry.example", "ferry.example", URI.create("https://ferry.example")),
              rollKey.sealing(),
              linkKey);
      Registrar registrar = new Registrar(room, dropboxKey);
      Roll roll = new Roll(database, Clock.systemUTC(), random);
      try (PostOffice office =
          new PostOffice(List.of(box), dropboxKey, registrar.handlers(), Clock.systemUTC())) {
        for (String address : addresses) {
          drop(
              "letter.sign-up",
              Map.of(
                  "address", List.of(address),
                  "letter", List.of("weekly"),
                  "language", List.of("en"),
                  "agreed", List.of("yes")));
        }
        assertThat(traces.in(data)).as("sealed in the dropbox").isEmpty();
        assertThat(office.collect()).isEqualTo(PEOPLE);
        assertThat(sink.mails).hasSize(PEOPLE);
        assertThat(traces.in(data)).as("signed up").isEmpty();

        List<String> tokens = sink.mails.stream().map(SearchedDiskTest::token).toList();
        for (String token : tokens.subList(0, PEOPLE - 6)) {
          drop("letter.confirm", Map.of("link", List.of(token)));
        }
        assertThat(office.collect()).isEqualTo(PEOPLE - 6);
        assertThat(new RollCounts(database).everybody()).isEqualTo(PEOPLE - 6);
        SubscriberLinks links = new SubscriberLinks(linkKey);
        for (int i = 0; i < 10; i++) {
          String id = tokens.get(i).substring(0, Ids.LENGTH);
          drop("letter.leave", Map.of("link", List.of(links.leaving(id, "weekly"))));
        }
        assertThat(office.collect()).isEqualTo(10);
        for (int i = 10; i < 15; i++) {
          assertThat(roll.remove(tokens.get(i).substring(0, Ids.LENGTH), Removal.BOUNCED)).isTrue();
        }
        assertThat(new RollCounts(database).everybody()).isEqualTo(PEOPLE - 21);
        assertThat(traces.in(data)).as("confirmed, left, bounced").isEmpty();
      }
      registrar.close();
    }
    assertThat(traces.in(data)).as("after the end").isEmpty();
  }
}
