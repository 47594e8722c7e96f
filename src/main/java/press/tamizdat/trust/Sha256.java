package press.tamizdat.trust;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

public record Sha256(String hex) {
  public static Sha256 of(byte[] bytes) {
    try {
      return new Sha256(
          HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  public static Sha256 parse(String hex) {
    return new Sha256(hex);
  }

  public byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }
}
