package press.tamizdat.support.ledger;

import java.util.Optional;
import press.tamizdat.trust.Sha256;

/** Goes through the whole ledger as {@code docs/ledger.md} tells everybody to. */
public final class Audit {
  private final Optional<Ledger.Head> noted;
  private Ledger.Head at = new Ledger.Head(0, Ledger.NOTHING_BEFORE);
  private boolean notedSeen;

  private Audit(Optional<Ledger.Head> noted) {
    this.noted = noted;
    this.notedSeen = noted.isEmpty() || noted.get().number() == 0;
  }

  /** The verdict. */
  public sealed interface Verdict {
    record Sound(Ledger.Head head) implements Verdict {}

    /**
     * @param number of the first entry that is wrong, or the first that is missing
     */
    record Wrong(long number, String what) implements Verdict {}
  }

  /**
   * Checks every entry: the numbers without a gap, the chain of hashes, sums of zero.
   *
   * @param noted a head that was written down earlier; it must still be in the chain
   */
  public static Verdict of(Ledger ledger, Optional<Ledger.Head> noted) {
    Audit audit = new Audit(noted);
    try {
      ledger.each(audit::check);
    } catch (Ledger.Broken e) {
      return new Verdict.Wrong(e.number(), String.valueOf(e.getMessage()));
    }
    if (!audit.notedSeen) {
      return new Verdict.Wrong(
          audit.at.number() + 1,
          "is missing: the head that was noted is entry " + noted.orElseThrow().number());
    }
    return new Verdict.Sound(audit.at);
  }

  private void check(Ledger.Written written) {
    long number = at.number() + 1;
    if (written.number() != number) {
      throw new Ledger.Broken(number, "is missing: the next is " + written.number());
    }
    if (!written.previous().equals(at.hash())) {
      throw new Ledger.Broken(number, "does not follow from the one before: another hash");
    }
    Sha256 hash = Ledger.hash(written.entry(), number, at.hash());
    if (!hash.equals(written.hash())) {
      throw new Ledger.Broken(number, "is changed: its hash is " + hash);
    }
    at = new Ledger.Head(number, hash);
    if (noted.filter(n -> n.number() == number).isPresent()) {
      if (!noted.get().hash().equals(hash)) {
        throw new Ledger.Broken(number, "is another than the one that was noted");
      }
      notedSeen = true;
    }
  }
}
