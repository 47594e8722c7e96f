package press.tamizdat.support.remind;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.tamizdat.article.published.Publication;
import press.tamizdat.edition.MovableClock;
import press.tamizdat.platform.db.Database;
import press.tamizdat.platform.mail.Correspondence;
import press.tamizdat.platform.mail.Delivery;
import press.tamizdat.platform.mail.Mail;
import press.tamizdat.platform.mail.MailFolder;
import press.tamizdat.platform.mail.MailRoute;
import press.tamizdat.platform.text.Language;
import press.tamizdat.post.Handled;
import press.tamizdat.post.PostRoom;
import press.tamizdat.support.Frequency;
import press.tamizdat.support.Money;
import press.tamizdat.support.pledge.Pledge;
import press.tamizdat.support.pledge.Pledges;
import press.tamizdat.support.till.PracticeTill;
import press.tamizdat.trust.Ids;
import press.tamizdat.trust.LinkKey;
import press.tamizdat.trust.envelope.Envelope;
import press.tamizdat.trust.sealing.OpeningKey;

/** Messages to who asked for them, and what is left of an address afterwards. */
class RemindersTest {
  private static final Language EN = new Language("en");
  private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
  private static final String ADDRESS = "nadia.veshnina@example.org";
  private static final SecureRandom RANDOM = new SecureRandom();

  @TempDir private Path folder = Path.of("");
  private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T12:00:00Z"));
  private final OpeningKey key = OpeningKey.generate(RANDOM);

  @SuppressWarnings("NullAway.Init") // by openRoom, before each test
  private PostRoom room;

  @BeforeEach
  void openRoom() {
    Publication publication =
        new Publication(
            Map.of(EN, "The Ferry"),
            Map.of(),
            URI.create("https://ferry.example"),
            ZONE,
            List.of(EN),
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            List.of());
    MailFolder mail = new MailFolder(folder.resolve("mail"), clock);
    room =
        new PostRoom(
            Database.open(folder.resolve("post.db"), "db/post"),
            clock,
            RANDOM,
            () -> publication,
            mail,
            new Correspondence(
                "support@ferry.example", "ferry.example", URI.create("https://ferry.example")),
            key.sealing(),
            LinkKey.at(folder.resolve("links"), RANDOM));
  }

  @AfterEach
  void close() {
    room.database().close();
  }

  /** The same room with another way out for mail. */
  private PostRoom with(MailRoute mail) {
    return new PostRoom(
        room.database(),
        clock,
        RANDOM,
        room.publication(),
        mail,
        room.sender(),
        room.roll(),
        room.links());
  }

