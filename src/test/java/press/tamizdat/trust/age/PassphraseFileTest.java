package press.tamizdat.trust.age;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import press.tamizdat.trust.Secret;
import press.tamizdat.trust.SecretAccess;
import press.tamizdat.trust.age.PassphraseFile.Opening;

class PassphraseFileTest {
  private static final Secret PASSPHRASE = Secret.of("correct horse");
  private static final int QUICK = 10;

  @Test
  void opensWithTheSamePassphraseOnly() {
    byte[] content = new byte[200_000];
    Arrays.fill(content, (byte) 7);
    byte[] file = PassphraseFile.seal(Secret.of(content), PASSPHRASE, QUICK);
    assertThat(PassphraseFile.open(file, PASSPHRASE))
        .isInstanceOfSatisfying(
            Opening.Opened.class,
            opened ->
                assertThat(opened.content().reveal(new SecretAccess("test"))).isEqualTo(content));
    assertThat(PassphraseFile.open(file, Secret.of("correct horses")))
        .isInstanceOf(Opening.WrongPassphrase.class);
    assertThat(PassphraseFile.open(file, Secret.of("")))
        .isInstanceOf(Opening.WrongPassphrase.class);
  }

  @Test
  void anyChangedByteIsNoticed() {
    byte[] file = PassphraseFile.seal(Secret.of("a key"), PASSPHRASE, 2);
    for (int i = 0; i < file.length; i++) {
      byte[] changed = file.clone();
      changed[i] ^= 1;
      assertThat(PassphraseFile.open(changed, PASSPHRASE))
          .as("byte %d", i)
          .isNotInstanceOf(Opening.Opened.class);
    }
  }

  @Test
  void aFileCutShortIsUnreadable() {
    byte[] file = PassphraseFile.seal(Secret.of("a key"), PASSPHRASE, 2);
    for (int length = 0; length < file.length; length++) {
      assertThat(PassphraseFile.open(Arrays.copyOf(file, length), PASSPHRASE))
          .as("%d bytes", length)
          .isInstanceOf(Opening.Unreadable.class);
    }
  }

  @Test
  void aFileThatWouldTakeMinutesIsNotTried() {
    assertThat(PassphraseFile.open(file(30), PASSPHRASE))
        .isInstanceOfSatisfying(
            Opening.Unreadable.class,
            unreadable -> assertThat(unreadable.why()).contains("work factor is 30"));
    assertThatThrownBy(() -> PassphraseFile.seal(PASSPHRASE, PASSPHRASE, 30))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aFileThatNeedsMoreMemoryThanThereIsSaysHowMuch() {
    long heap = Runtime.getRuntime().maxMemory();
    int tooMuch = 63 - Long.numberOfLeadingZeros(heap / 1024);
    assumeTrue(tooMuch <= PassphraseFile.MOST_WORK, "this heap is enough for any file");
    assertThat(PassphraseFile.open(file(tooMuch), PASSPHRASE))
        .isEqualTo(new Opening.NeedsMemory(1024L << tooMuch));
    assertThatThrownBy(() -> PassphraseFile.seal(PASSPHRASE, PASSPHRASE, tooMuch))
        .hasMessageContaining("raise -Xmx");
  }

  private static byte[] file(int workFactor) {
    String header =
        "age-encryption.org/v1\n-> scrypt "
            + ("AAAAAAAAAAAAAAAAAAAAAA " + workFactor + "\n")
            + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n"
            + "--- AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n";
    return (header + "x".repeat(64)).getBytes(StandardCharsets.US_ASCII);
  }
}
