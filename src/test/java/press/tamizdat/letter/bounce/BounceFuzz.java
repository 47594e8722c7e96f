package press.tamizdat.letter.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Any octets are read, and soon. */
class BounceFuzz {
  @Property(tries = 300)
  void anyOctetsAreRead(@ForAll byte[] octets) {
    assertThat(BounceReading.read(octets, List.of()).reason().verdict())
        .isNotEqualTo(Verdict.PERMANENT);
  }

  @Property(tries = 300)
  void aSpoiltNoticeIsRead(
      @ForAll @Size(8) byte[] noise, @ForAll @IntRange(min = 0, max = 1200) int at) {
    byte[] notice = Notices.report("failed", "5.1.1", "550 5.1.1 User unknown");
    int from = at % (notice.length - noise.length);
    System.arraycopy(noise, 0, notice, from, noise.length);

    assertThat(BounceReading.read(notice, List.of()).reason()).isNotNull();
    assertThat(BounceReading.read(Arrays.copyOf(notice, from), List.of()).reason()).isNotNull();
  }

  @Example
  void whatIsMadeToTakeLongDoesNot() {
    for (String piece :
        List.of(
            "a@",
            "550 ",
            "5.1.1 ",
            "user unknown ",
            "user a a a a a a a ",
            "<",
            "=?utf-8?q?",
            "\r\n\r\n",
            "--x\r\n",
            "http://a",
            "5",
            " ",
            "\n",
            ">>> ",
            "mailbox x ",
            "; a=\"b")) {
      String text =
          "From: MAILER-DAEMON@x\r\nContent-Type: multipart/report; boundary=x\r\nSubject: "
              + piece.replace("\r\n", " ").repeat(2000)
              + "\r\n\r\n--x\r\n\r\n"
              + piece.repeat(400_000 / piece.length());
      long began = System.nanoTime();
      Finding _ = BounceReading.read(text.getBytes(StandardCharsets.UTF_8), List.of());
      assertThat(Duration.ofNanos(System.nanoTime() - began))
          .as(piece)
          .isLessThan(Duration.ofSeconds(3));
    }
  }
}
