package press.tamizdat.letter.roll;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.tamizdat.platform.db.Database;
import press.tamizdat.platform.mail.Correspondence;
import press.tamizdat.platform.mail.Delivery;
import press.tamizdat.platform.mail.Mail;
import press.tamizdat.platform.mail.MailFolder;
import press.tamizdat.platform.mail.MailRoute;
import press.tamizdat.platform.mail.MailThrottle;
import press.tamizdat.platform.mail.MailThrottle.Limit;
import press.tamizdat.platform.text.Language;
import press.tamizdat.post.Handled;
import press.tamizdat.post.PostRoom;
import press.tamizdat.trust.Ids;
import press.tamizdat.trust.LinkKey;
import press.tamizdat.trust.envelope.Answer;
import press.tamizdat.trust.envelope.Envelope;
import press.tamizdat.trust.envelope.ReplyKey;
import press.tamizdat.trust.sealing.OpeningKey;

/** Signing up, confirming, choosing and leaving, as envelopes bring it. */
class RegistrarTest {
  private static final Language EN = Ferry.EN;
  private static final Language RU = Ferry.RU;
  private static final Pattern LINK = Pattern.compile("confirm\\.html\\?link=([a-z2-7]{42})");

  @TempDir Path folder;
  private final Hands hands = new Hands(Instant.parse("2026-11-20T10:00:00Z"));
  private final SecureRandom random = new SecureRandom();
  private final OpeningKey rollKey = OpeningKey.generate(random);
  private final OpeningKey dropbox = OpeningKey.generate(random);
  private volatile Optional<Delivery> refusing = Optional.empty();
  private Database database;
  private Registrar registrar;
  private SubscriberLinks links;
  private RollCounts counts;

  @BeforeEach
  void open() {
    links = new SubscriberLinks(LinkKey.at(folder.resolve("links.key"), random));
    database = Database.open(folder.resolve("post.db"), "db/post");
    registrar = registrar(MailThrottle.Limits.USUAL);
    counts = new RollCounts(database);
  }

  private Registrar registrar(MailThrottle.Limits limits) {
    PostRoom room =
        new PostRoom(
            database,
            hands,
            random,
            Ferry::publication,
            route(new MailFolder(folder.resolve("mail"), hands)),
            new Correspondence(
                "letters@ferry.example", "back.ferry.example", URI.create("https://ferry.example")),
            rollKey.sealing(),
            links.key());
    return new Registrar(room, dropbox, limits);
  }

  private MailRoute route(MailFolder caught) {
    return new MailRoute() {
      @Override
      public Delivery send(Mail mail) {
        return refusing.orElseGet(() -> caught.send(mail));
      }

      @Override
      public void close() {
        caught.close();
      }
    };
  }

  @AfterEach
  void close() {
    registrar.close();
    database.close();
  }

  private Envelope envelope(String kind, Map<String, List<String>> fields) {
    return Envelope.form(Ids.next(random), kind, hands.instant(), fields);
  }

  private Envelope signUp(String address, String language, String... letters) {
    return envelope(
        "letter.sign-up",
        Map.of(
            "address", List.of(address),
            "letter", List.of(letters),
            "language", List.of(language),
            "agreed", List.of("yes")));
  }

  private Handled handle(Envelope envelope) {
    return Optional.ofNullable(registrar.handlers().get(envelope.kind()))
        .orElseThrow()
        .handle(envelope);
  }

  private Handled handle(String kind, String link) {
    return handle(envelope(kind, Map.of("link", List.of(link))));
  }

