package press.tamizdat.trust.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.tamizdat.trust.Secret;
import press.tamizdat.trust.SecretAccess;

class SealingTest {
  private static final SecretAccess ACCESS = new SecretAccess("test");

  private final OpeningKey key = OpeningKey.generate(new SecureRandom());
  private final byte[] address = "reader@example.org".getBytes(UTF_8);

  @Test
  void whatIsSealedOpensWithTheKeyAlone() {
    byte[] file = key.sealing().seal(address);
    assertThat(key.open(file)).hasValueSatisfying(p -> assertThat(p).isEqualTo(address));
    assertThat(OpeningKey.generate(new SecureRandom()).open(file)).isEmpty();
    assertThat(key.sealing().seal(address)).isNotEqualTo(file);
  }

  @Test
  void anyChangedOrMissingByteIsNoticed() {
    byte[] file = key.sealing().seal(address);
    for (int i = 0; i < file.length; i++) {
      byte[] changed = file.clone();
      changed[i] ^= 1;
      assertThat(key.open(changed)).as("byte %d", i).isEmpty();
      assertThat(key.open(Arrays.copyOf(file, i))).as("%d bytes", i).isEmpty();
    }
  }

  @Test
  void streamsOfEveryLengthAroundAChunkComeBack() throws IOException {
    for (int length : new int[] {0, 1, 65_535, 65_536, 65_537, 131_072, 200_000}) {
      byte[] plain = new byte[length];
      new Random(length).nextBytes(plain);
      byte[] file = stream(plain);
      try (var opened = key.opening(new ByteArrayInputStream(file))) {
        assertThat(opened.readAllBytes()).isEqualTo(plain);
      }
      byte[] cut = Arrays.copyOf(file, file.length - Math.min(file.length - 300, 65_552));
      assertThatThrownBy(() -> read(cut)).isInstanceOf(IOException.class);
    }
  }

  private byte[] stream(byte[] plain) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (OutputStream sealing = key.sealing().sealing(file)) {
      sealing.write(plain);
    }
    return file.toByteArray();
  }

  private byte[] read(byte[] file) throws IOException {
    try (var opened = key.opening(new ByteArrayInputStream(file))) {
      return opened.readAllBytes();
    }
  }

  @Test
  void theStockToolOpensOursAndWeOpenItsOwn(@TempDir Path folder) throws Exception {
    assumeTrue(run(folder, "age", "--version") == 0, "age is not installed");
    byte[] large = new byte[150_000];
    new Random(1).nextBytes(large);
    Files.write(folder.resolve("key"), key.text(ACCESS).reveal(ACCESS));
    Files.write(folder.resolve("small.age"), key.sealing().seal(address));
    Files.write(folder.resolve("large.age"), stream(large));
    Files.write(folder.resolve("large"), large);
    assertThat(run(folder, "age", "-d", "-i", "key", "-o", "small.out", "small.age")).isZero();
    assertThat(run(folder, "age", "-d", "-i", "key", "-o", "large.out", "large.age")).isZero();
    assertThat(folder.resolve("small.out")).hasBinaryContent(address);
    assertThat(folder.resolve("large.out")).hasBinaryContent(large);
    String recipient = key.sealing().text();
    assertThat(run(folder, "age", "-r", recipient, "-o", "theirs.age", "small.out")).isZero();
    assertThat(run(folder, "age", "-r", recipient, "-o", "theirs-large.age", "large")).isZero();
    assertThat(key.open(Files.readAllBytes(folder.resolve("theirs.age"))))
        .hasValueSatisfying(p -> assertThat(p).isEqualTo(address));
    assertThat(read(Files.readAllBytes(folder.resolve("theirs-large.age")))).isEqualTo(large);
  }

  private static int run(Path folder, String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
          .directory(folder.toFile())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException absent) {
      return -1;
    }
  }

  @Test
  void aClosedKeyIsWipedAndOpensNothing() {
    byte[] file = key.sealing().seal(address);
    key.close();
    assertThatThrownBy(() -> key.open(file)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> key.text(ACCESS)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void publicKeysThatAreNoneAreRefused() {
    String text = key.sealing().text();
    assertThat(SealingKey.parse(text)).contains(key.sealing());
    assertThat(SealingKey.parse(text.substring(0, 30))).isEmpty();
    assertThat(SealingKey.parse(text.replace("age1", "agf1"))).isEmpty();
    assertThat(SealingKey.parse("")).isEmpty();
    assertThat(SealingKey.parse(Bech32.encode("age", new byte[32]))).isEmpty();
  }

  /** RFC 7748 §5.2 and §6.1. */
  @Test
  void multipliesAsTheRfcSays() {
    byte[] scalar = hex("a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4");
    byte[] point = hex("e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c");
    assertThat(X25519.multiply(scalar, point).map(HexFormat.of()::formatHex))
        .isEqualTo(Optional.of("c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552"));
    byte[] alice = hex("77076d0a7318a57d3c16c17251b26645df4c2f7d0e2e9bd1a0f0a5b0f2c2a4d0");
    byte[] bob = OpeningKey.generate(new SecureRandom()).sealing().point();
    assertThat(X25519.multiply(alice, bob)).isPresent();
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }

  @Test
  void aKeyringKeepsKeysUnderAPassphraseAndNoticesOthers(@TempDir Path folder) throws Exception {
    SealingKeyring keys = new SealingKeyring(folder);
    Secret passphrase = Secret.of("the ferry leaves at noon");
    assertThat(keys.make("roll", passphrase, new SecureRandom(), 8))
        .isInstanceOf(SealingKeyring.Making.Made.class);
    assertThat(keys.make("roll", passphrase, new SecureRandom(), 8))
        .isInstanceOf(SealingKeyring.Making.AlreadyThere.class);
    byte[] sealed = keys.sealing("roll").orElseThrow().seal(address);
    assertThat(keys.open("roll", passphrase))
        .isInstanceOfSatisfying(
            SealingKeyring.Opening.Opened.class, o -> assertThat(o.key().open(sealed)).isPresent());
    assertThat(keys.open("roll", Secret.of("")))
        .isInstanceOf(SealingKeyring.Opening.PassphraseNeeded.class);
    assertThat(keys.open("roll", Secret.of("noon")))
        .isInstanceOf(SealingKeyring.Opening.WrongPassphrase.class);
    assertThat(keys.open("dropbox", passphrase))
        .isInstanceOf(SealingKeyring.Opening.NoSuchKey.class);
    keys.make("dropbox", Secret.of(""), new SecureRandom());
    assertThat(keys.open("dropbox", Secret.of("")))
        .isInstanceOf(SealingKeyring.Opening.Opened.class);
    Files.writeString(folder.resolve("dropbox.recipient.txt"), key.sealing().text());
    assertThat(keys.open("dropbox", Secret.of("")))
        .isInstanceOf(SealingKeyring.Opening.Unusable.class);
  }
}
