package press.tamizdat.platform.mail.box;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LmtpDoorTest {
  private static final SocketAddress LOOPBACK =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  @TempDir private Path folder;
  private final List<String> taken = Collections.synchronizedList(new ArrayList<>());

  @Test
  void aMessageIsTakenForEachRecipientAndConfirmedForEach() throws IOException {
    try (LmtpDoor door = open(LOOPBACK)) {
      assertThat(
              say(
                  door.address(),
                  """
                  LHLO mail.example
                  MAIL FROM:<> BODY=8BITMIME
                  RCPT TO:<b-one@paper.example>
                  RCPT TO:<stranger@paper.example>
                  RCPT TO:<b-bad@paper.example>
                  DATA
                  Subject: no

                  ..a dot
                  .
                  QUIT
                  """))
          .containsSubsequence("250 8BITMIME", "250 2.1.0 Ok", "250 2.1.5 Ok")
          .contains("550 5.1.1 No such mailbox here")
          .containsSubsequence("250 2.0.0 Taken", "451 4.3.0 Not now", "221 2.0.0 Bye");
      assertThat(taken).containsExactly("[b-one@paper.example] Subject: no\r\n\r\n.a dot\r\n");
    }
  }

  @Test
  void aSocketFileIsADoorToo() throws IOException {
    Path file = folder.resolve("lmtp.sock");
    try (LmtpDoor door = open(UnixDomainSocketAddress.of(file))) {
      assertThat(
              say(
                  door.address(),
                  "LHLO x\nMAIL FROM:<>\nRCPT TO:<b-one@p>\nDATA\nSubject: a\n\n.\nQUIT\n"))
          .contains("250 2.0.0 Taken");
    }
    assertThat(file).doesNotExist();
    assertThat(taken).hasSize(1);
  }

  @Test
  void whatIsOutOfOrderIsRefusedAndTheTalkGoesOn() throws IOException {
    try (LmtpDoor door = open(LOOPBACK)) {
      assertThat(say(door.address(), "RCPT TO:<b-one@p>\nDATA\nHELP\nMAIL FROM:x\nNOOP\nQUIT\n"))
          .containsExactly(
              "220 tamizdat LMTP",
              "503 5.5.1 MAIL comes first",
              "503 5.5.1 RCPT comes first",
              "500 5.5.1 LHLO, MAIL, RCPT, DATA, RSET, NOOP and QUIT are known here",
              "501 5.5.4 MAIL FROM:<path>",
              "250 2.0.0 Ok",
              "221 2.0.0 Bye");
    }
  }

  @Test
  void aMessageThatBreaksOffIsNotTaken() throws IOException {
    try (LmtpDoor door = open(LOOPBACK);
        SocketChannel broken = SocketChannel.open(door.address())) {
      write(broken, "LHLO x\nMAIL FROM:<>\nRCPT TO:<b-one@p>\nDATA\nSubject: half");
      broken.shutdownOutput();
      assertThat(replies(broken)).doesNotContain("250 2.0.0 Taken");
      assertThat(taken).isEmpty();
    }
  }

  @Test
  void itOpensToThisMachineAlone() {
    assertThatThrownBy(() -> open(new InetSocketAddress("192.0.2.1", 0)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Files.exists(folder.resolve("lmtp.sock"))).isFalse();
  }

  private LmtpDoor open(SocketAddress address) {
    return LmtpDoor.open(
        address,
        to -> to.startsWith("b-"),
        (message, recipients) -> {
          if (recipients.toString().contains("bad")) {
            throw new IllegalStateException("the database is away");
          }
          taken.add(recipients + " " + new String(message, StandardCharsets.UTF_8));
        });
  }

  private static List<String> say(SocketAddress to, String lines) throws IOException {
    try (SocketChannel channel = SocketChannel.open(to)) {
      write(channel, lines);
      return replies(channel);
    }
  }

  private static void write(SocketChannel channel, String lines) throws IOException {
    ByteBuffer octets = StandardCharsets.UTF_8.encode(lines.replace("\n", "\r\n"));
    while (octets.hasRemaining()) {
      int _ = channel.write(octets);
    }
  }

  private static List<String> replies(SocketChannel channel) {
    return new BufferedReader(
            new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8))
        .lines()
        .toList();
  }
}
