package press.tamizdat.trust;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import press.tamizdat.trust.keys.PrivateFile;

/**
 * Makes private links that only we can make: an id and, behind it, 80 bits of HMAC-SHA256 (RFC
 * 2104) of what the link is for and the id, all in {@code [a-z2-7]}. Who sees the id alone, such as
 * a relay in a return path, cannot act for its owner.
 */
public final class LinkKey {
  private static final int KEY = 32;
  private static final int SEAL = 16;

  private final SecretKeySpec key;

  private LinkKey(byte[] key) {
    this.key = new SecretKeySpec(key, "HmacSHA256");
  }

  /** The key in a file of 32 bytes and mode 0600, made if it is not there. */
  public static LinkKey at(Path file, SecureRandom random) {
    if (!Files.exists(file)) {
      byte[] fresh = new byte[KEY];
      random.nextBytes(fresh);
      PrivateFile.write(file, fresh);
    }
    try {
      byte[] key = Files.readAllBytes(file);
      if (key.length != KEY) {
        throw new IllegalStateException(file + " is damaged: put it back from a copy");
      }
      return new LinkKey(key);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /**
   * @param purpose what holders may do, such as {@code manage}: a link for one thing is none for
   *     another
   * @param id one of {@link Ids}
   */
  public String token(String purpose, String id) {
    return id + seal(purpose, id);
  }

  /** The id in a token, if we made it for this. */
  public Optional<String> id(String purpose, String token) {
    if (token.length() != Ids.LENGTH + SEAL || !Ids.isId(token.substring(0, Ids.LENGTH))) {
      return Optional.empty();
    }
    String id = token.substring(0, Ids.LENGTH);
    boolean ours = MessageDigest.isEqual(bytes(token(purpose, id)), bytes(token));
    return ours ? Optional.of(id) : Optional.empty();
  }

  private String seal(String purpose, String id) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      byte[] whole = mac.doFinal(bytes(purpose + "\n" + id));
      return Base32.encode(Arrays.copyOf(whole, SEAL * 5 / 8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HMAC-SHA256", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
