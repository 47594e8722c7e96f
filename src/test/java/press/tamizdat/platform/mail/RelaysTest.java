package press.tamizdat.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelaysTest {
  private static final String TEXT = "Subject: A\r\n\r\n.one\r\n..two\r\n.\r\nthree\r\n";

  private static Mail mail(String to) {
    return new Mail("b-1@back.example", to, TEXT.getBytes(StandardCharsets.UTF_8));
  }

  private static Relays relays(Relay... relays) {
    return new Relays(Arrays.asList(relays), DomainPace.NONE, Optional.empty(), Clock.systemUTC());
  }

  @Test
  void aMessageArrivesAsItWasWithAnyDotsInIt() {
    try (PretendRelay pretend = PretendRelay.willing();
        Relays relays = relays(pretend.relay("one"))) {
      assertThat(relays.send(mail("reader@mail.example")))
          .isEqualTo(new Delivery.Accepted("2.0.0 taken for <[address]>"));
      assertThat(pretend.taken)
          .containsExactly(new PretendRelay.Taken("b-1@back.example", "reader@mail.example", TEXT));
    }
  }

  @Test
  void aConnectionCarriesSeveralMessagesAndIsThenMadeAnew() {
    try (PretendRelay pretend = PretendRelay.willing();
        Relays relays =
            relays(pretend.relay("one").limits(Relay.Limits.USUAL.mailsPerSession(4)))) {
      for (int i = 0; i < 9; i++) {
        assertThat(relays.send(mail("r" + i + "@mail.example")))
            .isInstanceOf(Delivery.Accepted.class);
      }
      assertThat(pretend.connections).hasValue(3);
    }
  }

  @Test
  void whatIsSaidOfOneRecipientIsSaidOfNoOther() {
    try (PretendRelay pretend =
            new PretendRelay(
                c ->
                    c.startsWith("RCPT TO:<gone")
                        ? Optional.of(
                            "550 5.1.1 <gone@mail.example>: gone is unknown at mail.example\r\n")
                        : c.startsWith("RCPT TO:<full")
                            ? Optional.of("452 4.2.2 over quota\r\n")
                            : Optional.empty());
        Relays relays = relays(pretend.relay("one"))) {
      assertThat(relays.send(mail("gone@mail.example")))
          .isEqualTo(
              new Delivery.Refused(550, "5.1.1", "<[address]>: [address] is unknown at [address]"));
      assertThat(relays.send(mail("full@mail.example")))
          .isEqualTo(new Delivery.Deferred(452, "4.2.2", "over quota"));
      assertThat(relays.send(mail("well@mail.example"))).isInstanceOf(Delivery.Accepted.class);
      assertThat(relays.troubles()).isEmpty();
      assertThat(pretend.taken).hasSize(1);
      assertThat(pretend.connections).hasValue(1);
    }
  }

  @Test
  void aRelayThatIsDownIsPassedOver() {
    PretendRelay first = PretendRelay.willing();
    Relay dead = first.relay("dead");
    first.close();
    try (PretendRelay second = PretendRelay.willing();
        Relays relays = relays(dead, second.relay("second"))) {
      for (int i = 0; i < 5; i++) {
        assertThat(relays.send(mail("r@mail.example"))).isInstanceOf(Delivery.Accepted.class);
      }
      assertThat(second.taken).hasSize(5);
      assertThat(relays.troubles()).singleElement().asString().contains("dead");
    }
  }

  @Test
  void aRelayThatWantsNothingOfUsIsPassedOver() {
    try (PretendRelay sour =
            new PretendRelay(
                c ->
                    c.startsWith("MAIL")
                        ? Optional.of("550 5.7.1 go away\r\n")
                        : Optional.empty());
        PretendRelay second = PretendRelay.willing();
        Relays relays = relays(sour.relay("sour"), second.relay("second"))) {
      assertThat(relays.send(mail("r@mail.example"))).isInstanceOf(Delivery.Accepted.class);
      assertThat(relays.troubles()).containsExactly("sour: it answers MAIL FROM with 550 5.7.1");
    }
  }

  @Test
  void whereEveryRelayIsDownThereIsARest() {
    PretendRelay gone = PretendRelay.willing();
    Relay dead = gone.relay("dead");
    gone.close();
    try (Relays relays = relays(dead)) {
      assertThat(relays.rest()).isZero();
      assertThat(relays.send(mail("r@mail.example")))
          .isEqualTo(new Delivery.Deferred(0, "4.4.1", "no relay could be reached"));
      assertThat(relays.rest()).isPositive();
    }
  }

  @Test
  void aMessageWhoseAnswerIsLostIsNotSentElsewhere() {
    try (PretendRelay mute =
            new PretendRelay(c -> c.startsWith(". ") ? Optional.of("hang up") : Optional.empty());
        PretendRelay second = PretendRelay.willing();
        Relays relays = relays(mute.relay("mute"), second.relay("second"))) {
      AtomicInteger crossed = new AtomicInteger();
      assertThat(relays.send(mail("r@mail.example"), crossed::incrementAndGet))
          .isEqualTo(new Delivery.Deferred(0, "4.4.2", "the connection broke before the answer"));
      assertThat(crossed).hasValue(1);
      assertThat(second.taken).isEmpty();
    }
  }

  @Test
  void aRelayThatHungUpWhileNobodySpokeIsCalledAgain() {
    AtomicInteger mails = new AtomicInteger();
    try (PretendRelay forgetful =
            new PretendRelay(
                c ->
                    c.startsWith("MAIL") && mails.incrementAndGet() == 2
                        ? Optional.of("hang up")
                        : Optional.empty());
        Relays relays = relays(forgetful.relay("one"))) {
      assertThat(relays.send(mail("a@mail.example"))).isInstanceOf(Delivery.Accepted.class);
      assertThat(relays.send(mail("b@mail.example"))).isInstanceOf(Delivery.Accepted.class);
      assertThat(relays.troubles()).isEmpty();
    }
  }

  @Test
  void aRelayThatNeverAnswersIsLeftWhenPatienceEnds() {
    try (PretendRelay slow =
            new PretendRelay(c -> c.startsWith("MAIL") ? Optional.of("") : Optional.empty());
        Relays relays =
            relays(
                slow.relay("slow").limits(Relay.Limits.USUAL.patience(Duration.ofMillis(200))))) {
      assertThat(relays.send(mail("a@mail.example"))).isInstanceOf(Delivery.Deferred.class);
    }
  }

  @Test
  void aRefusalOfEverybodyIsTheRelaysAndNoRecipients() {
    try (PretendRelay closed =
            new PretendRelay(
                c ->
                    c.startsWith("RCPT")
                        ? Optional.of("554 5.7.1 relay access denied\r\n")
                        : Optional.empty());
        Relays relays = relays(closed.relay("closed"))) {
      List<Delivery> all =
          IntStream.range(0, 20).mapToObj(i -> relays.send(mail("r@mail.example"))).toList();
      assertThat(all.subList(0, 19)).allMatch(d -> d instanceof Delivery.Refused);
      assertThat(all.getLast())
          .isEqualTo(new Delivery.Deferred(0, "4.4.1", "the relay refuses: 554 5.7.1"));
      assertThat(relays.rest()).isPositive();
    }
  }

  @Test
  void aWarmUpEndsTheDayAndANewStartDoesNotBeginItAnew(@TempDir Path counts) {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    try (PretendRelay pretend = PretendRelay.willing()) {
      Relay young =
          pretend.relay("young").limits(Relay.Limits.USUAL.warmUp(new WarmUp(today, 3, 2)));
      for (int start = 0; start < 2; start++) {
        try (Relays relays =
            new Relays(
                List.of(young),
                DomainPace.NONE,
                Optional.of(counts.resolve("relays")),
                Clock.systemUTC())) {
          for (int i = 0; i < 3; i++) {
            assertThat(relays.send(mail("r@mail.example"))).isNotNull();
          }
        }
      }
      assertThat(pretend.taken).hasSize(3);
      assertThat(new WarmUp(today, 3, 2).most(today.plusDays(4))).isEqualTo(48);
    }
  }

  @Test
  void aDomainIsSentNoMoreThanItsRate() {
    try (PretendRelay pretend = PretendRelay.willing();
        Relays relays =
            new Relays(
                List.of(pretend.relay("one")),
                new DomainPace(Optional.empty(), Map.of("slow.example", Rate.perMinute(60))),
                Optional.empty(),
                Clock.systemUTC())) {
      assertThat(relays.send(mail("a@Slow.example"))).isInstanceOf(Delivery.Accepted.class);
      assertThat(relays.send(mail("b@slow.example")))
          .isEqualTo(new Delivery.Deferred(0, "4.4.5", "held back by the rate for its domain"));
      assertThat(relays.send(mail("c@quick.example"))).isInstanceOf(Delivery.Accepted.class);
    }
  }

  @Test
  void aRelaysRateSpreadsItsMailsOverTime() {
    try (PretendRelay pretend = PretendRelay.willing();
        Relays relays =
            relays(
                pretend
                    .relay("one")
                    .limits(Relay.Limits.USUAL.rate(new Rate(50, Duration.ofSeconds(1)))))) {
      long from = System.nanoTime();
      for (int i = 0; i < 70; i++) {
        assertThat(relays.send(mail("r@mail.example"))).isInstanceOf(Delivery.Accepted.class);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - from)).isGreaterThan(Duration.ofMillis(380));
    }
  }

  @Test
  void anAddressBeyondAsciiGoesToARelayThatTakesIt() {
    try (PretendRelay pretend = PretendRelay.willing();
        Relays relays = relays(pretend.relay("one"))) {
      assertThat(relays.send(mail("читатель@почта.рф"))).isInstanceOf(Delivery.Accepted.class);
      assertThat(pretend.commands)
          .anyMatch(c -> c.startsWith("MAIL FROM:<b-1@back.example>") && c.endsWith(" SMTPUTF8"))
          .contains("RCPT TO:<читатель@xn--80a1acny.xn--p1ai>");
    }
  }

  @Test
  void anAddressIsNeverACommand() {
    try (PretendRelay pretend = PretendRelay.willing();
        Relays relays = relays(pretend.relay("one"))) {
      assertThat(relays.send(mail("a@b.example>\r\nRCPT TO:<x@y.example")))
          .isInstanceOf(Delivery.Refused.class);
      assertThat(pretend.commands).isEmpty();
      Mail smuggled =
          new Mail(
              "", "a@b.example", "Subject: A\r\n\r\n\n.\nMAIL".getBytes(StandardCharsets.UTF_8));
      assertThatThrownBy(() -> relays.send(smuggled)).isInstanceOf(IllegalArgumentException.class);
      assertThat(relays.send(mail("well@mail.example"))).isInstanceOf(Delivery.Accepted.class);
    }
  }
}
