import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import press.tamizdat.letter.roll.Traces;
import press.tamizdat.trust.Ids;
import press.tamizdat.trust.Secret;
import press.tamizdat.trust.envelope.Envelope;
import press.tamizdat.trust.sealing.SealingKey;
import press.tamizdat.trust.sealing.SealingKeyring;

/**
 * Lets a post room of its own process take sign-ups, confirmations, an issue, bounces and leavings,
 * and looks for every address in every byte that it left on the disk, and in its memory.
 */
final class SearchDisk {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String PASSPHRASE = "river ferry lamp bridge";
  private static final Pattern CONFIRM = Pattern.compile("confirm\\.html\\?link=([a-z2-7]{42})");
  private static final Pattern LEAVE = Pattern.compile("letter\\.leave\\?link=([a-z2-7]{42})");

  private final Path data;
  private final Map<String, String> mails = new ConcurrentHashMap<>(); // by address, the newest
  private final Map<String, String> returnPaths = new ConcurrentHashMap<>();
  private final List<String> addresses = new ArrayList<>();
  private final SealingKey dropbox;
  private int number;

  private SearchDisk(Path data) {
    this.data = data;
    SealingKeyring keys = new SealingKeyring(data.resolve("keys"));
    Secret passphrase = Secret.of(PASSPHRASE);
    keys.make(SealingKeyring.ROLL, passphrase, RANDOM, 10);
    keys.make(SealingKeyring.DROPBOX, passphrase, RANDOM, 10);
    this.dropbox = keys.sealing(SealingKeyring.DROPBOX).orElseThrow();
  }

  /**
   * @param args the data folder; how many sign up; seconds until the memory is written out; then the
   *     command of the post room up to its main class
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    SearchDisk search = new SearchDisk(Path.of(args[0]));
    List<String> command = new ArrayList<>(List.of(args).subList(3, args.length));
    search.run(Integer.parseInt(args[1]), Integer.parseInt(args[2]), command);
  }

  private void run(int people, int pause, List<String> command)
      throws IOException, InterruptedException {
    for (int i = 0; i < people; i++) {
      addresses.add("Reader.%05d%c@mail%d.example".formatted(i, 'a' + i % 26, i % 97));
    }
    Traces traces = new Traces(addresses);
    Files.createDirectories(data.resolve("logs"));
    Files.createDirectories(data.resolve("tmp"));
    Files.createDirectories(data.resolve("dropbox"));
    StringBuilder keys = new StringBuilder("bench disk-search people=").append(people);
    try (ServerSocket relay = new ServerSocket(0, 200, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> accept(relay));
      command.addAll(List.of(data.toString(), "" + relay.getLocalPort(), PASSPHRASE));
      Process post =
          new ProcessBuilder(command)
              .redirectError(data.resolve("logs").resolve("post.log").toFile())
              .start();
      try (PrintWriter told = new PrintWriter(post.getOutputStream(), true);
          BufferedReader says = post.inputReader(StandardCharsets.US_ASCII)) {
        long from = System.nanoTime();
        for (String address : addresses) {
          drop(
              "letter.sign-up",
              Map.of(
                  "address", List.of(address), "letter", List.of("weekly"),
                  "language", List.of("en"), "agreed", List.of("yes")));
        }
        until("mails that ask", () -> mails.size() == people);
        say("%-46s %8.1f s", people + " signed up and were asked", (System.nanoTime() - from) / 1e9);
        int confirming = people * 9 / 10;
        report(keys, traces, "signed_up");

        for (String address : addresses.subList(0, confirming)) {
          drop("letter.confirm", Map.of("link", List.of(find(CONFIRM, mails.get(address)))));
        }
        until("confirmations", () -> ask(told, says, "count").startsWith(confirming + " "));
        report(keys, traces, "confirmed");

        mails.clear();
        String sent = ask(told, says, "send");
        must(sent.equals(confirming + " " + confirming) && mails.size() == confirming, sent);
        say("%-46s", confirming + " got the issue");
        report(keys, traces, "sent");

        int bouncing = people / 20;
        for (String address : addresses.subList(0, bouncing)) {
          String reason = ask(told, says, "bounce " + bounce(address));
          must(!reason.isEmpty(), "no reason");
        }
        for (String address : addresses.subList(bouncing, bouncing + people / 10)) {
          drop("letter.leave", Map.of("link", List.of(find(LEAVE, mails.get(address)))));
        }
        int left = confirming - bouncing - people / 10;
        until("leavings", () -> ask(told, says, "count").startsWith(left + " "));
        Thread.sleep(3000);
        report(keys, traces, "left");

        mails.clear();
        Thread.sleep(pause * 1000L);
        memory(keys, traces, post.pid(), "all", "-all=true"); // the other one collects garbage first
        memory(keys, traces, post.pid(), "live", "-all=false");
      }
      must(post.waitFor() == 0, "the post room ended badly");
    }
    report(keys, traces, "ended");
    System.out.println(keys);
  }

  private static void must(boolean so, String what) {
    if (!so) {
      throw new IllegalStateException(what);
    }
  }

  private static void say(String line, Object... values) {
    System.out.println(String.format(Locale.ROOT, line, values));
  }

  private interface Condition {
    boolean holds() throws IOException;
  }

  private static void until(String what, Condition condition)
      throws IOException, InterruptedException {
    for (int i = 0; i < 3000; i++) {
      if (condition.holds()) {
        return;
      }
      Thread.sleep(100);
    }
    throw new IllegalStateException("in vain for " + what);
  }

  private static String ask(PrintWriter told, BufferedReader says, String line)
      throws IOException {
    told.println(line);
    String answer = says.readLine();
    must(answer != null, "the post room is gone");
    return String.valueOf(answer);
  }

  private static String find(Pattern pattern, String mail) {
    Matcher found = pattern.matcher(mail);
    must(found.find(), "no link");
    return found.group(1);
  }

  private void drop(String kind, Map<String, List<String>> fields) throws IOException {
    Envelope envelope = Envelope.form(Ids.next(RANDOM), kind, Clock.systemUTC().instant(), fields);
    Path box = data.resolve("dropbox");
    Path temporary = box.resolve(".new-" + number++);
    Files.write(temporary, dropbox.seal(envelope.toJson()));
    Files.move(
        temporary, box.resolve(envelope.id() + ".age"), StandardCopyOption.ATOMIC_MOVE);
  }

  /** A notice as Postfix writes one (RFC 3464), in a file that is not the post room's. */
  private Path bounce(String address) throws IOException {
    String notice =
        """
        From: MAILER-DAEMON@mail.example
        To: %s
        Subject: Undelivered Mail Returned to Sender
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="b"

        --b
        Content-Type: text/plain

        <%s>: host mail.example said: 550 5.1.1 no such user here
        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; relay.example

        Final-Recipient: rfc822; %s
        Action: failed
        Status: 5.1.1
        Diagnostic-Code: smtp; 550 5.1.1 <%s> no such user here

        --b--
        """
            .formatted(returnPaths.get(address), address, address, address)
            .replace("\n", "\r\n");
    return Files.writeString(data.resolveSibling("notice.eml"), notice);
  }

