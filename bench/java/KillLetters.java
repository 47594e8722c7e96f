import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Kills the sender of an issue at random moments, starts it again until the issue is done, and counts
 * at the other end who got it how often, under which Message-ID.
 */
final class KillLetters {
  /** What arrived: by recipient, the Message-IDs. */
  private static final Map<String, List<String>> ARRIVED = new HashMap<>();

  private KillLetters() {}

  /**
   * @param args a folder with a roll; its size; sessions; runs; kills in each, at most; the command of
   *     a sender
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    String folder = args[0];
    int people = Integer.parseInt(args[1]);
    int sessions = Integer.parseInt(args[2]);
    int runs = Integer.parseInt(args[3]);
    int mostKills = Integer.parseInt(args[4]);
    List<String> command = List.of(args).subList(5, args.length);
    Random random = new Random();
    int kills = 0;
    int skipped = 0;
    int doubled = 0;
    int worst = 0;
    int otherIds = 0;
    try (ServerSocket sink = new ServerSocket(0, 200, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> accept(sink));
      for (int run = 1; run <= runs; run++) {
        synchronized (ARRIVED) {
          ARRIVED.clear();
        }
        List<String> whole = new ArrayList<>(command);
        whole.addAll(
            List.of("send", folder, "" + sink.getLocalPort(), "" + sessions, "none", "" + run, "2048"));
        int killed = 0;
        int wanted = 1 + random.nextInt(mostKills);
        while (true) {
          boolean kill = killed < wanted;
          int now = total();
          int at = now + random.nextInt(Math.max(1, (people - now) * 3 / 4));
          int code = send(whole, kill ? at : Integer.MAX_VALUE, random);
          if (code == 0) {
            break;
          }
          if (code != 137) {
            throw new IllegalStateException("the sender ended with " + code);
          }
          killed++;
        }
        kills += killed;
        int doublesHere = 0;
        synchronized (ARRIVED) {
          skipped += people - ARRIVED.size();
          for (List<String> ids : ARRIVED.values()) {
            doublesHere += ids.size() - 1;
            otherIds += (int) ids.stream().distinct().count() - 1;
          }
        }
        doubled += doublesHere;
        if (killed > 0) {
          worst = Math.max(worst, (doublesHere + killed - 1) / killed);
        }
        System.out.printf(
            Locale.ROOT, "run %d: %d kills, %d doubled, %d arrived%n", run, killed, doublesHere, total());
      }
    }
    System.out.printf(
        Locale.ROOT,
        "bench letters-kill runs=%d people=%d sessions=%d kills=%d skipped=%d doubled=%d allowed=%d"
            + " worst_doubled_a_kill=%d with_another_id=%d%n",
        runs, people, sessions, kills, skipped, doubled, sessions * kills, worst, otherIds);
    System.exit(skipped == 0 && doubled <= sessions * kills && otherIds == 0 ? 0 : 1);
  }

  private static int total() {
    synchronized (ARRIVED) {
      return ARRIVED.values().stream().mapToInt(List::size).sum();
    }
  }

  /** Runs a sender, and kills it some time after so many messages have arrived. */
  private static int send(List<String> command, int arrived, Random random)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    while (process.isAlive() && total() < arrived) {
      Thread.sleep(2);
    }
    if (arrived != Integer.MAX_VALUE && process.isAlive()) {
      Thread.sleep(random.nextInt(20));
      process.destroyForcibly(); // SIGKILL
    }
    return process.waitFor();
  }

  private static void accept(ServerSocket sink) {
    try {
      while (true) {
        Socket socket = sink.accept();
        Thread.ofVirtual().start(() -> talk(socket));
      }
    } catch (IOException e) {
      System.err.println("the sink is closed");
    }
  }

  private static void talk(Socket socket) {
    try (socket) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      OutputStream out = socket.getOutputStream();
      say(out, "220 sink");
      String to = "";
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.startsWith("EHLO")) {
          say(out, "250-sink\r\n250 PIPELINING");
        } else if (line.startsWith("RCPT")) {
          to = line;
          say(out, "250 ok");
        } else if (line.equals("DATA")) {
          say(out, "354 go on");
          String id = "";
          line = in.readLine();
          while (line != null && !line.equals(".")) {
            id = line.startsWith("Message-ID:") ? line : id;
            line = in.readLine();
          }
          if (line == null) {
            return; // cut off before its end: no message
          }
          synchronized (ARRIVED) {
            ARRIVED.computeIfAbsent(to, t -> new ArrayList<>()).add(id);
          }
          Thread.sleep(ThreadLocalRandom.current().nextInt(4)); // a relay takes its time to answer
          say(out, "250 taken");
        } else {
          say(out, "250 ok");
        }
      }
    } catch (IOException | InterruptedException e) {
      Thread.yield(); // it was killed
    }
  }

  private static void say(OutputStream out, String reply) throws IOException {
    out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }
}
