package press.tamizdat.staff;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.random.RandomGenerator;
import press.tamizdat.trust.Sha256;

/** 256 random bits that are told to one person, and of which only the hash is kept. */
final class Token {
  private static final int BYTES = 32;

  private Token() {}

  static String make(RandomGenerator random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static String hash(String token) {
    return Sha256.of(token.getBytes(StandardCharsets.UTF_8)).hex();
  }
}
