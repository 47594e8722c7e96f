package press.tamizdat.trust.collecting;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import press.tamizdat.trust.keys.KeyFile;
import press.tamizdat.trust.keys.SigningKey;

/** The key with which a post room collects from sites on other machines. */
public final class CollectingKey {
  private final SigningKey key;
  private final SecureRandom random;
  private final Clock clock;

  private CollectingKey(SigningKey key, SecureRandom random, Clock clock) {
    this.key = key;
    this.random = random;
    this.clock = clock;
  }

  /** The key in the file, which is made if there is none. */
  public static CollectingKey at(Path file, SecureRandom random, Clock clock) {
    return new CollectingKey(KeyFile.at(file, random), random, clock);
  }

  /** The public half, as {@code forms.json} has it: 64 hex digits. */
  public String text() {
    return key.verifying().text();
  }

  /** The header fields that sign a request. Each call gives others. */
  public Map<String, String> sign(SignedRequest request) {
    byte[] nonce = new byte[18];
    random.nextBytes(nonce);
    String parameters =
        "%s;created=%d;nonce=\"%s\";keyid=\"%s\";alg=\"ed25519\""
            .formatted(
                SignedRequest.COVERED,
                clock.instant().getEpochSecond(),
                Base64.getUrlEncoder().encodeToString(nonce),
                text());
    byte[] signature = key.sign(request.base(parameters));
    return Map.of(
        "Content-Digest",
        request.digest(),
        "Signature-Input",
        "sig=" + parameters,
        "Signature",
        "sig=:" + Base64.getEncoder().encodeToString(signature) + ":");
  }
}
