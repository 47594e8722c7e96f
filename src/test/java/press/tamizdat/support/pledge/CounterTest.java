package press.tamizdat.support.pledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.tamizdat.post.Handled;
import press.tamizdat.support.Money;
import press.tamizdat.support.ledger.Sums;
import press.tamizdat.support.till.StandIn;
import press.tamizdat.support.till.StripeStandIn;
import press.tamizdat.support.till.TillSettings;
import press.tamizdat.trust.envelope.Answer;
import press.tamizdat.trust.envelope.Envelope;

/** What a reader sends, and what comes back. */
class CounterTest {
  @TempDir private Path folder;

  private static StripeStandIn stripe() {
    return new StripeStandIn(Optional.empty(), Optional.empty(), true);
  }

  private static String session(Answer answer) {
    String address = answer.goTo().orElseThrow().toString();
    return address.substring(address.lastIndexOf('/') + 1);
  }

  private static String thanks(StripeStandIn stripe, String session) {
    return stripe.successUrl(session).replaceAll(".*link=", "");
  }

  private void hear(Counter counter, StripeStandIn stripe, String till) {
    for (byte[] event : stripe.events()) {
      assertThat(counter.hook(till, event)).isInstanceOf(Handled.Done.class);
    }
  }

  private static String[] pledge(String till, String... more) {
    return Stream.concat(
            Stream.of(
                "frequency",
                "monthly",
                "amount",
                "10",
                "currency",
                "EUR",
                "till",
                till,
                "language",
                "en"),
            Stream.of(more))
        .toArray(String[]::new);
  }

  @Test
  void aReaderGivesEachMonthAndComesBackByThePrivateLinkAndCancels() {
    try (StripeStandIn stripe = stripe();
        Counter counter = Counter.withCards(folder, stripe)) {
      Envelope envelope = counter.envelope("pledge", pledge("card", "own", "12,50", "fees", "yes"));
      Answer answer = counter.send(envelope);
      assertThat(counter.send(envelope)).as("the same envelope again").isEqualTo(answer);
      String session = session(answer);
      String thanks = thanks(stripe, session);
      stripe.pay(session);

      Answer first = counter.send("manage", "link", thanks, "act", "show");
      assertThat(first.page()).isEqualTo("en/support/pledge.html");
      assertThat(first.fields()).containsEntry("state", "active").containsEntry("amount", "€13.15");
      String link = first.fields().getOrDefault("link", "");
      assertThat(counter.send("manage", "link", thanks, "act", "cancel").fields())
          .as("what the till knows cannot cancel, only show")
          .containsEntry("state", "active");
      hear(counter, stripe, "card");
      hear(counter, stripe, "card");

      GiveBack back = new GiveBack(counter.tills, counter.pledges, java.time.Clock.systemUTC());
      String id = link.substring(0, 26);
      String payment = counter.pledges.payments(id).getFirst().id();
      Money some = Money.of(115, "EUR");
      assertThat(back.give(id, payment, some, "w")).isInstanceOf(GiveBack.Outcome.Done.class);
      assertThat(back.give(id, payment, some, "w"))
          .as("the same wish")
          .isInstanceOf(GiveBack.Outcome.Done.class);
      assertThat(counter.pledges.find(id).orElseThrow().refunded()).isEqualTo(some);
      assertThat(back.give(id, payment, Money.of(9_999, "EUR"), "x"))
          .isInstanceOf(GiveBack.Outcome.Impossible.class);

      assertThat(counter.send("manage", "link", link, "act", "pause").fields())
          .containsEntry("state", "paused");
      assertThat(counter.send("manage", "link", link, "act", "resume").fields())
          .containsEntry("state", "active");
      assertThat(counter.send("manage", "link", link, "act", "change", "amount", "20").fields())
          .containsEntry("amount", "€20");
      assertThat(
              counter
                  .send("manage", "link", link, "act", "change", "amount", "0.5")
                  .fields()
                  .get("text"))
          .contains("least");
      assertThat(counter.send("manage", "link", link, "act", "receipt").fields().get("years"))
          .isEqualTo("2026: €13.15");
      assertThat(counter.send("manage", "link", link, "act", "cancel").fields())
          .containsEntry("state", "cancelled");
      assertThat(stripe.asked()).anyMatch(a -> a.startsWith("DELETE /v1/subscriptions/"));
      assertThat(counter.send("manage", "link", link, "act", "resume").fields().get("text"))
          .contains("ended already");
      YearMonth month = YearMonth.of(2026, 10);
      assertThat(new Sums(counter.database).income(month, month))
          .extracting(Sums.Income::amount)
          .containsExactly(Money.of(1315, "EUR"));
      assertThat(counter.pledges.months(month, month))
          .containsExactly(new Pledges.Month(month, 1, 1, 0));
    }
  }

