package press.tamizdat.trust.keys;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text encoding of keys (RFC 7468), as OpenSSL writes it: lines of 64, a line feed after each. */
public final class Pem {
  public static final String PRIVATE = "PRIVATE KEY";
  public static final String PUBLIC = "PUBLIC KEY";
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z ]+)-----\\s+([A-Za-z0-9+/=\\s]+?)-----END \\1-----");

  private Pem() {}

  public static String write(String label, byte[] der) {
    String base64 =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(der);
    return "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n";
  }

  /**
   * The contents of all blocks with a label.
   *
   * @throws IllegalArgumentException when a block is not base64
   */
  public static List<byte[]> read(String label, String text) {
    List<byte[]> found = new ArrayList<>();
    Matcher block = BLOCK.matcher(text);
    while (block.find()) {
      if (block.group(1).equals(label)) {
        found.add(Base64.getDecoder().decode(block.group(2).replaceAll("\\s", "")));
      }
    }
    return found;
  }
}
