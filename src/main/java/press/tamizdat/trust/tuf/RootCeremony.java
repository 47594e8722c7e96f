package press.tamizdat.trust.tuf;

import java.util.List;
import java.util.Optional;
import press.tamizdat.trust.keys.SigningPair;

/**
 * How a root comes to be: a draft is written, goes from holder to holder (on a stick, if need be),
 * each adds two signatures, and when there are enough it is published.
 */
public final class RootCeremony {
  private RootCeremony() {}

  /** {@code N.root.json} without a signature. */
  public static SignedFile draft(Root root) {
    return Envelope.unsigned(Role.ROOT.fileName(root.version()), root).toFile();
  }

  /**
   * The file with a holder's signatures added. Look at {@link #read} before signing.
   *
   * @throws Refusal when the file is no root
   */
  public static SignedFile sign(SignedFile draft, SigningPair holder) {
    return Envelope.read(draft.name(), draft.bytes(), Role.ROOT).signedBy(holder).toFile();
  }

  /**
   * What is in the file, signed or not.
   *
   * @throws Refusal when the file is no root
   */
  public static Root read(SignedFile file) {
    return Root.read(Envelope.read(file.name(), file.bytes(), Role.ROOT).fields());
  }

  /** What a first root still lacks, or nothing. */
  public static Optional<Problem> examineFirst(SignedFile root) {
    return examine(() -> TrustedRoot.first(root.name(), root.bytes()));
  }

  /**
   * What a root still lacks to follow another, or nothing: the version, and the signatures that the
   * old root asks for and those that it asks for itself (section 5.3).
   */
  public static Optional<Problem> examineNext(SignedFile old, SignedFile next) {
    return examine(
        () -> TrustedRoot.first(old.name(), old.bytes()).follow(next.name(), next.bytes()));
  }

  private static Optional<Problem> examine(Runnable check) {
    try {
      check.run();
      return Optional.empty();
    } catch (Refusal refusal) {
      return Optional.of(refusal.problem());
    }
  }

  /** A root that all the holders at hand sign at once. */
  public static SignedFile signed(Root root, List<SigningPair> holders) {
    SignedFile file = draft(root);
    for (SigningPair holder : holders) {
      file = sign(file, holder);
    }
    return file;
  }
}