  @Test
  void aProviderThatIsDownLeavesTheReaderWithAPageThatSaysWhatWasTaken() {
    try (StripeStandIn stripe = stripe();
        Counter counter = Counter.withCards(folder, stripe)) {
      String session = session(counter.send("pledge", pledge("card")));
      String thanks = thanks(stripe, session);
      stripe.pay(session);
      for (StandIn.Mood mood :
          List.of(StandIn.Mood.DOWN, StandIn.Mood.NONSENSE, StandIn.Mood.SLOW)) {
        stripe.mood = mood;
        Answer refused = counter.send("pledge", pledge("card"));
        assertThat(refused.page()).isEqualTo("en/support/trouble.html");
        assertThat(refused.fields().get("text")).contains("Nothing was taken");
        assertThat(counter.send("manage", "link", thanks, "act", "show").fields().get("text"))
            .contains("Nothing is taken twice");
      }
      String link =
          counter.send("manage", "link", thanks, "act", "show").fields().getOrDefault("link", "");
      stripe.mood = StandIn.Mood.WELL;
      hear(counter, stripe, "card");
      stripe.mood = StandIn.Mood.DOWN;
      Answer cancelled = counter.send("manage", "link", link, "act", "cancel");
      assertThat(cancelled.fields()).as("over at once with us").containsEntry("state", "cancelled");
      assertThat(cancelled.fields().get("text")).contains("we tell it again");
      assertThat(counter.reconcile.run().trouble()).isNotEmpty();
      stripe.mood = StandIn.Mood.WELL;
      assertThat(counter.reconcile.run().trouble()).isEmpty();
      assertThat(stripe.asked()).anyMatch(a -> a.startsWith("DELETE /v1/subscriptions/"));
      assertThat(counter.pledges.loose()).isEmpty();
    }
  }

  @Test
  void aPledgeGoesOnToAnotherTillAndTheOldOneEndsOnlyThen() {
    try (StripeStandIn stripe = stripe();
        Counter counter = Counter.withCards(folder, stripe)) {
      String session = session(counter.send("pledge", pledge("card")));
      String thanks = thanks(stripe, session);
      stripe.pay(session);
      String link =
          counter.send("manage", "link", thanks, "act", "show").fields().getOrDefault("link", "");
      hear(counter, stripe, "card");
      int before = stripe.events().size();

      String next = session(counter.send("manage", "link", link, "act", "move", "till", "other"));
      assertThat(counter.reconcile.endLoose()).isEmpty();
      assertThat(stripe.asked())
          .as("not before the new one is paid")
          .noneMatch(a -> a.startsWith("DELETE"));
      stripe.pay(next);
      for (byte[] event : stripe.events().subList(before, stripe.events().size())) {
        assertThat(counter.hook("other", event)).isInstanceOf(Handled.Done.class);
      }
      assertThat(counter.reconcile.endLoose()).isEmpty();
      assertThat(stripe.asked().stream().filter(a -> a.startsWith("DELETE"))).hasSize(1);
      Answer shown = counter.send("manage", "link", link, "act", "show");
      assertThat(shown.fields()).containsEntry("state", "active").containsEntry("till", "other");
    }
  }

