package press.tamizdat.trust.pgp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is encrypted here opens with gpg, and what gpg makes is understood. */
class StockGpgTest {
  private static StockGpg gpg;

  @BeforeAll
  static void open() {
    Assumptions.assumeTrue(StockGpg.isHere(), "gpg is not installed");
    gpg = new StockGpg();
  }

  @AfterAll
  static void close() {
    if (gpg != null) {
      gpg.close();
    }
  }

  private static PgpKey.Reading read(String armoured) {
    return PgpKey.read(armoured, Instant.now());
  }

  private static byte[] kept(String armoured) {
    assertThat(read(armoured)).isInstanceOf(PgpKey.Reading.Usable.class);
    return read(armoured) instanceof PgpKey.Reading.Usable(PgpKey key)
        ? key.armoured()
        : new byte[0];
  }

  @ParameterizedTest
  @CsvSource({
    "ed25519, cv25519",
    "rsa2048, rsa2048",
    "nistp256, nistp256",
    "ed25519, rsa3072",
  })
  void gpgOpensTheLetter(String primary, String subkey) {
    String name = primary + subkey + "@ferry.example";
    gpg.make(name, primary, subkey, "1y");
    byte[] kept = kept(gpg.exported(name));
    byte[] entity =
        ("Content-Type: text/plain; charset=utf-8\r\n\r\n" + "Паром \r\n".repeat(2000))
            .getBytes(StandardCharsets.UTF_8);

    byte[] message =
        new PgpMime(new SecureRandom())
            .encrypt("Subject: The Ferry\r\n".getBytes(StandardCharsets.US_ASCII), entity, kept);

    String text = new String(message, StandardCharsets.US_ASCII);
    assertThat(text)
        .startsWith("Subject: The Ferry\r\nMIME-Version: 1.0\r\nContent-Type: multipart/encrypted")
        .contains("Version: 1")
        .doesNotContain("BCPG", name);
    assertThat(text.replace("\r\n", "")).doesNotContain("\r", "\n");
    byte[] armour =
        text.substring(text.indexOf("-----BEGIN PGP MESSAGE")).getBytes(StandardCharsets.US_ASCII);
    assertThat(gpg.run(armour, "--decrypt")).isEqualTo(entity);
  }

  @Test
  void whatIsNoKeyEncryptsNothing() {
    assertThat(new PgpMime(new SecureRandom()).encrypt(new byte[] {1, 2}, new byte[3])).isEmpty();
  }

  @Test
  void whatIsKeptNamesNobody() {
    gpg.make("Vera Lindt <vera@ferry.example>", "ed25519", "cv25519", "1y");

    byte[] kept = kept(gpg.exported("vera@ferry.example"));

    byte[] packets = gpg.run(kept, "--list-packets");
    assertThat(new String(packets, StandardCharsets.UTF_8))
        .contains("public key packet", "public sub key packet")
        .doesNotContain("user ID", "signature packet", "vera");
    assertThat(kept.length).isLessThan(500);
  }

  @Test
  void aKeyThatCannotBeUsedSaysWhy() {
    gpg.make("signs@ferry.example", "ed25519", "", "1y");
    gpg.make("gone@ferry.example", "ed25519", "cv25519", "1d");
    String gone = gpg.exported("gone@ferry.example");

    assertThat(read(gpg.exported("signs@ferry.example")))
        .isEqualTo(new PgpKey.Reading.Unusable(PgpKey.Why.CANNOT_ENCRYPT));
    assertThat(PgpKey.read(gone, Instant.now().plus(Duration.ofDays(2))))
        .isEqualTo(new PgpKey.Reading.Unusable(PgpKey.Why.EXPIRED));
    assertThat(read(gpg.run("--armor", "--export-secret-keys", "gone@ferry.example")))
        .isEqualTo(new PgpKey.Reading.Unusable(PgpKey.Why.PRIVATE));
    assertThat(read(gone + "\n" + gpg.exported("signs@ferry.example")))
        .isEqualTo(new PgpKey.Reading.Unusable(PgpKey.Why.SEVERAL));
    assertThat(read(gpg.run("--armor", "--export", "gone@ferry.example", "signs@ferry.example")))
        .isEqualTo(new PgpKey.Reading.Unusable(PgpKey.Why.SEVERAL));
  }

  @Test
  void aRevokedKeyIsNotUsed() {
    gpg.make("revoked@ferry.example", "ed25519", "cv25519", "1y");
    gpg.revoke("revoked@ferry.example");

    assertThat(read(gpg.exported("revoked@ferry.example")))
        .isEqualTo(new PgpKey.Reading.Unusable(PgpKey.Why.REVOKED));
  }
}
