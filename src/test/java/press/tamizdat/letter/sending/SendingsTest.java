package press.tamizdat.letter.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.tamizdat.letter.roll.SubscriberLinks;
import press.tamizdat.platform.mail.Delivery;
import press.tamizdat.platform.mail.DomainPace;
import press.tamizdat.platform.mail.PretendRelay;
import press.tamizdat.platform.mail.Relay;
import press.tamizdat.platform.mail.Relays;
import press.tamizdat.trust.Secret;
import press.tamizdat.trust.dkim.Dkim;
import press.tamizdat.trust.dkim.DkimKey;
import press.tamizdat.trust.sealing.SealingKeyring;

class SendingsTest {
  @TempDir Path folder;
  private Subscribers people;

  @BeforeEach
  void open() {
    people = new Subscribers(folder);
  }

  @AfterEach
  void shut() {
    people.close();
  }

  private static Relays relays(Relay... relays) {
    return new Relays(Arrays.asList(relays), DomainPace.NONE, Optional.empty(), Clock.systemUTC());
  }

  private void many(int count) {
    for (int i = 0; i < count; i++) {
      people.add("reader" + i + "@mail.example");
    }
  }

  private static Progress send(Sendings sendings) {
    assertThat(sendings.arm(Subscribers.issue(), Subscribers.PASSPHRASE))
        .isEqualTo(new Armed.Sending());
    return Subscribers.await(sendings, Progress.State.DONE);
  }

  @Test
  void everybodyGetsTheIssueOnceWithTheirOwnLink() {
    many(100);
    String id = people.add("last@mail.example");
    List<DkimKey> keys = DkimKey.in(folder.resolve("keys"), "tz", new SecureRandom());
    try (PretendRelay pretend = PretendRelay.willing();
        Relays relays = relays(pretend.relay("one"));
        Sendings sendings =
            people.sendings(
                relays,
                Optional.of(new Dkim("ilma.example", keys)),
                (key, entity) -> Optional.empty())) {
      Progress done = send(sendings);
      assertThat(done.accepted()).isEqualTo(101).isEqualTo(done.audience());
      assertThat(pretend.taken).hasSize(101);
      assertThat(pretend.taken.stream().map(PretendRelay.Taken::to).collect(Collectors.toSet()))
          .hasSize(101);
      PretendRelay.Taken last =
          pretend.taken.stream().filter(t -> t.to().equals("last@mail.example")).findAny().get();
      SubscriberLinks links = new SubscriberLinks(people.links());
      assertThat(last.from()).isEqualTo("b-" + id + "-12@back.ilma.example");
      assertThat(last.message())
          .startsWith("DKIM-Signature: v=1; a=rsa-sha256;")
          .contains(
              "Message-ID: <" + Subscribers.issue().id() + "." + id + "@back.ilma.example>\r\n")
          .contains(
              "List-Unsubscribe: <https://ilma.example/forms/letter.leave?link="
                  + links.leaving(id, "weekly")
                  + ">\r\n")
          .contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n")
          .contains("List-Id: Ilma Today\r\n <weekly.ilma.example>\r\n")
          .contains("X-Edition: 12\r\n", "a=ed25519-sha256")
          .doesNotContain("{{link}}");
      assertThat(Pattern.compile(links.managing(id)).matcher(last.message()).results()).hasSize(2);
      assertThat(sendings.arm(Subscribers.issue(), Subscribers.PASSPHRASE))
          .isEqualTo(new Armed.Over());
      assertThat(sendings.locked()).isEmpty();
    }
  }

