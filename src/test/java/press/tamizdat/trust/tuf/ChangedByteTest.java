package press.tamizdat.trust.tuf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** One byte is changed, anywhere, to anything: it is noticed. A third of the bytes are tried. */
class ChangedByteTest {
  private static final long SEED = 20261122;

  private final Press press = Press.open();
  private final Random random = new Random(SEED);

  @Test
  void inTheTimestamp() {
    changeBytes("timestamp.json");
  }

  @Test
  void inTheSnapshot() {
    changeBytes("1.snapshot.json");
  }

  @Test
  void inTheTargets() {
    changeBytes("1.targets.json");
  }

  @Test
  void inANewRoot() {
    press.rotate(press.holders);
    changeBytes("2.root.json");
  }

  @Test
  void inTheRootThatIsTrusted() {
    byte[] genuine = press.roots.getFirst().bytes();
    for (int i = 0; i < genuine.length; i += 1 + random.nextInt(5)) {
      Remembered changed = Remembered.only(new SignedFile("1.root.json", change(genuine, i)));
      assertThat(press.look(changed)).as("byte %d", i).isInstanceOf(Verdict.Refused.class);
    }
  }

  /** A file that is cut short, or has something after its end. */
  @Test
  void atTheEndOfAnyFile() {
    press.rotate(press.holders);
    for (String name :
        List.of("2.root.json", "timestamp.json", "1.snapshot.json", "1.targets.json")) {
      byte[] genuine = press.source().fetch(name, 9999).orElseThrow();
      for (int length : new int[] {0, 1, genuine.length - 1, genuine.length + 1}) {
        press.files.put(name, Arrays.copyOf(genuine, length));
        assertThat(press.look()).as(name + " %d", length).isInstanceOf(Verdict.Refused.class);
      }
      press.files.put(name, genuine);
    }
  }

  private void changeBytes(String name) {
    byte[] genuine = press.source().fetch(name, 9999).orElseThrow();
    for (int i = 0; i < genuine.length; i += 1 + random.nextInt(5)) {
      press.files.put(name, change(genuine, i));
      Problem problem = VerificationTest.refused(press.look());
      assertThat(problem.file()).as("byte %d", i).isEqualTo(name);
    }
    press.files.put(name, genuine);
    VerificationTest.accepted(press.look());
  }

  private byte[] change(byte[] genuine, int at) {
    byte[] changed = genuine.clone();
    changed[at] ^= (byte) (1 + random.nextInt(255));
    return changed;
  }
}
