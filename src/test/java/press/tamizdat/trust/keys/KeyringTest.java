package press.tamizdat.trust.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.tamizdat.trust.Secret;
import press.tamizdat.trust.SecretAccess;
import press.tamizdat.trust.keys.Keyring.Making.AlreadyThere;
import press.tamizdat.trust.keys.Keyring.Making.Made;

class KeyringTest {
  private static final SecretAccess TEST = new SecretAccess("test");
  private static final Secret NONE = Secret.of("");
  private static final Secret PASSPHRASE = Secret.of("correct horse");
  private static final int QUICK = 10;

  @TempDir Path folder;
  private final SecureRandom random = new SecureRandom();

  @Test
  void aSealedKeyOpensWithItsPassphrase() {
    VerifyingPair made = make(KeyName.EDITION, PASSPHRASE);
    assertThat(keyring().isSealed(KeyName.EDITION)).isTrue();
    assertThat(keyring().open(KeyName.EDITION, PASSPHRASE, TEST))
        .isInstanceOfSatisfying(
            KeyOpening.Opened.class, open -> assertThat(open.keys().verifying()).isEqualTo(made));
    assertThat(keyring().verifying(KeyName.EDITION)).contains(made);
  }

  @Test
  void aWrongPassphraseIsNamed() {
    make(KeyName.EDITION, PASSPHRASE);
    KeyOpening wrong = keyring().open(KeyName.EDITION, Secret.of("battery"), TEST);
    assertThat(wrong).isInstanceOf(KeyOpening.WrongPassphrase.class);
    assertThat(wrong.describe()).contains("not the passphrase").doesNotContain("battery");
    assertThat(keyring().open(KeyName.EDITION, NONE, TEST))
        .isInstanceOf(KeyOpening.PassphraseNeeded.class);
  }

  @Test
  void anUnsealedKeySaysSoInItsName() throws IOException {
    make(KeyName.FRESHNESS, NONE);
    Path file = folder.resolve("keys/freshness.unsealed.pem");
    assertThat(file).exists();
    assertThat(Files.readString(file)).startsWith("-----BEGIN PRIVATE KEY-----\n");
    assertThat(keyring().isSealed(KeyName.FRESHNESS)).isFalse();
    assertThat(keyring().open(KeyName.FRESHNESS, NONE, TEST)).isInstanceOf(KeyOpening.Opened.class);
  }

  @Test
  void everyFileIsItsOwnersOnly() throws IOException {
    make(KeyName.FRESHNESS, NONE);
    make(KeyName.EDITION, PASSPHRASE);
    try (Stream<Path> files = Files.list(folder.resolve("keys"))) {
      assertThat(files.toList())
          .hasSize(4)
          .allSatisfy(
              file ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                      .isEqualTo("rw-------"));
    }
  }

  @Test
  void anUnsealedKeyThatOthersMayReadIsNotUsed() throws IOException {
    make(KeyName.FRESHNESS, NONE);
    Path file = folder.resolve("keys/freshness.unsealed.pem");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(keyring().open(KeyName.FRESHNESS, NONE, TEST).describe()).contains("chmod 600");
  }

  @Test
  void aKeyIsNeverOverwritten() {
    VerifyingPair made = make(KeyName.root(1), NONE);
    assertThat(keyring().make(KeyName.root(1), PASSPHRASE, random, QUICK))
        .isInstanceOf(AlreadyThere.class);
    assertThat(keyring().verifying(KeyName.root(1))).contains(made);
  }

  @Test
  void aKeyKeptElsewhereLeavesItsPublicHalf() {
    VerifyingPair elsewhere = SigningPair.generate(random).verifying();
    keyring().add(KeyName.root(2), elsewhere);
    assertThat(keyring().verifying(KeyName.root(2))).contains(elsewhere);
    assertThat(keyring().open(KeyName.root(2), PASSPHRASE, TEST))
        .isInstanceOf(KeyOpening.NoSuchKey.class);
  }

  @Test
  void aDamagedFileIsNamed() throws IOException {
    make(KeyName.EDITION, PASSPHRASE);
    Path file = folder.resolve("keys/edition.age");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 1] ^= 1;
    Files.write(file, bytes);
    assertThat(keyring().open(KeyName.EDITION, PASSPHRASE, TEST))
        .isInstanceOf(KeyOpening.Damaged.class);
  }

  @Test
  void aPrivateKeyThatDoesNotFitItsPublicOneIsNotUsed() {
    make(KeyName.FRESHNESS, NONE);
    keyring().add(KeyName.FRESHNESS, SigningPair.generate(random).verifying());
    assertThat(keyring().open(KeyName.FRESHNESS, NONE, TEST).describe()).contains("are not those");
  }

  private VerifyingPair make(KeyName name, Secret passphrase) {
    return ((Made) keyring().make(name, passphrase, random, QUICK)).keys();
  }

  private Keyring keyring() {
    return new Keyring(folder.resolve("keys"));
  }
}