  @Test
  void refusalsDeferralsLeaversAndDoublesAreCounted() {
    AtomicInteger tries = new AtomicInteger();
    people.add("well@mail.example");
    people.add("same@mail.example");
    people.add("Same@MAIL.example");
    String gone = people.add("gone@mail.example");
    String full = people.add("full@mail.example");
    people.add("later@mail.example");
    people.add("key@mail.example", Optional.of("no key".getBytes(StandardCharsets.US_ASCII)));
    try (PretendRelay pretend =
            new PretendRelay(
                c ->
                    c.startsWith("RCPT TO:<gone")
                        ? Optional.of("550 5.1.1 no such mailbox\r\n")
                        : c.startsWith("RCPT TO:<full")
                            ? Optional.of("452 4.2.2 over quota\r\n")
                            : c.startsWith("RCPT TO:<later") && tries.incrementAndGet() < 3
                                ? Optional.of("450 4.7.1 come again\r\n")
                                : Optional.empty());
        Relays relays = relays(pretend.relay("one"));
        Sendings sendings = people.sendings(relays)) {
      Progress done = send(sendings);
      assertThat(List.of(done.audience(), done.accepted(), done.refused(), done.excluded()))
          .containsExactly(7L, 3L, 2L, 2L);
      assertThat(people.rows())
          .isEqualTo(
              Map.of("accepted", 3L, "refused", 2L, "excluded duplicate", 1L, "excluded key", 1L));
      assertThat(people.database.<Long>read(SendingsTest::subscribers)).isEqualTo(6); // of 7 rows
      assertThat(people.refused)
          .containsExactlyInAnyOrder(gone + " 550 5.1.1", full + " 452 4.2.2");
      assertThat(tries).hasValue(3);
    }
  }

  private static long subscribers(org.jdbi.v3.core.Handle handle) {
    return handle.createQuery("SELECT count(*) FROM subscriber").mapTo(Long.class).one();
  }

  @Test
  void whoLeavesWhileTheIssueGoesOutGetsNothing() {
    many(5);
    String leaver = people.add("leaver@mail.example");
    try (PretendRelay pretend =
            new PretendRelay(
                c -> {
                  if (!c.startsWith("RCPT TO:<leaver")) {
                    return Optional.empty();
                  }
                  people.remove(leaver);
                  return Optional.of("450 4.7.1 come again\r\n");
                });
        Relays relays = relays(pretend.relay("one"));
        Sendings sendings = people.sendings(relays)) {
      assertThat(sendings.arm(Subscribers.issue(), Subscribers.PASSPHRASE))
          .isEqualTo(new Armed.Sending());
      assertThat(Subscribers.await(sendings, Progress.State.DONE).excluded()).isEqualTo(1);
      assertThat(people.rows()).containsEntry("excluded left", 1L);
    }
  }

  @Test
  void aRelayThatDiesInTheMiddleLeavesNobodyOut() {
    many(600);
    AtomicInteger taken = new AtomicInteger();
    try (PretendRelay second = PretendRelay.willing()) {
      PretendRelay[] first = new PretendRelay[1];
      first[0] =
          new PretendRelay(
              c -> {
                if (c.startsWith(". ") && taken.incrementAndGet() == 150) {
                  first[0].close();
                }
                return Optional.empty();
              });
      try (Relays relays = relays(first[0].relay("first"), second.relay("second"));
          Sendings sendings = people.sendings(relays)) {
        assertThat(send(sendings).accepted()).isEqualTo(600);
      }
      Set<String> reached = new HashSet<>();
      first[0].taken.forEach(t -> reached.add(t.to()));
      second.taken.forEach(t -> reached.add(t.to()));
      assertThat(reached).hasSize(600);
      assertThat(first[0].taken.size() + second.taken.size() - 600).isBetween(0, 10);
    }
  }

  @Test
  void withoutTheRightPassphraseNothingIsOpened() {
    many(3);
    try (PretendRelay pretend = PretendRelay.willing();
        Relays relays = relays(pretend.relay("one"));
        Sendings sendings = people.sendings(relays)) {
      assertThat(sendings.arm(Subscribers.issue(), Secret.of("another")))
          .isInstanceOf(Armed.Shut.class)
          .extracting(a -> ((Armed.Shut) a).why())
          .isInstanceOf(SealingKeyring.Opening.WrongPassphrase.class);
      assertThat(sendings.progress(Subscribers.issue().id())).isEmpty();
    }
  }

  @Test
  void aRunThatWasShutIsLockedAndGoesOnWhenItIsOpened() {
    many(150);
    Set<String> ids = ConcurrentHashMap.newKeySet();
    try (PretendRelay slow =
            new PretendRelay(
                c -> {
                  if (c.startsWith(". ")) {
                    Subscribers.pause();
                  }
                  return Optional.empty();
                });
        Relays relays = relays(slow.relay("slow"))) {
      try (Sendings first = people.sendings(relays)) {
        assertThat(first.arm(Subscribers.issue(), Subscribers.PASSPHRASE))
            .isEqualTo(new Armed.Sending());
        while (slow.taken.size() < 30) {
          Subscribers.pause();
        }
      }
      try (Sendings second = people.sendings(relays)) {
        Progress locked = second.progress(Subscribers.issue().id()).orElseThrow();
        assertThat(locked.state()).isEqualTo(Progress.State.LOCKED);
        assertThat(second.locked()).containsExactly(Subscribers.issue().id());
        assertThat(second.unlock(Subscribers.issue().id(), Subscribers.PASSPHRASE))
            .isEqualTo(new Armed.Sending());
        assertThat(Subscribers.await(second, Progress.State.DONE).accepted()).isEqualTo(150);
      }
      slow.taken.forEach(t -> ids.add(t.to()));
      assertThat(slow.taken).hasSize(150);
      assertThat(ids).hasSize(150);
    }
  }