  private void report(StringBuilder keys, Traces traces, String when) throws IOException {
    Set<Traces.Find> found = traces.in(data);
    long bytes;
    try (var files = Files.walk(data)) {
      bytes = files.filter(Files::isRegularFile).mapToLong(f -> f.toFile().length()).sum();
    }
    say("%-46s %8d traces in %.1f MB", "on the disk, when they had " + when, found.size(), bytes / 1e6);
    found.stream().limit(20).forEach(f -> say("  %s: %s", data.relativize(f.file()), f.what()));
    keys.append(" disk_").append(when).append('=').append(found.size());
  }

  /** What is found in the memory of the process: by how many addresses, and in which form. */
  private void memory(StringBuilder keys, Traces traces, long pid, String name, String option)
      throws IOException, InterruptedException {
    Path dump = data.resolveSibling(data.getFileName() + "-" + name + ".hprof");
    Process jcmd =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), "" + pid,
                "GC.heap_dump", "-overwrite", option, dump.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    must(jcmd.waitFor() == 0, "no heap dump");
    Set<Traces.Find> found = traces.inFile(dump);
    Map<String, Long> forms =
        new HashMap<>(
            found.stream()
                .collect(
                    Collectors.groupingBy(
                        f -> f.what().replaceAll("address [0-9]+ ", ""), Collectors.counting())));
    Set<String> people = new TreeSet<>();
    found.forEach(f -> people.add(f.what().replaceAll(" \\(.*", "")));
    say(
        "%-46s %8d addresses in %.1f MB %s", "in the memory (" + name + ")", people.size(),
        Files.size(dump) / 1e6, forms);
    keys.append(" heap_").append(name).append('=').append(people.size());
    if (System.getenv("KEEP_DUMPS") == null) {
      Files.delete(dump);
    }
  }

  private void accept(ServerSocket relay) {
    try {
      while (true) {
        Socket socket = relay.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException closed) {
      return;
    }
  }

  /** As much of RFC 5321 as it takes to be given mails. */
  private void serve(Socket socket) {
    try (socket;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))) {
      String from = "";
      String to = "";
      answer(socket, "220 sink");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String verb = line.substring(0, Math.min(4, line.length())).toUpperCase(Locale.ROOT);
        switch (verb) {
          case "EHLO" -> answer(socket, "250-sink\r\n250-PIPELINING\r\n250 8BITMIME");
          case "MAIL" -> {
            from = line.replaceAll("(?i)MAIL FROM:<([^>]*)>.*", "$1");
            answer(socket, "250 ok");
          }
          case "RCPT" -> {
            to = line.replaceAll("(?i)RCPT TO:<([^>]*)>.*", "$1");
            answer(socket, "250 ok");
          }
          case "DATA" -> {
            answer(socket, "354 go on");
            StringBuilder text = new StringBuilder();
            for (String l = in.readLine(); l != null && !l.equals("."); l = in.readLine()) {
              text.append(l).append("\r\n");
            }
            returnPaths.put(to, from);
            mails.put(to, text.toString().replace("=\r\n", "").replace("=3D", "="));
            answer(socket, "250 2.0.0 taken");
          }
          case "QUIT" -> {
            answer(socket, "221 bye");
            return;
          }
          default -> answer(socket, "250 ok");
        }
      }
    } catch (IOException gone) {
      return;
    }
  }

  private static void answer(Socket socket, String line) throws IOException {
    socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }
}
