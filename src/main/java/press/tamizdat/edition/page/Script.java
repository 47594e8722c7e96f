package press.tamizdat.edition.page;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The one script, a file of its own so that no policy need allow inline scripts.
 *
 * @param path in the catalogue; it has the content's hash in it, so it never changes
 */
@SuppressWarnings("ArrayRecordComponent") // made once, never compared
record Script(String path, byte[] bytes) {
  private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*//.*\\R");
  private static final Pattern INDENT = Pattern.compile("(?m)^\\s+");

  static final Script INSTANCE = load();

  private static Script load() {
    String text = COMMENT.matcher(Resource.text("/page/script.js")).replaceAll("");
    byte[] bytes = INDENT.matcher(text).replaceAll("").getBytes(StandardCharsets.UTF_8);
    return new Script("asset/" + Resource.sha256Hex(bytes).substring(0, 16) + ".js", bytes);
  }
}