  @Test
  void whatCannotBeIsAnsweredWithWhatToDo() {
    try (Counter counter = Counter.withPractice(folder)) {
      Map<String[], String> wrong =
          Map.of(
              pledge("practice", "own", "0"),
              "least",
              pledge("practice", "own", "-3"),
              "more than zero",
              pledge("practice", "own", "1000000000000"),
              "most",
              pledge("practice", "own", "ten"),
              "digits",
              pledge("nowhere"),
              "another",
              pledge("practice", "address", "not an address"),
              "address",
              new String[] {"frequency", "daily"},
              "how often");
      wrong.forEach(
          (fields, said) -> {
            Answer answer = counter.send("pledge", fields);
            assertThat(answer.page()).endsWith("/support/trouble.html");
            assertThat(answer.fields().get("text")).as("%s", List.of(fields)).contains(said);
          });
      assertThat(
              counter
                  .send(
                      "pledge",
                      "frequency",
                      "once",
                      "amount",
                      "۱۰",
                      "currency",
                      "EUR",
                      "till",
                      "practice",
                      "language",
                      "en")
                  .page())
          .isEqualTo("en/support/practice.html");
      for (String link : List.of("", "x", "a".repeat(42), "' OR 1=1 --")) {
        assertThat(counter.send("manage", "link", link, "act", "cancel").fields().get("text"))
            .contains("link");
      }
      assertThat(counter.send("manage", "link", "x", "language", "ru").page())
          .isEqualTo("ru/support/trouble.html");
    }
  }

  @Test
  void thePracticeTillShowsWhatPayingIsLikeAndStandsAlone() {
    try (Counter counter = Counter.withPractice(folder)) {
      Answer begun = counter.send("pledge", pledge("practice"));
      String link = begun.fields().getOrDefault("link", "");
      assertThat(counter.send("manage", "link", link, "act", "show").fields().get("text"))
          .contains("not confirmed yet");
      assertThat(counter.send("practice", "link", link, "act", "decline").fields())
          .containsEntry("state", "failing");
      Envelope press = counter.envelope("practice", "link", link, "act", "pay");
      assertThat(counter.send(press).fields()).containsEntry("state", "active");
      assertThat(counter.send(press).fields()).as("pressed once").containsEntry("paid", "€10");
      assertThat(counter.send("manage", "link", link, "act", "cancel").fields())
          .containsEntry("state", "cancelled");
    }
    assertThatThrownBy(
            () ->
                new press.tamizdat.support.till.Tills(
                    List.of(
                        Counter.settings("practice", TillSettings.Kind.PRACTICE, ""),
                        Counter.settings("transfer", TillSettings.Kind.BANK, "")),
                    (_, _) -> press.tamizdat.trust.Secret.of(""),
                    press.tamizdat.platform.db.Database.open(folder.resolve("post.db"), "db/post"),
                    java.time.Clock.systemUTC()))
        .hasMessageContaining("beside a real one");
  }

