package press.tamizdat.letter.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.tamizdat.platform.db.Database;
import press.tamizdat.platform.mail.Delivery;
import press.tamizdat.platform.mail.DomainPace;
import press.tamizdat.platform.mail.Mail;
import press.tamizdat.platform.mail.Relay;
import press.tamizdat.platform.mail.Relays;

/** A real postfix that cannot deliver, and hands its notices over by LMTP. */
class RealBounceTest {
  @TempDir private Path folder;
  private final BlockingQueue<String> off = new LinkedBlockingQueue<>();

  @Test
  void aRealBounceTakesAReaderOffTheRollAndAFullMailboxDoesNot() throws Exception {
    Assumptions.assumeTrue(Postfix.isInstalled(), "postfix is not installed, or this is not root");
    try (Database database = Database.open(folder.resolve("post.db"), "db/post");
        BounceCollection collection = collection(database);
        Postfix postfix =
            Postfix.in(Files.createDirectory(folder.resolve("postfix")), port(collection))) {
      collection.start();
      try (Relays relays = relays(postfix)) {
        send(relays, "b".repeat(26), "reader@full.example");
        send(relays, "c".repeat(26), "no-such-reader@receiver.example");
      }

      assertThat(off.poll(20, TimeUnit.SECONDS))
          .as(postfix.log())
          .isEqualTo("c".repeat(26) + " PERMANENT");
      await(database, 2);
      assertThat(counted(database)).containsExactly("b".repeat(26) + " 7");
      assertThat(off).isEmpty();
    }
  }

  private BounceCollection collection(Database database) {
    Bounces bounces =
        new Bounces(
            database,
            (subscriber, why) -> off.add(subscriber + " " + why),
            (_, _, _, _) -> List.of(),
            BounceRules.USUAL,
            Clock.systemUTC());
    return new BounceCollection(
        List.of(),
        Optional.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)),
        List.of(),
        bounces,
        Duration.ofMinutes(5));
  }

  private static int port(BounceCollection collection) {
    return ((InetSocketAddress) collection.local().orElseThrow()).getPort();
  }

  private static Relays relays(Postfix postfix) {
    Relay relay = Relay.at("own", "127.0.0.1", postfix.port(), Relay.Security.NONE);
    return new Relays(
        List.of(relay),
        new DomainPace(Optional.empty(), java.util.Map.of()),
        Optional.empty(),
        Clock.systemUTC());
  }

  private static void send(Relays relays, String subscriber, String recipient) {
    byte[] message =
        Notices.octets(
            """
            From: letters@paper.example
            To: %s
            Subject: The week
            Message-ID: <%s.%s@return.example>

            Hello
            """
                .formatted(recipient, Notices.ISSUE, subscriber));
    assertThat(relays.send(new Mail("b-" + subscriber + "-7@return.example", recipient, message)))
        .isInstanceOf(Delivery.Accepted.class);
  }

  private static void await(Database database, int messages) throws InterruptedException {
    for (int tries = 0; tries < 400 && seen(database) < messages; tries++) {
      Thread.sleep(50);
    }
    assertThat(seen(database)).isEqualTo(messages);
  }

  private static int seen(Database database) {
    return database.read(
        handle ->
            handle.createQuery("SELECT COUNT(*) FROM bounce_seen").mapTo(Integer.class).one());
  }

  private static List<String> counted(Database database) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT subscriber || ' ' || issue FROM bounce")
                .mapTo(String.class)
                .list());
  }
}
