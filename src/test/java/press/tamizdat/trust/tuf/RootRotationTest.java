package press.tamizdat.trust.tuf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static press.tamizdat.trust.tuf.VerificationTest.accepted;
import static press.tamizdat.trust.tuf.VerificationTest.refused;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import press.tamizdat.trust.keys.Algorithm;
import press.tamizdat.trust.keys.SigningPair;
import press.tamizdat.trust.keys.VerifyingKey;

class RootRotationTest {
  private final SigningPair ann = Press.pair();
  private final SigningPair bob = Press.pair();
  private final SigningPair eva = Press.pair();
  private final Press press =
      new Press(List.of(ann, bob, eva), 2, Press.pair(), Press.pair(), Press.START);

  @Test
  void aRootSignedByTwoOfThreeIsFollowed() {
    press.edition = Press.pair();
    press.rotate(List.of(ann, eva));
    press.publish();
    Verdict.Accepted accepted = accepted(press.look());
    assertThat(accepted.root().version()).isEqualTo(2);
    assertThat(accepted.remembered().root()).isEqualTo(press.roots.getLast());
  }

  @Test
  void oneHolderIsNotTwo() {
    press.rotate(List.of(ann));
    assertThat(refused(press.look()))
        .isEqualTo(new Problem.TooFewSignatures("2.root.json", Role.ROOT, 2, 4));
  }

  @Test
  void aThresholdCountsHoldersInEitherAlgorithm() {
    Root root = RootCeremony.read(press.roots.getFirst());
    RoleKeys keys = root.keysOf(Role.ROOT);
    assertThat(keys.threshold()).isEqualTo(4);
    for (Algorithm algorithm : Algorithm.values()) {
      assertThat(keys.keyIds().stream().map(root.keys()::get).map(VerifyingKey::algorithm))
          .filteredOn(algorithm::equals)
          .hasSize(3);
    }
  }

  @Test
  void aNewHolderNeedsTheOldOnesAndThemselves() {
    SigningPair zoe = Press.pair();
    press.holders = List.of(zoe);
    press.needed = 1;
    SignedFile draft = RootCeremony.draft(press.nextRoot());
    SignedFile old = press.roots.getFirst();
    SignedFile byNew = RootCeremony.sign(draft, zoe);
    SignedFile byOneOld = RootCeremony.sign(byNew, ann);
    SignedFile complete = RootCeremony.sign(byOneOld, bob);
    assertThat(RootCeremony.examineNext(old, byNew))
        .contains(new Problem.TooFewSignatures("2.root.json", Role.ROOT, 0, 4));
    assertThat(RootCeremony.examineNext(old, byOneOld))
        .contains(new Problem.TooFewSignatures("2.root.json", Role.ROOT, 2, 4));
    assertThat(RootCeremony.examineNext(old, complete)).isEmpty();
    SignedFile withoutNew = RootCeremony.sign(RootCeremony.sign(draft, ann), bob);
    assertThat(RootCeremony.examineNext(old, withoutNew))
        .contains(new Problem.TooFewSignatures("2.root.json", Role.ROOT, 0, 2));
    assertThat(RootCeremony.examineFirst(complete)).isEmpty();
    assertThat(RootCeremony.examineFirst(draft)).isPresent();
  }

  @Test
  void aStrangersRootIsRefused() {
    press.rotate(List.of(ann, bob, Press.pair()));
    assertThat(refused(press.look())).isInstanceOf(Problem.WrongKey.class);
  }

  @Test
  void aRootCannotBeSkipped() {
    press.rotate(List.of(ann, bob));
    press.rotate(List.of(ann, bob));
    press.files.put("2.root.json", press.roots.getLast().bytes());
    assertThat(refused(press.look())).isEqualTo(new Problem.WrongVersion("2.root.json", 2, 3));
  }

  @Test
  void aNewRootIsRememberedThoughWhatFollowsIsRefused() {
    press.rotate(List.of(ann, bob));
    press.files.remove("timestamp.json");
    assertThat(press.look().remembered().root()).isEqualTo(press.roots.getLast());
  }

  @Test
  void replacedFreshnessKeysUndoAHugeNumber() {
    SignedFile huge = press.signer().timestamp(9_000_000_000L, press.newest, press.freshness);
    press.put(huge);
    Remembered seen = accepted(press.look()).remembered();
    assertThat(seen.timestamp()).isEqualTo(9_000_000_000L);
    press.freshness = Press.pair();
    press.rotate(List.of(ann, bob));
    press.publish();
    assertThat(accepted(press.look(seen)).remembered().timestamp()).isEqualTo(2);
  }

  @Test
  void replacedEditionKeysDoNotUndoNumbers() {
    press.publish();
    byte[] old = press.files.get("timestamp.json");
    press.publish();
    Remembered seen = accepted(press.look()).remembered();
    press.edition = Press.pair();
    press.rotate(List.of(ann, bob));
    press.files.put("timestamp.json", old);
    assertThat(refused(press.look(seen))).isInstanceOf(Problem.Rollback.class);
  }

  @Test
  void impossibleRootsCannotBeMade() {
    press.needed = 4;
    assertThatThrownBy(press::nextRoot).hasMessageContaining("4 of 3");
    press.needed = 1;
    press.holders = new ArrayList<>(List.of(ann, ann));
    assertThatThrownBy(press::nextRoot).hasMessageContaining("different");
    press.holders = List.of(ann, new SigningPair(bob.ed25519(), ann.p256()));
    assertThatThrownBy(press::nextRoot).hasMessageContaining("share a key");
  }
}
