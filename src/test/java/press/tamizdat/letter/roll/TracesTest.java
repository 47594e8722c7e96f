package press.tamizdat.letter.roll;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The search that says "nothing is there" finds what is. */
class TracesTest {
  private static final String ADDRESS = "Vera.Lindt@ferry.example";

  @TempDir Path folder;

  private List<String> found(byte[] content) throws Exception {
    Path file = folder.resolve("file");
    byte[] padded = new byte[(1 << 20) - 5 + content.length + 3]; // across two blocks
    System.arraycopy(content, 0, padded, (1 << 20) - 5, content.length);
    Files.write(file, padded);
    return new Traces(List.of("other@ferry.example", ADDRESS))
        .in(folder).stream().map(f -> f.what().replaceAll("address 2 ", "")).sorted().toList();
  }

  private List<String> found(String text) throws Exception {
    return found(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] bytes(String text, Charset charset) {
    return text.getBytes(charset);
  }

  @Test
  void everyDisguiseIsSeenThrough() throws Exception {
    byte[] utf8 = bytes(ADDRESS, StandardCharsets.UTF_8);
    assertThat(found("<" + ADDRESS + ">")).containsExactly("(plain)");
    assertThat(found(ADDRESS.toUpperCase(Locale.ROOT))).containsExactly("(plain)");
    assertThat(found(bytes(ADDRESS, StandardCharsets.UTF_16LE))).contains("(UTF-16LE)");
    assertThat(found(bytes(ADDRESS, StandardCharsets.UTF_16BE))).contains("(UTF-16BE)");
    assertThat(found(HexFormat.of().withUpperCase().formatHex(utf8))).containsExactly("(hex)");
    for (String before : new String[] {"", "a", "ab", "abc"}) {
      byte[] text = bytes(before + ADDRESS + " and more", StandardCharsets.UTF_8);
      assertThat(found(Base64.getEncoder().encodeToString(text))).containsExactly("(base64)");
    }
    for (String name : new String[] {"MD5", "SHA-1", "SHA-256"}) {
      byte[] hash = MessageDigest.getInstance(name).digest(utf8);
      byte[] lower =
          MessageDigest.getInstance(name)
              .digest(bytes(ADDRESS.toLowerCase(Locale.ROOT), StandardCharsets.UTF_8));
      assertThat(found(hash)).containsExactly("(" + name + ")");
      assertThat(found(HexFormat.of().formatHex(lower))).containsExactly("(" + name + " in hex)");
      assertThat(found(Base64.getEncoder().encodeToString(hash)))
          .containsExactly("(" + name + " in base64)");
    }
    assertThat(found("Vera.Lindt@ferry,example")).isEmpty();
  }
}
