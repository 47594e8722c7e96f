package press.tamizdat.letter.sending;

import java.util.Optional;

/**
 * One who is to get the issue, as it was when the row was leased.
 *
 * @param sealed the address; nothing if its owner has left meanwhile
 * @param sealedKey the key to encrypt to
 * @param attempts how often a relay has answered about it
 * @param again it was tried before, so that its address has been seen
 */
record Row(
    String subscriber,
    Optional<byte[]> sealed,
    Optional<byte[]> sealedKey,
    int attempts,
    boolean again) {

  Row seen() {
    return new Row(subscriber, sealed, sealedKey, attempts, true);
  }
}
