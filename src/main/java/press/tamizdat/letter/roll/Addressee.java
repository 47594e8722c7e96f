package press.tamizdat.letter.roll;

import java.util.Optional;

/**
 * A row of the roll as a sending reads it.
 *
 * @param sealed an age file to the roll's key; what it holds is read by {@link SealedAddress}
 * @param sealedKey an age file to the roll's key: the OpenPGP public key to encrypt letters to
 */
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared
public record Addressee(String id, byte[] sealed, Optional<byte[]> sealedKey) {
  @Override
  public String toString() {
    return "[addressee]";
  }
}
