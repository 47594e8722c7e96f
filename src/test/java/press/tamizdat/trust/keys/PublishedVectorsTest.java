package press.tamizdat.trust.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import press.tamizdat.trust.Sha256;

/** Keys and signatures that other people published. */
class PublishedVectorsTest {
  private static final HexFormat HEX = HexFormat.of();

  /** RFC 8032, section 7.1, tests 1 and 2. */
  @Test
  void ed25519SignsAsRfc8032Says() {
    SigningKey first = ed25519("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    assertThat(first.verifying().toJson())
        .containsEntry(
            "keyval",
            Map.of("public", "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"));
    assertThat(HEX.formatHex(first.sign(new byte[0])))
        .isEqualTo(
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bac"
                + "c61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
    SigningKey second = ed25519("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
    assertThat(HEX.formatHex(second.sign(new byte[] {0x72})))
        .isEqualTo(
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e"
                + "458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
  }

  /** RFC 6979, appendix A.2.5: the key, and the signature of "sample" with SHA-256. */
  @Test
  void p256VerifiesAsRfc6979Says() {
    SigningKey key =
        SigningKey.ofPkcs8(
                Algorithm.P256,
                HEX.parseHex(
                    "3041020100301306072a8648ce3d020106082a8648ce3d030107042730250201010420"
                        + "c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721"))
            .orElseThrow();
    byte[] spki =
        HEX.parseHex(
            "3059301306072a8648ce3d020106082a8648ce3d03010703420004"
                + "60fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6"
                + "7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299");
    assertThat(key.verifying().toPem()).isEqualTo(Pem.write(Pem.PUBLIC, spki));
    byte[] signature =
        HEX.parseHex(
            "3046022100efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716"
                + "022100f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8");
    assertThat(key.verifying().verifies(bytes("sample"), signature)).isTrue();
    assertThat(key.verifying().verifies(bytes("Sample"), signature)).isFalse();
    assertThat(key.verifying().verifies(bytes("x"), key.sign(bytes("x")))).isTrue();
  }

  /** TUF section 4.2: the digest of the canonical form. */
  @Test
  void aKeyIdIsTheDigestOfTheKey() {
    VerifyingKey key =
        ed25519("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60").verifying();
    assertThat(key.id())
        .isEqualTo(
            Sha256.of(
                bytes(
                    "{\"keytype\":\"ed25519\",\"keyval\":{\"public\":"
                        + "\"d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a\"},"
                        + "\"scheme\":\"ed25519\"}")));
  }

  private static SigningKey ed25519(String seed) {
    return SigningKey.ofPkcs8(
            Algorithm.ED25519, HEX.parseHex("302e020100300506032b657004220420" + seed))
        .orElseThrow();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
