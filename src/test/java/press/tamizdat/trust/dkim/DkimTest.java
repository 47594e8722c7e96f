package press.tamizdat.trust.dkim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DkimTest {
  private static final String MESSAGE =
      """
      From: =?utf-8?B?0JjQu9GM0LzQsA==?= <letters@ilma.example>
      To: <reader@mail.example>
      Subject: A  letter
      \tin two lines
      Message-ID: <1.2@ilma.example>
      List-Unsubscribe: <https://ilma.example/forms/letter.leave?link=abc>
      List-Unsubscribe-Post: List-Unsubscribe=One-Click
      X-Else: not signed
      MIME-Version: 1.0
      Content-Type: text/plain; charset=utf-8

      Two  blanks, a\ttab \t
      .a dot

      and empty lines


      """
          .replace("\n", "\r\n");

  /** Says what dkimpy makes of each signature. */
  private static final String VERIFIER =
      """
      import sys, dkim
      records = dict(line.rstrip('\\n').split('\\t') for line in open(sys.argv[2]))
      dns = lambda name, timeout=5: records[name.decode().rstrip('.')].encode()
      d = dkim.DKIM(open(sys.argv[1], 'rb').read())
      def good(i):
          try:
              return d.verify(idx=i, dnsfunc=dns)
          except dkim.ValidationError:
              return False
      print(*[good(i) for i in range(int(sys.argv[3]))])
      """;

  @TempDir Path folder;

  @Test
  void anotherProgramFindsBothSignaturesGoodAndAChangeBad() throws Exception {
    List<DkimKey> keys = DkimKey.in(folder.resolve("keys"), "tz", new SecureRandom());
    byte[] signed = new Dkim("ilma.example", keys).signed(MESSAGE.getBytes(StandardCharsets.UTF_8));
    assertThat(verdict(signed, keys)).isEqualTo("True True");
    String text = new String(signed, StandardCharsets.UTF_8);
    assertThat(verdict(bytes(text.replace("a dot", "b dot")), keys)).isEqualTo("False False");
    assertThat(verdict(bytes(text.replace("link=abc", "link=abd")), keys)).isEqualTo("False False");
    assertThat(verdict(bytes("Subject: Another\r\n" + text), keys)).isEqualTo("False False");
    assertThat(verdict(bytes(text.replace("not signed", "changed")), keys)).isEqualTo("True True");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private String verdict(byte[] message, List<DkimKey> keys)
      throws IOException, InterruptedException {
    StringBuilder records = new StringBuilder();
    keys.forEach(
        k -> records.append(k.selector() + "._domainkey.ilma.example\t" + k.record() + "\n"));
    Files.writeString(folder.resolve("records"), records);
    Files.write(folder.resolve("message"), message);
    Path python = Path.of("/usr/bin/python3");
    Path said = folder.resolve("said");
    assumeTrue(Files.isExecutable(python), "python3 is not installed");
    Process process =
        new ProcessBuilder(
                List.of(python.toString(), "-c", VERIFIER, "message", "records", "" + keys.size()))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    String verdict = Files.readString(said).strip();
    assumeTrue(!verdict.contains("No module named"), "python3-dkim is not installed");
    return verdict;
  }

  @Test
  void aBodyInItsCanonicalFormIsHashedFromWhereItDiffers() {
    byte[] message = bytes("From: a\r\n\r\nthe same\r\nand here is a name\r\n");
    int body = Dkim.body(message);
    BodyHash hash = BodyHash.like(message, body, 10);
    byte[] other = bytes("From: a\r\n\r\nthe same\r\nand another\r\n");
    assertThat(hash.of(other, body)).isEqualTo(BodyHash.ofAny(other, body));
    assertThatThrownBy(() -> BodyHash.like(bytes("\r\ntwo  blanks\r\n"), 2, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aKeyIsItsOwnersAloneAndStaysTheSame() throws IOException {
    String made = DkimKey.in(folder, "tz", DkimAlgorithm.ED25519, new SecureRandom()).record();
    assertThat(made).matches("v=DKIM1; k=ed25519; p=[A-Za-z0-9+/]{43}=");
    Path file = folder.resolve("dkim-ed25519.pem");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(DkimKey.in(folder, "tz", DkimAlgorithm.ED25519, new SecureRandom()).record())
        .isEqualTo(made);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(() -> DkimKey.in(folder, "tz", DkimAlgorithm.ED25519, new SecureRandom()))
        .hasMessageContaining("chmod 600");
  }

  @Test
  void aZoneLineHasNoStringThatIsTooLong() {
    DkimKey rsa = DkimKey.in(folder, "tz", DkimAlgorithm.RSA, new SecureRandom());
    assertThat(rsa.zoneLine("ilma.example"))
        .startsWith("tz-rsa._domainkey.ilma.example. 3600 IN TXT ( \"v=DKIM1; k=rsa; p=");
    assertThat(rsa.zoneLine("ilma.example").split("\"")).allMatch(s -> s.length() <= 255);
  }
}