  @Test
  void anAddressIsSealedAndForgottenWithAllThatLeadsToAPerson() throws IOException {
    try (StripeStandIn stripe = stripe();
        Counter counter = Counter.withCards(folder, stripe)) {
      String address = StripeStandIn.PERSON.getFirst();
      String session = session(counter.send("pledge", pledge("card", "address", address)));
      String thanks = thanks(stripe, session);
      stripe.pay(session);
      hear(counter, stripe, "card");
      String link =
          counter.send("manage", "link", thanks, "act", "show").fields().getOrDefault("link", "");
      String id = link.substring(0, 26);
      assertThat(counter.pledges.sealed(id).flatMap(counter::opened))
          .hasValueSatisfying(
              b -> assertThat(b).asString(StandardCharsets.UTF_8).isEqualTo(address));
      assertThat(disk()).doesNotContain(StripeStandIn.PERSON);
      var _ = counter.send("manage", "link", link, "act", "cancel");
      assertThat(counter.pledges.forget(YearMonth.of(2026, 10))).isZero();
      assertThat(counter.pledges.forget(YearMonth.of(2028, 4))).isEqualTo(1);
      assertThat(counter.pledges.sealed(id)).isEmpty();
      assertThat(counter.pledges.find(id).orElseThrow().paid()).isEqualTo(Money.of(1000, "EUR"));
      hear(counter, stripe, "card");
      assertThat(counter.pledges.find(id).orElseThrow())
          .as("told again after all is forgotten")
          .satisfies(p -> assertThat(p.times()).isEqualTo(1))
          .satisfies(p -> assertThat(p.state()).isEqualTo(PledgeState.CANCELLED));
      YearMonth month = YearMonth.of(2026, 10);
      assertThat(new Sums(counter.database).income(month, month))
          .extracting(Sums.Income::times)
          .containsExactly(1L);
    }
    assertThat(disk()).doesNotContain("pi_1Practice", "cs_test_1Practice");
  }

  @Test
  void whatWasBegunAndNeverPaidIsForgottenToo() throws IOException {
    try (StripeStandIn stripe = stripe();
        Counter counter = Counter.withCards(folder, stripe)) {
      String address = StripeStandIn.PERSON.getFirst();
      var _ = session(counter.send("pledge", pledge("card", "address", address)));
      Pledge begun = counter.pledges.in(PledgeState.BEGUN, 0, 1).getFirst();
      assertThat(begun.state()).isEqualTo(PledgeState.BEGUN);
      assertThat(counter.pledges.forgetAddresses(begun.since())).isZero();
      assertThat(counter.pledges.sealed(begun.id())).isPresent();
      assertThat(counter.pledges.forgetAddresses(begun.since().plusMillis(1))).isEqualTo(1);
      assertThat(counter.pledges.sealed(begun.id())).isEmpty();
      assertThat(counter.pledges.forget(begun.month())).isZero();
      assertThat(counter.pledges.forget(begun.month().plusMonths(1))).isEqualTo(1);
      assertThat(counter.pledges.find(begun.id()).orElseThrow().since()).isEqualTo(Instant.EPOCH);
    }
  }

  private String disk() throws IOException {
    StringBuilder found = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        found.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return found.toString();
  }

  @Test
  void aCardThatShouldHaveBeenTurnedAwayIsShownUntilItsMoneyIsGivenBack() throws IOException {
    try (StripeStandIn stripe = stripe();
        Counter counter = Counter.withPayouts(folder, stripe)) {
      counter.reconcile.run(List.of("XK"));
      assertThat(stripe.refusedCountries()).containsExactly("XK");
      for (String country : List.of("DE", "XK")) {
        stripe.cardsFrom(country);
        stripe.pay(session(counter.send("pledge", pledge("card", "frequency", "once"))));
      }
      hear(counter, stripe, "card");
      List<Pledge> listed = counter.pledges.listed(Counter.NOW.minusSeconds(60));
      assertThat(listed).hasSize(1);
      assertThat(counter.pledges.listed(Counter.NOW.plusSeconds(86_400))).isEmpty();
      Pledges.Payment payment = counter.pledges.payments(listed.getFirst().id()).getFirst();
      new GiveBack(counter.tills, counter.pledges, java.time.Clock.systemUTC())
          .give(listed.getFirst().id(), payment.id(), payment.amount(), "whole");
      assertThat(counter.pledges.listed(Counter.NOW.minusSeconds(60))).isEmpty();
      counter.reconcile.run(List.of());
      assertThat(stripe.refusedCountries()).as("a list that became empty").isEmpty();
    }
  }
}
