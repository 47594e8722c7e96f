package press.tamizdat.letter.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.tamizdat.edition.MovableClock;
import press.tamizdat.platform.db.Database;

class BouncesTest {
  private static final LocalDate FIRST_DAY = LocalDate.parse("2026-11-01");

  @TempDir private Path folder;
  private final MovableClock clock = new MovableClock(Instant.parse("2026-11-01T10:00:00Z"));
  private final List<String> off = new ArrayList<>();
  private final List<Taken> taken = new ArrayList<>();
  private Database database;
  private Bounces bounces;

  @BeforeEach
  void open() {
    database = Database.open(folder.resolve("post.db"), "db/post");
    bounces =
        new Bounces(
            database,
            (subscriber, why) -> off.add(subscriber + " " + why),
            (_, _, from, until) ->
                taken.stream()
                    .filter(t -> !t.at().isBefore(from) && t.at().isBefore(until))
                    .toList(),
            BounceRules.USUAL,
            clock);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aReaderWhoseMailboxIsGoneIsOffTheRollOnce() {
    byte[] notice = Notices.report("failed", "5.1.1", "550 5.1.1 User unknown");

    Finding first = bounces.take(notice, List.of());
    Finding again = bounces.take(notice, List.of());

    assertThat(again).isEqualTo(first);
    assertThat(off).containsExactly(Notices.READER + " PERMANENT");
    assertThat(bounces.counts(FIRST_DAY, FIRST_DAY))
        .containsExactly(new Bounces.Count(FIRST_DAY, Reason.USER_UNKNOWN, 1, 1));
  }

  @Test
  void aRefusalInTheDialogueGoesTheSameWay() {
    assertThat(bounces.refused(Notices.READER, "1", 550, "5.1.1", "[address] unknown"))
        .isEqualTo(Reason.USER_UNKNOWN);
    assertThat(off).containsExactly(Notices.READER + " PERMANENT");

    assertThat(bounces.refused(Notices.READER, "2", 554, "5.7.1", "blocked using a block list"))
        .isEqualTo(Reason.SENDER_REFUSED);
    assertThat(bounces.refused(Notices.READER, "2", 452, "4.2.2", "mailbox full"))
        .isEqualTo(Reason.MAILBOX_FULL);
    assertThat(off).hasSize(1);
  }

  @Test
  void fiveIssuesOverFifteenDaysAreEnough() {
    full(0, "1");
    full(4, "2");
    full(4, "3");
    full(4, "4");
    assertThat(off).isEmpty();

    full(4, "5");

    assertThat(off).containsExactly(Notices.READER + " TEMPORARY");
  }

  @Test
  void fiveOnOneDayAreNotEnough() {
    for (int issue = 1; issue <= 9; issue++) {
      full(0, "" + issue);
    }

    assertThat(off).isEmpty();
  }

  @Test
  void oneIssueCountsOnceHoweverManyNoticesTellOfIt() {
    for (int notice = 0; notice < 9; notice++) {
      full(3, "1");
    }

    assertThat(off).isEmpty();
  }

  @Test
  void anIssueThatGotThroughBeginsTheCountAnew() {
    full(0, "1");
    full(4, "2");
    clock.advance(Duration.ofDays(1));
    taken.add(new Taken("3", clock.instant()));
    full(3, "4");
    full(4, "5");
    full(4, "6");
    assertThat(off).isEmpty();

    full(4, "7");
    assertThat(off).isEmpty();
    full(4, "8");

    assertThat(off).containsExactly(Notices.READER + " TEMPORARY");
  }

  @Test
  void anIssueThatWasTakenAndCameBackDidNotGetThrough() {
    taken.add(new Taken("1", clock.instant()));
    for (int issue = 1; issue <= 5; issue++) {
      taken.add(new Taken("" + issue, clock.instant()));
      full(4, "" + issue);
    }

    assertThat(off).hasSize(1);
  }

  @Test
  void whatTheSenderIsBlamedForTakesNobodyOff() {
    for (int week = 1; week <= 20; week++) {
      clock.advance(Duration.ofDays(7));
      assertThat(bounces.refused(Notices.READER, "" + week, 550, "5.7.1", "listed at spamhaus"))
          .isEqualTo(Reason.SENDER_REFUSED);
    }

    assertThat(off).isEmpty();
  }

  @Test
  void aComplaintEndsItAtOnce() {
    byte[] complaint =
        Notices.octets(
            """
            From: fbl@provider.example
            To: %s
            Content-Type: multipart/report; boundary=b1

            --b1
            Content-Type: message/feedback-report

            Feedback-Type: abuse
            --b1--
            """
                .formatted(Notices.RETURN_PATH));

    assertThat(bounces.take(complaint, List.of()).reason()).isEqualTo(Reason.COMPLAINT);
    assertThat(off).containsExactly(Notices.READER + " COMPLAINT");
  }

  @Test
  void aServerThatMissesASignatureSpeaksForNoReader() {
    byte[] report =
        Notices.octets(
            """
            From: dmarc@provider.example
            To: %s
            Content-Type: multipart/report; boundary=b1

            --b1
            Content-Type: message/feedback-report

            Feedback-Type: auth-failure
            --b1--
            """
                .formatted(Notices.RETURN_PATH));

    assertThat(bounces.take(report, List.of()).reason()).isEqualTo(Reason.UNSIGNED);
    assertThat(off).isEmpty();
  }

  @Test
  void whatIsOldIsForgotten() {
    byte[] notice = Notices.report("failed", "5.1.1", "550 5.1.1 User unknown");
    Finding _ = bounces.take(notice, List.of());
    clock.advance(Duration.ofDays(60));
    bounces.forgetOld();

    Finding _ = bounces.take(notice, List.of());

    assertThat(off).hasSize(2);
  }

  private void full(int daysLater, String issue) {
    clock.advance(Duration.ofDays(daysLater));
    assertThat(bounces.refused(Notices.READER, issue, 552, "5.2.2", "Mailbox full"))
        .isEqualTo(Reason.MAILBOX_FULL);
  }
}
