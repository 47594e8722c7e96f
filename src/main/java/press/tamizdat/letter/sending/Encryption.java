package press.tamizdat.letter.sending;

import java.util.Optional;

/** Encrypts to a reader's own key (OpenPGP). */
@FunctionalInterface
public interface Encryption {

  /**
   * @param key the reader's public key, in ASCII armour
   * @param entity a MIME entity: fields, an empty line, the body
   * @return an OpenPGP message in ASCII armour; nothing if the key cannot be used, and then nothing
   *     is sent
   */
  Optional<byte[]> encrypt(byte[] key, byte[] entity);
}
