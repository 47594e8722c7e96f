package press.tamizdat.platform.mail.box;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import press.tamizdat.platform.log.Trouble;

/** One connection of {@link LmtpDoor}. */
final class LmtpDialogue {
  private static final System.Logger LOG = System.getLogger("lmtp");
  private static final int LONGEST_LINE = 2_000;
  private static final int MOST_RECIPIENTS = 100;
  private static final Pattern PATH =
      Pattern.compile("(?i)(?:MAIL FROM|RCPT TO):\\s*<([^<>]{0,320})>.*");

  private final InputStream in;
  private final OutputStream out;
  private final Predicate<String> known;
  private final Taker taker;
  private final List<String> recipients = new ArrayList<>();
  private boolean sender;

  LmtpDialogue(SocketChannel channel, Predicate<String> known, Taker taker) {
    this.in = new BufferedInputStream(Channels.newInputStream(channel));
    this.out = Channels.newOutputStream(channel);
    this.known = known;
    this.taker = taker;
  }

  void hold() throws IOException {
    say("220 tamizdat LMTP");
    while (true) {
      String line = line();
      String verb = line.strip().split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
      switch (verb) {
        case "LHLO" -> {
          reset();
          say("250-tamizdat\r\n250-PIPELINING\r\n250-ENHANCEDSTATUSCODES\r\n250 8BITMIME");
        }
        case "MAIL" -> mail(line);
        case "RCPT" -> say(recipient(line));
        case "DATA" -> data();
        case "RSET" -> {
          reset();
          say("250 2.0.0 Ok");
        }
        case "NOOP" -> say("250 2.0.0 Ok");
        case "VRFY" -> say("252 2.0.0 Send it and see");
        case "QUIT" -> {
          say("221 2.0.0 Bye");
          return;
        }
        default -> say("500 5.5.1 LHLO, MAIL, RCPT, DATA, RSET, NOOP and QUIT are known here");
      }
    }
  }

  private void reset() {
    sender = false;
    recipients.clear();
  }

  private void mail(String line) throws IOException {
    if (!PATH.matcher(line).matches()) {
      say("501 5.5.4 MAIL FROM:<path>");
      return;
    }
    reset();
    sender = true;
    say("250 2.1.0 Ok");
  }

  private String recipient(String line) {
    Matcher path = PATH.matcher(line);
    if (!path.matches()) {
      return "501 5.5.4 RCPT TO:<path>";
    }
    if (!sender) {
      return "503 5.5.1 MAIL comes first";
    }
    if (recipients.size() >= MOST_RECIPIENTS) {
      return "452 4.5.3 Too many recipients for one message";
    }
    if (!known.test(path.group(1))) {
      return "550 5.1.1 No such mailbox here";
    }
    recipients.add(path.group(1));
    return "250 2.1.5 Ok";
  }

  private void data() throws IOException {
    if (recipients.isEmpty()) {
      say("503 5.5.1 RCPT comes first");
      return;
    }
    say("354 End with a dot");
    byte[] message = message();
    for (String recipient : recipients) { // RFC 2033 §4.2: a reply for each
      say(answer(message, recipient));
    }
    reset();
  }

  private String answer(byte[] message, String recipient) {
    try {
      taker.take(message, List.of(recipient));
      return "250 2.0.0 Taken";
    } catch (RuntimeException e) {
      Trouble.log(LOG, "a message could not be taken; the mail server keeps it for later", e);
      return "451 4.3.0 Not now";
    }
  }

  /** The message without its dots (RFC 5321 §4.5.2); what is too much of it is let go by. */
  private byte[] message() throws IOException {
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    boolean begins = true;
    while (true) {
      int octet = read();
      if (begins && octet == '.') {
        octet = read();
        if (octet == '\r' || octet == '\n') {
          if (octet == '\r') {
            int _ = read();
          }
          return kept.toByteArray();
        }
      }
      if (kept.size() < Mailbox.MOST_BYTES) {
        kept.write(octet);
      }
      begins = octet == '\n';
    }
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int octet = read(); octet != '\n'; octet = read()) {
      line.append((char) octet);
      if (line.length() > LONGEST_LINE) {
        throw new IOException("a line without end");
      }
    }
    return line.toString().strip();
  }

  private int read() throws IOException {
    int octet = in.read();
    if (octet < 0) {
      throw new EOFException("hung up");
    }
    return octet;
  }

  private void say(String reply) throws IOException {
    out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }
}
