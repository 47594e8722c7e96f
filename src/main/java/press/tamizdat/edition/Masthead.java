package press.tamizdat.edition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import press.tamizdat.edition.reading.EditionFolder;
import press.tamizdat.edition.reading.Head;
import press.tamizdat.platform.file.Disk;
import press.tamizdat.trust.keys.SigningPair;
import press.tamizdat.trust.tuf.Bundle;
import press.tamizdat.trust.tuf.SignedFile;
import press.tamizdat.trust.tuf.Signer;
import press.tamizdat.trust.tuf.Target;

/**
 * Signs editions and renews the newest one's freshness, in an edition folder that already has its
 * root.
 *
 * @param edition signs editions
 * @param freshness signs snapshots and timestamps
 */
public record Masthead(
    EditionFolder folder, Signer signer, SigningPair edition, SigningPair freshness) {
  /** The metadata of an edition that is not out yet. */
  record Signed(long number, SignedFile targets, SignedFile snapshot) {}

  /**
   * Signs an edition and puts its metadata beside that of the last one, which readers still follow.
   */
  Signed sign(Head head, byte[] rootNode) {
    Signer.Edition signed =
        signer.edition(
            head.number(),
            Map.of(Head.TARGET, Target.of(rootNode, head.custom())),
            edition,
            freshness);
    write(signed.targets());
    write(signed.snapshot());
    return new Signed(head.number(), signed.targets(), signed.snapshot());
  }

  /** Waits until an edition's metadata is on the medium. */
  void sync(Signed signed) {
    Disk.sync(
        List.of(
            folder.metadata().resolve(signed.targets().name()),
            folder.metadata().resolve(signed.snapshot().name())));
  }

  /** From here on, readers get this edition. */
  void print(Signed signed) {
    SignedFile timestamp =
        signer.timestamp(
            timestampVersion() + 1,
            new Signer.Edition(signed.number(), signed.targets(), signed.snapshot()),
            freshness);
    write(timestamp);
    write(
        Bundle.write(
            List.of(roots().getLast()),
            timestamp,
            new Signer.Edition(signed.number(), signed.targets(), signed.snapshot())));
  }

  /**
   * Says anew that the newest edition is the newest. For who holds the lock on publishing:
   * otherwise this could come after a newer edition and take readers back.
   */
  void renew() {
    Head.Current current = Head.Current.of(folder).orElseThrow();
    print(signed(current.head().number()));
  }

  /** Ends what a crash interrupted between the note of what was frozen and the timestamp. */
  void finish(FrozenState.Of noted) {
    long out = Head.Current.of(folder).map(c -> c.head().number()).orElse(0L);
    if (noted.number() == out + 1
        && folder.metadata(noted.number() + ".targets.json").isPresent()
        && signed(noted.number()).targets().sha256().equals(noted.targets())) {
      print(signed(noted.number()));
    }
  }

  private Signed signed(long number) {
    return new Signed(number, file(number + ".targets.json"), file(number + ".snapshot.json"));
  }

  private SignedFile file(String name) {
    return new SignedFile(
        name,
        folder
            .metadata(name)
            .orElseThrow(
                () -> new IllegalStateException(folder.metadata().resolve(name) + " is missing")));
  }

  private long timestampVersion() {
    return Head.Current.of(folder).map(Head.Current::timestamp).orElse(0L);
  }

  /** Every root from the first on. */
  private List<SignedFile> roots() {
    List<SignedFile> roots = new ArrayList<>();
    for (long n = 1; folder.metadata(n + ".root.json").isPresent(); n++) {
      roots.add(file(n + ".root.json"));
    }
    return roots;
  }

  private void write(SignedFile file) {
    Disk.put(folder.metadata().resolve(file.name()), file.bytes());
  }
}