  private Envelope form(String kind, Map<String, String> fields) {
    return Envelope.form(
        Ids.next(RANDOM),
        kind,
        clock.instant(),
        fields.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> List.of(e.getValue()))));
  }

  private Envelope asking(String when) {
    return form("support.remind", Map.of("address", ADDRESS, "when", when, "language", "en"));
  }

  private List<String> mails() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("mail"))) {
      return files.sorted().map(RemindersTest::text).toList();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, UTF_8).replace("=\r\n", "").replace("=3D", "=");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Whether the address can be read anywhere in the database's files. */
  private boolean isOnDisk() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1)
            .contains("veshnina")) {
          return true;
        }
      }
    }
    return false;
  }

  private int kept() {
    return room.database()
        .<Integer>read(
            h -> h.createQuery("SELECT COUNT(*) FROM reminder").mapTo(Integer.class).one());
  }

  @Test
  void aReminderComesOnceAndTheAddressIsErased() throws IOException {
    Reminders reminders = new Reminders(room, key);
    assertThat(reminders.ask(asking("week"))).isInstanceOf(Handled.Done.class);
    assertThat(mails()).hasSize(1);
    assertThat(isOnDisk()).isFalse();
    assertThat(reminders.send()).isZero();
    clock.advance(Duration.ofDays(7));
    assertThat(reminders.send()).isEqualTo(1);
    assertThat(reminders.send()).isZero();
    assertThat(mails()).hasSize(2);
    assertThat(mails().getLast())
        .contains("To: <" + ADDRESS + ">", "https://ferry.example/en/support.html")
        .contains("Auto-Submitted: auto-replied");
    assertThat(kept()).isZero();
  }

  @Test
  void theSameEnvelopeTwiceMakesOneReminder() {
    Reminders reminders = new Reminders(room, key);
    Envelope envelope = asking("month");
    reminders.ask(envelope);
    reminders.ask(envelope);
    assertThat(kept()).isEqualTo(1);
  }

  @Test
  void theLinkErasesAtOnce() throws IOException {
    Reminders reminders = new Reminders(room, key);
    reminders.ask(asking("payday"));
    Matcher link = Pattern.compile("forget\\.html\\?link=([a-z2-7]+)").matcher(mails().getFirst());
    assertThat(link.find()).isTrue();
    reminders.forget(form("support.forget", Map.of("link", "a".repeat(42))));
    assertThat(kept()).isEqualTo(1);
    reminders.forget(form("support.forget", Map.of("link", link.group(1))));
    assertThat(kept()).isZero();
  }

  @Test
  void paydayIsTheNextLastWorkingDay() {
    assertThat(day("payday", "2026-11-22T12:00:00Z")).isEqualTo(LocalDate.of(2026, 11, 30));
    assertThat(day("payday", "2026-11-30T12:00:00Z")).isEqualTo(LocalDate.of(2026, 12, 31));
    assertThat(day("payday", "2027-01-29T12:00:00Z")).isEqualTo(LocalDate.of(2027, 2, 26));
    assertThat(day("month", "2027-01-31T12:00:00Z")).isEqualTo(LocalDate.of(2027, 2, 28));
    assertThat(Reminders.due("never", clock.instant(), ZONE)).isEmpty();
  }

  private static LocalDate day(String when, String now) {
    return LocalDate.ofInstant(Reminders.due(when, Instant.parse(now), ZONE).orElseThrow(), ZONE);
  }

  @Test
  void badInputIsRefusedAndKeepsNothing() {
    Reminders reminders = new Reminders(room, key);
    assertThat(reminders.ask(form("support.remind", Map.of("address", "x", "when", "week"))))
        .isInstanceOf(Handled.Refused.class);
    assertThat(reminders.ask(asking("tomorrow"))).isInstanceOf(Handled.Refused.class);
    assertThat(kept()).isZero();
  }

  @Test
  void whoLeftAnAddressGetsAReceiptAndAfterThatIsForgotten() throws IOException {
    Pledges pledges = new Pledges(room.database(), clock, RANDOM, () -> ZONE);
    Pledge pledge = pledge(pledges, Frequency.ONCE);
    Receipts receipts = new Receipts(room, pledges, key);
    assertThat(receipts.send()).isZero();
    pay(pledges, pledge.id());
    assertThat(receipts.send()).isEqualTo(1);
    assertThat(receipts.send()).isZero();
    assertThat(mails().getFirst()).contains("To: <" + ADDRESS + ">", "2.50", "pledge.html?link=");
    assertThat(pledges.sealed(pledge.id())).isEmpty();
    assertThat(isOnDisk()).isFalse();
  }

  @Test
  void inJanuaryTheYearIsToldOnce() throws IOException {
    Pledges pledges = new Pledges(room.database(), clock, RANDOM, () -> ZONE);
    Pledge pledge = pledge(pledges, Frequency.MONTHLY);
    Receipts receipts = new Receipts(room, pledges, key);
    pay(pledges, pledge.id());
    receipts.send();
    clock.advance(Duration.ofDays(30));
    pay(pledges, pledge.id());
    assertThat(receipts.send()).isEqualTo(1);
    clock.advance(Duration.ofDays(20));
    assertThat(receipts.send()).isEqualTo(1);
    assertThat(receipts.send()).isZero();
    assertThat(mails().getLast()).contains("2026", "5");
    assertThat(pledges.sealed(pledge.id())).isPresent();
  }

  @Test
  void paymentsThatFailAreToldOfOnceUntilOneComesAgain() throws IOException {
    Pledges pledges = new Pledges(room.database(), clock, RANDOM, () -> ZONE);
    Pledge pledge = pledge(pledges, Frequency.MONTHLY);
    Receipts receipts = new Receipts(room, pledges, key);
    press(pledges, pledge.id(), false);
    assertThat(receipts.send()).as("the first: it is seen at the till").isZero();
    pay(pledges, pledge.id());
    assertThat(receipts.send()).isEqualTo(1);
    for (int attempt = 0; attempt < 3; attempt++) {
      clock.advance(Duration.ofDays(3));
      press(pledges, pledge.id(), false);
      assertThat(receipts.send()).as("attempt %s", attempt).isEqualTo(attempt == 0 ? 1 : 0);
    }
    assertThat(mails().getLast())
        .contains("To: <" + ADDRESS + ">", "2.50", "You owe us nothing", "to pause or to stop")
        .contains("pledge.html?link=");
    pay(pledges, pledge.id());
    assertThat(receipts.send()).as("the receipt").isEqualTo(1);
    clock.advance(Duration.ofDays(3));
    press(pledges, pledge.id(), false);
    assertThat(receipts.send()).as("another time").isEqualTo(1);
    assertThat(receipts.send()).isZero();
    assertThat(isOnDisk()).isFalse();
  }

  @Test
  void inEachLanguageNothingIsOwed() throws IOException {
    for (String word : List.of("owe us nothing", "ничего нам не должны", "هیچ بدهی")) {
      String tag = word.startsWith("owe") ? "en" : word.startsWith("ничего") ? "ru" : "fa";
      assertThat(
              press.tamizdat.platform.text.Messages.of(new Language(tag), List.of("support_" + tag))
                  .say("mail.failed.text", "N", "1 €", "https://link"))
          .contains(word, "N", "1 €", "https://link");
    }
  }

  /** What a program that dies right after a message left has on its disk. */
  @Test
  void afterAStopAtAnyMomentNothingGoesTwice() throws IOException {
    Pledges pledges = new Pledges(room.database(), clock, RANDOM, () -> ZONE);
    Pledge pledge = pledge(pledges, Frequency.MONTHLY);
    pay(pledges, pledge.id());
    Envelope asked = asking("week");
    new Reminders(room, key).ask(asked);
    List<Runnable> rounds =
        List.of(
            () -> new Receipts(with(new Dying()), pledges, key).send(),
            () -> clock.advance(Duration.ofHours(1)),
            () -> press(pledges, pledge.id(), false),
            () -> new Receipts(with(new Dying()), pledges, key).send(),
            () -> clock.advance(Duration.ofDays(7)),
            () -> new Reminders(with(new Dying()), key).send());
    for (Runnable round : rounds) {
      try {
        round.run();
      } catch (Stopped e) {
        assertThat(e).hasMessage("after the message had left");
      }
      new Receipts(room, pledges, key).send();
      new Reminders(room, key).send();
    }
    new Reminders(room, key).ask(asked);
    assertThat(mails()).as("noted, receipt, failed, reminder, noted").hasSize(5);
  }

  @Test
  void whatTheRelayDoesNotTakeIsSentLater() throws IOException {
    Pledges pledges = new Pledges(room.database(), clock, RANDOM, () -> ZONE);
    Pledge pledge = pledge(pledges, Frequency.MONTHLY);
    pay(pledges, pledge.id());
    new Receipts(room, pledges, key).send();
    clock.advance(Duration.ofHours(1));
    press(pledges, pledge.id(), false);
    PostRoom deaf = with(new Deaf());
    assertThat(new Receipts(deaf, pledges, key).send()).isZero();
    Envelope asked = asking("week");
    assertThat(new Reminders(deaf, key).ask(asked)).isInstanceOf(Handled.Later.class);
    assertThat(kept()).isZero();
    assertThat(new Reminders(room, key).ask(asked)).isInstanceOf(Handled.Done.class);
    clock.advance(Duration.ofDays(7));
    assertThat(new Reminders(deaf, key).send()).isZero();
    assertThat(kept()).isEqualTo(1);
    assertThat(new Reminders(room, key).send()).isEqualTo(1);
    assertThat(new Receipts(room, pledges, key).send()).isEqualTo(1);
    assertThat(mails()).hasSize(4);
  }

  private static final class Stopped extends Error {
    private static final long serialVersionUID = 1;

    Stopped() {
      super("after the message had left");
    }
  }

  /** Mail leaves, and that is the last that the program sees. */
  private final class Dying implements MailRoute {
    @Override
    public Delivery send(Mail mail) {
      var _ = room.mail().send(mail);
      throw new Stopped();
    }

    @Override
    public void close() {
      // the room closes its own
    }
  }

  private static final class Deaf implements MailRoute {
    @Override
    public Delivery send(Mail mail) {
      return new Delivery.Deferred(451, "4.3.0", "later");
    }

    @Override
    public void close() {
      // nothing is open
    }
  }

  private Pledge pledge(Pledges pledges, Frequency frequency) {
    Pledge pledge =
        pledges.begin(
            Ids.next(RANDOM),
            frequency,
            Money.of(250, "EUR"),
            "practice",
            EN,
            Optional.of(key.sealing().seal(ADDRESS.getBytes(UTF_8))));
    pledges.opened(pledge, "practice", "practice-" + pledge.id() + "-1", List.of());
    return pledges.find(pledge.id()).orElseThrow();
  }

  private void pay(Pledges pledges, String id) {
    press(pledges, id, true);
  }

  private void press(Pledges pledges, String id, boolean paid) {
    Pledge pledge = pledges.find(id).orElseThrow();
    var event =
        new PracticeTill(clock)
            .pressed(
                new press.tamizdat.support.till.Held(
                    pledge.id(),
                    pledge.frequency(),
                    pledge.amount(),
                    pledge.session(),
                    "",
                    pledge.since()),
                paid,
                Ids.next(RANDOM));
    pledges.take("practice", List.of(event));
  }
}
