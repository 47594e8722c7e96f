package press.tamizdat.trust.tuf;

import java.util.List;

/** A root that is trusted, with the bytes that it was read from. */
record TrustedRoot(Root root, SignedFile file) {
  /**
   * A root that the reader got from somewhere they trust. It must at least keep its own rules; an
   * expired one is taken, because newer ones may follow it (section 5.3).
   */
  static TrustedRoot first(String name, byte[] bytes) {
    Envelope envelope = Envelope.read(name, bytes, Role.ROOT);
    Root root = Root.read(envelope.fields());
    envelope.verify(Role.ROOT, root);
    return new TrustedRoot(root, new SignedFile(name, bytes));
  }

  /** The next root, signed as the old one asks and as it asks itself (sections 5.3.4, 5.3.5). */
  TrustedRoot follow(String name, byte[] bytes) {
    Envelope envelope = Envelope.read(name, bytes, Role.ROOT);
    Root next = Root.read(envelope.fields());
    envelope.verify(Role.ROOT, List.of(root, next));
    if (next.version() != root.version() + 1) {
      throw new Refusal(new Problem.WrongVersion(name, root.version() + 1, next.version()));
    }
    return new TrustedRoot(next, new SignedFile(name, bytes));
  }

  boolean sameKeys(TrustedRoot other, Role role) {
    return root.keysOf(role).equals(other.root.keysOf(role));
  }
}
