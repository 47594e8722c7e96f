package press.tamizdat.trust.tuf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import press.tamizdat.trust.Sha256;
import press.tamizdat.trust.keys.SigningPair;

class VerificationTest {
  private final Press press = Press.open();

  @Test
  void aGenuineEditionIsAccepted() {
    Verdict.Accepted accepted = accepted(press.look());
    Target catalogue = accepted.targets().target("catalogue").orElseThrow();
    assertThat(catalogue.custom())
        .containsEntry("edition", 1L)
        .containsEntry("languages", List.of("en", "ru"));
    assertThat(catalogue.examine("catalogue", Press.catalogue(1))).isEmpty();
    assertThat(catalogue.examine("catalogue", Press.catalogue(2)))
        .containsInstanceOf(Problem.Changed.class);
    assertThat(catalogue.examine("catalogue", new byte[1]))
        .contains(new Problem.WrongLength("catalogue", catalogue.length(), 1));
  }

  @Test
  void aNewEditionFollowsAnOldOne() {
    Remembered seen = accepted(press.look()).remembered();
    press.publish();
    Verdict.Accepted accepted = accepted(press.look(seen));
    assertThat(accepted.targets().version()).isEqualTo(2);
    assertThat(accepted.remembered()).isEqualTo(new Remembered(press.roots.getFirst(), 2, 2, 2));
    assertThat(accepted.targets().target("catalogue").orElseThrow().custom())
        .containsEntry("previous", Sha256.of(file("1.targets.json")).hex());
  }

  @Test
  void theSameTimestampAgainIsNoError() {
    Remembered seen = accepted(press.look()).remembered();
    assertThat(accepted(press.look(seen)).remembered()).isEqualTo(seen);
  }

  @Test
  void whatIsRememberedSurvivesItsFile() {
    press.publish();
    Remembered seen = accepted(press.look()).remembered();
    Remembered read = Remembered.parse(seen.toBytes());
    assertThat(read).usingRecursiveComparison().ignoringFields("root.name").isEqualTo(seen);
    accepted(press.look(read));
  }

  @Test
  void aFileTellsItsVersionAlsoAfterItExpired() {
    press.renew();
    press.wait(Lifetimes.USUAL.edition());
    assertThat(new SignedFile("timestamp.json", file("timestamp.json")).version()).isEqualTo(2);
    assertThat(press.roots.getFirst().version()).isEqualTo(1);
  }

  @Test
  void somethingElseIsNotRemembered() {
    assertThatThrownBy(() -> Remembered.parse(new byte[] {'{', '}'}))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("root is missing");
    SignedFile html = new SignedFile("1.root.json", new byte[] {'<'});
    assertThat(refused(press.look(Remembered.only(html)))).isInstanceOf(Problem.Malformed.class);
  }

  @Test
  void anOlderTimestampIsARollback() {
    byte[] old = file("timestamp.json");
    press.renew();
    Remembered seen = accepted(press.look()).remembered();
    press.files.put("timestamp.json", old);
    assertThat(refused(press.look(seen)))
        .isEqualTo(new Problem.Rollback("timestamp.json", Role.TIMESTAMP, 2, 1));
  }

  @Test
  void aNewTimestampForAnOlderEditionIsARollback() {
    Signer.Edition old = press.newest;
    press.publish();
    Remembered seen = accepted(press.look()).remembered();
    press.newest = old;
    press.renew();
    assertThat(refused(press.look(seen)))
        .isEqualTo(new Problem.Rollback("timestamp.json", Role.SNAPSHOT, 2, 1));
  }

  @Test
  void aNewSnapshotForOlderTargetsIsARollback() {
    press.publish();
    Remembered seen = accepted(press.look()).remembered();
    SignedFile oldTargets = new SignedFile("1.targets.json", file("1.targets.json"));
    resign(new Snapshot(3, later(), FileMeta.of(1, oldTargets)));
    assertThat(refused(press.look(seen)))
        .isEqualTo(new Problem.Rollback("3.snapshot.json", Role.TARGETS, 2, 1));
  }

  @Test
  void aFrozenTimestampExpires() {
    press.wait(Lifetimes.USUAL.freshness());
    assertThat(refused(press.look()))
        .isEqualTo(
            new Problem.Expired("timestamp.json", Role.TIMESTAMP, Press.START.plusSeconds(86_400)));
    press.now = press.now.minusSeconds(1);
    accepted(press.look());
  }