  @Test
  void aPauseHoldsItAndAStopEndsIt() {
    many(400);
    try (PretendRelay slow =
            new PretendRelay(
                c -> {
                  if (c.startsWith(". ")) {
                    Subscribers.pause();
                  }
                  return Optional.empty();
                });
        Relays relays = relays(slow.relay("slow"));
        Sendings sendings = people.sendings(relays)) {
      String id = Subscribers.issue().id();
      assertThat(sendings.arm(Subscribers.issue(), Subscribers.PASSPHRASE))
          .isEqualTo(new Armed.Sending());
      sendings.pause(id);
      Progress paused = Subscribers.await(sendings, Progress.State.PAUSED);
      assertThat(paused.accepted()).isLessThan(400);
      sendings.stop(id);
      Progress stopped = Subscribers.await(sendings, Progress.State.STOPPED);
      assertThat(stopped.accepted() + stopped.excluded()).isEqualTo(400);
      assertThat(stopped.queued()).isZero();
    }
  }

  @Test
  void oneRelayThatIsDownIsWaitedForWithoutAnAddressOpen() {
    many(50);
    PretendRelay down = PretendRelay.willing();
    Relay dead = down.relay("dead");
    down.close();
    try (Relays relays = relays(dead);
        Sendings sendings = people.sendings(relays)) {
      assertThat(sendings.arm(Subscribers.issue(), Subscribers.PASSPHRASE))
          .isEqualTo(new Armed.Sending());
      while (sendings.progress(Subscribers.issue().id()).orElseThrow().trouble().isEmpty()) {
        Subscribers.pause();
      }
      Progress now = sendings.progress(Subscribers.issue().id()).orElseThrow();
      assertThat(now.trouble().orElseThrow()).startsWith("dead: it cannot be reached");
      assertThat(now.refused() + now.accepted()).isZero();
    }
  }

  @Test
  void aReaderWithAKeyGetsItEncrypted() {
    people.add("reader@mail.example", Optional.of("a key".getBytes(StandardCharsets.US_ASCII)));
    try (PretendRelay pretend = PretendRelay.willing();
        Relays relays = relays(pretend.relay("one"));
        Sendings sendings =
            people.sendings(
                relays,
                Optional.empty(),
                (key, entity) -> {
                  assertThat(new String(key, StandardCharsets.US_ASCII)).isEqualTo("a key");
                  assertThat(new String(entity, StandardCharsets.US_ASCII))
                      .startsWith("Content-Type: multipart/alternative");
                  return Optional.of(
                      "-----BEGIN PGP MESSAGE-----\n".getBytes(StandardCharsets.US_ASCII));
                })) {
      send(sendings);
      assertThat(pretend.taken.getFirst().message())
          .contains("Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"")
          .contains("\r\n-----BEGIN PGP MESSAGE-----\r\n")
          .doesNotContain("Read on");
    }
  }

  @Test
  void noAddressIsOnTheDiskAfterwards() throws IOException {
    many(40);
    try (PretendRelay pretend = PretendRelay.willing();
        Relays relays = relays(pretend.relay("one"));
        Sendings sendings = people.sendings(relays)) {
      send(sendings);
    }
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(bytes).as(file.toString()).doesNotContain("mail.example");
      }
    }
  }

  @Test
  void aTestGoesToOneAddressAndIsNotWrittenDown() {
    try (PretendRelay pretend = PretendRelay.willing();
        Relays relays = relays(pretend.relay("one"));
        Sendings sendings = people.sendings(relays)) {
      assertThat(sendings.test(Subscribers.issue(), "editor@ilma.example"))
          .isInstanceOf(Delivery.Accepted.class);
      assertThat(pretend.taken).hasSize(1);
      assertThat(sendings.progress(Subscribers.issue().id())).isEmpty();
    }
  }
}
