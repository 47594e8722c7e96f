package press.tamizdat.trust.age;

import com.exceptionfactory.jagged.RecipientStanza;
import com.exceptionfactory.jagged.framework.crypto.CipherKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.SCrypt;
import press.tamizdat.trust.Secret;
import press.tamizdat.trust.SecretAccess;

/**
 * The scrypt recipient stanza of an age file (C2SP {@code age.md}, "The scrypt recipient type").
 *
 * <p>{@code -> scrypt <salt, 16 bytes, base64> <log2 of N>} and a body of 32 bytes: the file key of
 * 16 bytes under ChaCha20-Poly1305 with a nonce of zeros. The wrapping key is scrypt (RFC 7914)
 * with r = 8, p = 1 over the label and the salt.
 */
final class ScryptStanza implements RecipientStanza {
  static final String TYPE = "scrypt";
  static final int SALT_LENGTH = 16;
  static final int BODY_LENGTH = 32;
  private static final byte[] LABEL =
      "age-encryption.org/v1/scrypt".getBytes(StandardCharsets.US_ASCII);
  private static final Pattern WORK_FACTOR = Pattern.compile("[1-9][0-9]?");
  private static final SecretAccess ACCESS = new SecretAccess("derive a key from a passphrase");

  private final byte[] salt;
  private final int workFactor;
  private final byte[] body;

  ScryptStanza(byte[] salt, int workFactor, byte[] body) {
    this.salt = salt;
    this.workFactor = workFactor;
    this.body = body;
  }

  /** The stanza as read from a file, or nothing when its shape is not the specification's. */
  static Optional<ScryptStanza> of(RecipientStanza stanza) {
    List<String> arguments = stanza.getArguments();
    if (!stanza.getType().equals(TYPE)
        || arguments.size() != 2
        || stanza.getBody().length != BODY_LENGTH
        || !WORK_FACTOR.matcher(arguments.get(1)).matches()) {
      return Optional.empty();
    }
    return salt(arguments.get(0))
        .map(salt -> new ScryptStanza(salt, Integer.parseInt(arguments.get(1)), stanza.getBody()));
  }

  private static Optional<byte[]> salt(String text) {
    try {
      byte[] salt = Base64.getDecoder().decode(text);
      boolean canonical = Base64.getEncoder().withoutPadding().encodeToString(salt).equals(text);
      return canonical && salt.length == SALT_LENGTH ? Optional.of(salt) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** What {@link #wrappingKey} takes, in bytes (RFC 7914, section 2): 256 MiB for 18. */
  static long memory(int workFactor) {
    return (128L * 8) << workFactor;
  }

  static CipherKey wrappingKey(Secret passphrase, byte[] salt, int workFactor) {
    byte[] labelled = ByteBuffer.allocate(LABEL.length + salt.length).put(LABEL).put(salt).array();
    return new CipherKey(
        SCrypt.generate(passphrase.reveal(ACCESS), labelled, 1 << workFactor, 8, 1, 32));
  }

  CipherKey wrappingKey(Secret passphrase) {
    return wrappingKey(passphrase, salt, workFactor);
  }

  int workFactor() {
    return workFactor;
  }

  @Override
  public String getType() {
    return TYPE;
  }

  @Override
  public List<String> getArguments() {
    return List.of(
        Base64.getEncoder().withoutPadding().encodeToString(salt), Integer.toString(workFactor));
  }

  @Override
  public byte[] getBody() {
    return body.clone();
  }
}