  @Test
  void anEditionThatNobodyFrozeAgainExpires() {
    press.wait(Lifetimes.USUAL.edition());
    press.renew();
    assertThat(refused(press.look()))
        .isEqualTo(new Problem.Expired("1.snapshot.json", Role.SNAPSHOT, press.now));
  }

  @Test
  void expiredTargetsAreRefusedUnderAFreshSnapshot() {
    SignedFile targets = new SignedFile("1.targets.json", file("1.targets.json"));
    press.wait(Lifetimes.USUAL.edition());
    resign(new Snapshot(2, later(), FileMeta.of(1, targets)));
    assertThat(refused(press.look()))
        .isEqualTo(new Problem.Expired("1.targets.json", Role.TARGETS, press.now));
  }

  @Test
  void anExpiredRootIsRefusedUnlessANewerOneFollows() {
    press.wait(Lifetimes.USUAL.root());
    press.publish();
    assertThat(refused(press.look()))
        .isEqualTo(new Problem.Expired("1.root.json", Role.ROOT, press.now));
    press.rotate(press.holders);
    accepted(press.look());
  }

  @Test
  void filesOfTwoEditionsDoNotMix() {
    byte[] firstSnapshot = file("1.snapshot.json");
    byte[] firstTargets = file("1.targets.json");
    press.publish();
    press.files.put("2.snapshot.json", firstSnapshot);
    assertThat(refused(press.look()).file()).isEqualTo("2.snapshot.json");
    press.put(press.newest.snapshot());
    press.files.put("2.targets.json", firstTargets);
    assertThat(refused(press.look()).file()).isEqualTo("2.targets.json");
  }

  @Test
  void aFileUnderAnotherNumberIsRefused() {
    SignedFile targets = new SignedFile("2.targets.json", file("1.targets.json"));
    press.put(targets);
    resign(new Snapshot(2, later(), FileMeta.of(2, targets)));
    assertThat(refused(press.look())).isEqualTo(new Problem.WrongVersion("2.targets.json", 2, 1));
  }

  @Test
  void anotherNewsroomsEditionIsNamed() {
    Press clone = Press.open();
    clone.files.put("1.root.json", press.roots.getFirst().bytes());
    assertThat(refused(clone.look(press.firstRoot())))
        .isInstanceOf(Problem.WrongKey.class)
        .extracting(Problem::file)
        .isEqualTo("timestamp.json");
  }

  @Test
  void theFreshnessKeyCannotSignAnEdition() {
    SigningPair edition = press.edition;
    press.edition = press.freshness;
    press.publish();
    press.edition = edition;
    assertThat(refused(press.look()))
        .isInstanceOf(Problem.WrongKey.class)
        .extracting(Problem::file)
        .isEqualTo("2.targets.json");
  }

  @Test
  void oneOfTheTwoSignaturesIsEnough() {
    String text = text("timestamp.json");
    String alone = text.replaceFirst("\\{\"keyid\":\"[0-9a-f]+\",\"sig\":\"[0-9a-f]+\"},", "");
    assertThat(alone).hasSizeLessThan(text.length());
    press.files.put("timestamp.json", alone.getBytes(StandardCharsets.UTF_8));
    accepted(press.look());
    String none = text.replaceFirst("\"signatures\":\\[.*?]", "\"signatures\":[]");
    press.files.put("timestamp.json", none.getBytes(StandardCharsets.UTF_8));
    assertThat(refused(press.look()))
        .isEqualTo(new Problem.TooFewSignatures("timestamp.json", Role.TIMESTAMP, 0, 1));
  }

  @Test
  void oneSignatureDoesNotCountTwice() {
    String text = text("timestamp.json");
    String twice =
        text.replaceFirst("(\\{\"keyid\":\"[0-9a-f]+\",\"sig\":\"[0-9a-f]+\"}),.*?]", "$1,$1]");
    press.files.put("timestamp.json", twice.getBytes(StandardCharsets.UTF_8));
    assertThat(refused(press.look()).describe()).contains("two signatures by one key");
  }

  @Test
  void aFileOfAnotherRoleIsNamed() {
    press.files.put("timestamp.json", file("1.snapshot.json"));
    assertThat(refused(press.look()))
        .isEqualTo(new Problem.WrongRole("timestamp.json", "timestamp", "snapshot"));
  }