  private List<String> mails() {
    try (Stream<Path> files = Files.list(folder.resolve("mail"))) {
      return files.sorted().map(RegistrarTest::text).toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
          .replace("=\r\n", "")
          .replace("=3D", "=");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String link(String mail) {
    Matcher link = LINK.matcher(mail);
    assertThat(link.find()).isTrue();
    return link.group(1);
  }

  private String joined(String address, String language, String... letters) {
    int before = mails().size();
    assertThat(handle(signUp(address, language, letters))).isEqualTo(Handled.done());
    assertThat(mails()).hasSize(before + 1);
    String link = link(mails().getLast());
    assertThat(handle("letter.confirm", link)).isEqualTo(Handled.done());
    return link.substring(0, Ids.LENGTH);
  }

  @Test
  void whoConfirmsIsOnTheRollAndOnlyTheRollsKeySaysWho() {
    String id = joined(" Vera@Ferry.example", "en", "weekly", "breaking", "other");

    Addressee row = new Audience(database).page("weekly", EN, "", 10).getFirst();
    assertThat(row.id()).isEqualTo(id);
    assertThat(SealedAddress.open(row.sealed(), rollKey).orElseThrow().text())
        .isEqualTo("Vera@ferry.example");
    assertThat(SealedAddress.open(row.sealed(), dropbox)).isEmpty();
    assertThat(counts.now("breaking", EN)).isOne();
    assertThat(counts.now("other", EN)).isZero();
  }

  @Test
  void theMailAsksInTheReadersLanguageAndTracksNothing() {
    assertThat(handle(signUp("вера@пример.рф", "ru", "weekly", "breaking")))
        .isEqualTo(Handled.done());

    String mail = mails().getFirst();
    assertThat(mail)
        .contains("Return-Path: <b-")
        .contains("-0@back.ferry.example>")
        .contains("Auto-Submitted: ")
        .contains("Message-ID: <confirm.")
        .contains("https://ferry.example/ru/letters/confirm.html?link=")
        .doesNotContain("<img", "Breaking");
    String html = mail.substring(mail.indexOf("Content-Type: text/html"));
    assertThat(html).contains("dir=\"ltr\"");
  }

  @Test
  void aSecondSignUpOfTheDayIsNotMailedAndSaysNothing() {
    assertThat(handle(signUp("vera@ferry.example", "en", "weekly"))).isEqualTo(Handled.done());

    assertThat(handle(signUp("Vera+x@ferry.example", "en", "weekly")))
        .isInstanceOf(Handled.Refused.class);
    assertThat(mails()).hasSize(1);
    assertThat(counts.unconfirmed()).isOne();
  }

  @Test
  void whatCannotBeASignUpIsRefused() {
    assertThat(handle(signUp("vera", "en", "weekly"))).isInstanceOf(Handled.Refused.class);
    assertThat(handle(signUp("vera@ferry.example", "en", "nothing")))
        .isInstanceOf(Handled.Refused.class);
    assertThat(
            handle(
                envelope(
                    "letter.sign-up",
                    Map.of("address", List.of("vera@ferry.example"), "letter", List.of("weekly")))))
        .isInstanceOf(Handled.Refused.class);
    assertThat(mails()).isEmpty();
  }

  @Test
  void anEnvelopeThatIsGivenTwiceAddsNobody() {
    refusing = Optional.of(new Delivery.Deferred(451, "4.3.0", "later"));
    Envelope envelope = signUp("vera@ferry.example", "en", "weekly");
    assertThat(handle(envelope)).isEqualTo(Handled.done());
    assertThat(handle(envelope)).isEqualTo(Handled.done());

    assertThat(counts.unconfirmed()).isOne();
    assertThat(registrar.waiting()).isOne();
  }

  @Test
  void aRelayThatIsAwayDelaysTheMailAndNothingElse() {
    refusing = Optional.of(new Delivery.Deferred(0, "", ""));
    assertThat(handle(signUp("vera@ferry.example", "en", "weekly"))).isEqualTo(Handled.done());
    registrar.round();
    assertThat(registrar.waiting()).isOne();

    refusing = Optional.empty();
    hands.move(Duration.ofMinutes(6));
    registrar.round();

    assertThat(registrar.waiting()).isZero();
    assertThat(mails()).hasSize(1);
    assertThat(handle("letter.confirm", link(mails().getFirst()))).isEqualTo(Handled.done());
    assertThat(counts.everybody()).isOne();
  }

  @Test
  void aMailboxThatIsNotThereIsErasedAtOnce() {
    refusing = Optional.of(new Delivery.Refused(550, "5.1.1", "no such user"));

    assertThat(handle(signUp("vera@ferry.example", "en", "weekly")))
        .isInstanceOf(Handled.Refused.class);

    assertThat(counts.unconfirmed()).isZero();
  }

  @Test
  void aDomainThatHadEnoughWaitsItsTurn() {
    registrar.close();
    Limit one = new Limit(1, 9);
    registrar = registrar(new MailThrottle.Limits(one, one, new Limit(9, 9)));
    assertThat(handle(signUp("a@ferry.example", "en", "weekly"))).isEqualTo(Handled.done());
    assertThat(handle(signUp("b@ferry.example", "en", "weekly"))).isEqualTo(Handled.done());
    assertThat(mails()).hasSize(1);

    hands.move(Duration.ofMinutes(10));
    registrar.round();
    assertThat(mails()).hasSize(1);
    hands.move(Duration.ofMinutes(60));
    registrar.round();

    assertThat(mails()).hasSize(2);
    assertThat(registrar.waiting()).isZero();
  }

  @Test
  void whatWaitedForADayIsErased() {
    refusing = Optional.of(new Delivery.Deferred(0, "", ""));
    assertThat(handle(signUp("vera@ferry.example", "en", "weekly"))).isEqualTo(Handled.done());

    hands.move(Duration.ofHours(24));
    registrar.round();
    assertThat(registrar.waiting()).isZero();
    hands.move(Duration.ofDays(2));
    registrar.round();
    assertThat(counts.unconfirmed()).isZero();
  }

  @Test
  void aLinkIsGoodForOneThingOnly() {
    String id = joined("vera@ferry.example", "en", "weekly", "breaking");

    assertThat(handle("letter.leave", links.confirming(id))).isInstanceOf(Handled.Refused.class);
    assertThat(handle("letter.leave", id)).isInstanceOf(Handled.Refused.class);
    assertThat(handle("letter.leave", "")).isInstanceOf(Handled.Refused.class);
    assertThat(handle("letter.confirm", links.managing(id))).isInstanceOf(Handled.Refused.class);
    assertThat(handle("letter.manage", links.leaving(id, "weekly")))
        .isInstanceOf(Handled.Refused.class);
    assertThat(counts.everybody()).isOne();
  }

  @Test
  void leavingOneLetterLeavesTheOthers() {
    String id = joined("vera@ferry.example", "en", "weekly", "breaking");

    assertThat(handle("letter.leave", links.leaving(id, "breaking"))).isEqualTo(Handled.done());
    assertThat(handle("letter.leave", links.leaving(id, "breaking")))
        .isInstanceOf(Handled.Refused.class);
    assertThat(counts.now("weekly", EN)).isOne();

    assertThat(handle("letter.leave", links.managing(id))).isEqualTo(Handled.done());
    assertThat(counts.everybody()).isZero();
  }

  @Test
  void theLinkForChoosingStopsTheLetterThatIsNamed() {
    String id = joined("vera@ferry.example", "en", "weekly", "breaking");
    Map<String, List<String>> fields =
        Map.of("link", List.of(links.managing(id)), "letter", List.of("weekly"));

    assertThat(handle(envelope("letter.leave", fields))).isEqualTo(Handled.done());
    assertThat(handle(envelope("letter.leave", fields))).isInstanceOf(Handled.Refused.class);
    assertThat(counts.now("weekly", EN)).isZero();
    assertThat(counts.now("breaking", EN)).isOne();
  }

  private Handled manage(String link, Map<String, List<String>> fields, boolean waits) {
    Map<String, List<String>> all = new HashMap<>(fields);
    all.put("link", List.of(link));
    Envelope plain = envelope("letter.manage", all);
    return handle(
        waits
            ? new Envelope(
                plain.id(),
                plain.kind(),
                plain.at(),
                all,
                Map.of(),
                new byte[0],
                Optional.of(ReplyKey.generate(random)))
            : plain);
  }

  @Test
  void choosingChangesLettersAndLanguage() {
    String id = joined("vera@ferry.example", "en", "weekly", "breaking");

    assertThat(
            manage(
                links.managing(id),
                Map.of("letter", List.of("", "~breaking"), "language", List.of("ru")),
                false))
        .isInstanceOf(Handled.Done.class);

    assertThat(counts.now("weekly", RU)).isOne();
    assertThat(counts.now("breaking", EN)).isZero();

    assertThat(manage(links.managing(id), Map.of("act", List.of("erase")), false))
        .isInstanceOf(Handled.Done.class);
    assertThat(counts.everybody()).isZero();
  }

  @Test
  void whatIsNotSaidStaysAsItIs() {
    String id = joined("vera@ferry.example", "en", "weekly");

    assertThat(manage(links.managing(id), Map.of("language", List.of("en")), false))
        .isInstanceOf(Handled.Done.class);
    assertThat(counts.now("weekly", EN)).isOne();

    assertThat(manage(links.managing(id), Map.of("letter", List.of("breaking")), false))
        .isInstanceOf(Handled.Done.class);
    assertThat(counts.now("weekly", EN)).isOne();
    assertThat(counts.now("breaking", EN)).isOne();
  }

  @Test
  void aLanguageInWhichNoLetterComesErasesNobody() {
    String id = joined("vera@ferry.example", "en", "breaking");

    assertThat(manage(links.managing(id), Map.of("language", List.of("ru")), false))
        .isInstanceOf(Handled.Done.class);

    assertThat(counts.now("breaking", EN)).isOne();
    assertThat(manage(links.managing(id), Map.of("letter", List.of("~breaking")), false))
        .isInstanceOf(Handled.Done.class);
    assertThat(counts.everybody()).isZero();
  }

  @Test
  void whoWaitsSeesTheSameForALinkThatIsNobodys() {
    String id = joined("vera@ferry.example", "en", "weekly");
    Map<String, List<String>> fields =
        Map.of("letter", List.of("weekly"), "language", List.of("en"), "act", List.of("save"));

    Handled known = manage(links.managing(id), fields, true);

    assertThat(known)
        .isEqualTo(Handled.done(Answer.page("en/letters/saved.html", Map.of("act", "save"))))
        .isEqualTo(manage(links.managing(Ids.next(random)), fields, true))
        .isEqualTo(manage("nonsense", fields, true));
  }

  @Test
  void whoAsksSeesWhatTheyGetAndNothingIsChanged() {
    String id = joined("vera@ferry.example", "ru", "weekly");
    String link = links.managing(id);
    Map<String, List<String>> ask = Map.of("language", List.of("en"), "act", List.of("show"));
    Map<String, String> shown = new HashMap<>();
    shown.put("link", link);
    shown.put("language", "ru");
    shown.put("letter", "weekly.~breaking");
    shown.put("now", "some");
    shown.put("key", "no");

    assertThat(manage(link, ask, true)).isEqualTo(manages(shown));
    Roll roll = new Roll(database, hands, random);
    assertThat(roll.encryptTo(id, Optional.of(rollKey.sealing().seal(new byte[] {1})))).isTrue();
    shown.put("key", "yes");
    assertThat(manage(link, ask, true)).isEqualTo(manages(shown));
    assertThat(counts.now("weekly", RU)).isOne();
  }

  @Test
  void aLinkThatIsNobodysShowsWhatSomebodyWithoutLettersSees() {
    String left = links.managing(joined("vera@ferry.example", "ru", "weekly"));
    assertThat(handle("letter.leave", left)).isEqualTo(Handled.done());
    String pending = pending("nadia@ferry.example");
    Map<String, List<String>> ask = Map.of("language", List.of("en"), "act", List.of("show"));

    for (String link : List.of(left, pending, links.managing(Ids.next(random)), "nonsense")) {
      assertThat(manage(link, ask, true))
          .isEqualTo(
              manages(
                  Map.of(
                      "link",
                      link,
                      "language",
                      "en",
                      "letter",
                      "~weekly.~breaking",
                      "now",
                      "none",
                      "key",
                      "no")));
    }
  }

  /** The link for choosing of somebody who has not confirmed yet. */
  private String pending(String address) {
    assertThat(handle(signUp(address, "en", "weekly"))).isEqualTo(Handled.done());
    return links.managing(link(mails().getLast()).substring(0, Ids.LENGTH));
  }

  private static Handled manages(Map<String, String> slots) {
    return Handled.done(Answer.page("en/letters/manage.html", slots));
  }

  @Test
  void whoLeavesLeavesWhateverStandsInTheFieldForAKey() {
    String id = joined("vera@ferry.example", "en", "weekly");

    assertThat(
            manage(
                links.managing(id),
                Map.of("key", List.of("x"), "language", List.of("en"), "act", List.of("erase")),
                true))
        .isEqualTo(Handled.done(Answer.page("en/letters/saved.html", Map.of("act", "erase"))));
    assertThat(counts.everybody()).isZero();
  }

  @Test
  void aKeyThatCannotBeUsedChangesNothingAndSaysSo() {
    String id = joined("vera@ferry.example", "en", "weekly");

    Handled handled =
        manage(
            links.managing(id),
            Map.of("letter", List.of("breaking"), "language", List.of("en"), "key", List.of("x")),
            true);

    assertThat(handled)
        .isEqualTo(Handled.done(Answer.page("en/letters/key.html", Map.of("why", "unreadable"))));
    assertThat(counts.now("breaking", EN)).isZero();
  }
}
