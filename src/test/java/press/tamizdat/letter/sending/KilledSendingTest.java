package press.tamizdat.letter.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.tamizdat.platform.mail.DomainPace;
import press.tamizdat.platform.mail.PretendRelay;
import press.tamizdat.platform.mail.Relay;
import press.tamizdat.platform.mail.Relays;

/** A sender that is killed at any moment skips nobody, and doubles no more than was in flight. */
class KilledSendingTest {
  private static final int PEOPLE = 200;
  private static final int SESSIONS = 5;
  private static final int KILLS = 2;

  /** 128 and the number of SIGKILL. */
  private static final int KILLED = 137;

  /** To see a failure again: {@code -Dkill.seed=…}. */
  private static final long SEED = Long.getLong("kill.seed", System.nanoTime() & 0xffff);

  @TempDir Path folder;

  /** The process that is killed: arms the issue, or goes on with it, and ends when it is done. */
  static final class Sending {
    private Sending() {}

    public static void main(String[] args) {
      Relay relay =
          Relay.at("pretend", "127.0.0.1", Integer.parseInt(args[1]), Relay.Security.NONE)
              .limits(Relay.Limits.USUAL.sessions(SESSIONS));
      try (Subscribers people = new Subscribers(Path.of(args[0]));
          Relays relays =
              new Relays(List.of(relay), DomainPace.NONE, Optional.empty(), Clock.systemUTC());
          Sendings sendings = people.sendings(relays)) {
        Armed armed = sendings.arm(Subscribers.issue(), Subscribers.PASSPHRASE);
        if (!(armed instanceof Armed.Sending)) {
          throw new IllegalStateException(armed.toString());
        }
        Progress done = Subscribers.await(sendings, Progress.State.DONE);
        System.exit(done.accepted() == PEOPLE ? 0 : 3);
      }
    }
  }

  @Test
  void nobodyIsSkippedAndWhatIsDoubledHasItsMessageIdTwice() throws Exception {
    Random random = new Random(SEED);
    try (Subscribers people = new Subscribers(folder)) {
      for (int i = 0; i < PEOPLE; i++) {
        people.add("reader" + i + "@mail.example");
      }
    }
    try (PretendRelay relay =
        new PretendRelay(
            c -> {
              if (c.startsWith(". ")) {
                Subscribers.pause(); // many are taken and not answered yet
              }
              return Optional.empty();
            })) {
      for (int kill = 0; kill < KILLS; kill++) {
        Process process = start(relay);
        int until = relay.taken.size() + 1 + random.nextInt(PEOPLE / 4);
        while (process.isAlive() && relay.taken.size() < until) {
          Thread.sleep(1);
        }
        process.destroyForcibly();
        assertThat(process.waitFor()).as("seed %d", SEED).isEqualTo(KILLED);
      }
      assertThat(start(relay).waitFor()).as("seed %d", SEED).isZero();

      Set<String> reached = new HashSet<>();
      relay.taken.forEach(t -> reached.add(t.to()));
      assertThat(reached).as("seed %d", SEED).hasSize(PEOPLE);
      assertThat(relay.taken.size() - PEOPLE)
          .as("doubled; seed %d", SEED)
          .isBetween(0, SESSIONS * KILLS);
      Map<String, Set<String>> ids =
          relay.taken.stream()
              .collect(
                  Collectors.groupingBy(
                      PretendRelay.Taken::to,
                      Collectors.mapping(KilledSendingTest::messageId, Collectors.toSet())));
      assertThat(ids.values()).allMatch(same -> same.size() == 1);
    }
  }

  private static String messageId(PretendRelay.Taken taken) {
    return taken
        .message()
        .lines()
        .filter(line -> line.startsWith("Message-ID:"))
        .findFirst()
        .orElseThrow();
  }

  private Process start(PretendRelay relay) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Xmx128m",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Sending.class.getName(),
            folder.toString(),
            Integer.toString(relay.port()))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