  @Test
  void anotherSpecificationIsNamed() {
    String text = text("timestamp.json").replace("\"1.0.31\"", "\"2.0.0\"");
    press.files.put("timestamp.json", text.getBytes(StandardCharsets.UTF_8));
    assertThat(refused(press.look()))
        .isEqualTo(new Problem.UnknownSpecification("timestamp.json", "2.0.0"));
  }

  @Test
  void aMissingFileIsNamed() {
    for (String name : List.of("1.targets.json", "1.snapshot.json", "timestamp.json")) {
      press.files.remove(name);
      assertThat(refused(press.look())).isEqualTo(new Problem.Missing(name));
    }
  }

  @Test
  void anEndlessFileIsNotReadToItsEnd() {
    press.files.put("timestamp.json", new byte[(int) Verification.MOST_BYTES + 1]);
    assertThat(refused(press.look()))
        .isEqualTo(new Problem.TooLong("timestamp.json", Verification.MOST_BYTES));
    press.renew();
    press.files.put("1.snapshot.json", new byte[5000]);
    assertThat(refused(press.look())).isInstanceOf(Problem.WrongLength.class);
  }

  @Test
  void aBlockPageIsMalformed() {
    press.files.put("timestamp.json", "<html>".getBytes(StandardCharsets.UTF_8));
    assertThat(refused(press.look())).isInstanceOf(Problem.Malformed.class);
    press.files.put("timestamp.json", "[]".getBytes(StandardCharsets.UTF_8));
    assertThat(refused(press.look())).isInstanceOf(Problem.Malformed.class);
  }

  @Test
  void fieldsThatWeDoNotKnowAreSignedAndIgnored() {
    Timestamp plain = new Timestamp(9, later(), FileMeta.of(1, press.newest.snapshot()));
    Map<String, Object> more = new HashMap<>(plain.toJson());
    more.put("x-colour", "blue");
    Envelope unsigned = new Envelope("timestamp.json", more, Map.of());
    press.put(unsigned.signedBy(press.freshness).toFile());
    accepted(press.look());
    press.files.put(
        "timestamp.json",
        text("timestamp.json").replace("blue", "teal").getBytes(StandardCharsets.UTF_8));
    assertThat(refused(press.look())).isInstanceOf(Problem.BadSignature.class);
  }

  @Test
  void theBundleHoldsWhatTheFilesHold() {
    press.publish();
    Source nothing = (name, most) -> Optional.empty();
    Bundle bundle = Bundle.read(file(Bundle.NAME));
    Verdict verdict = Verification.verify(bundle.source(nothing), press.firstRoot(), press.clock());
    assertThat(accepted(verdict).targets().version()).isEqualTo(2);
  }

  @Test
  void theBundleLeavesOlderRootsToAnotherSource() {
    press.rotate(press.holders);
    press.rotate(press.holders);
    press.renew();
    Bundle bundle = Bundle.read(file(Bundle.NAME));
    Verdict verdict =
        Verification.verify(bundle.source(press.source()), press.firstRoot(), press.clock());
    assertThat(accepted(verdict).root().version()).isEqualTo(3);
  }

  /** Signs a snapshot, and a timestamp for it. */
  private void resign(Snapshot snapshot) {
    String name = Role.SNAPSHOT.fileName(snapshot.version());
    SignedFile file = Envelope.unsigned(name, snapshot).signedBy(press.freshness).toFile();
    press.put(file);
    press.newest = new Signer.Edition(snapshot.version(), press.newest.targets(), file);
    press.renew();
  }

  private Instant later() {
    return press.now.plus(Duration.ofDays(7));
  }

  private String text(String name) {
    return new String(file(name), StandardCharsets.UTF_8);
  }

  private byte[] file(String name) {
    return press.source().fetch(name, Long.MAX_VALUE).orElseThrow();
  }

  static Verdict.Accepted accepted(Verdict verdict) {
    assertThat(verdict).isInstanceOf(Verdict.Accepted.class);
    return (Verdict.Accepted) verdict;
  }

  static Problem refused(Verdict verdict) {
    assertThat(verdict).isInstanceOf(Verdict.Refused.class);
    return ((Verdict.Refused) verdict).problem();
  }
}
