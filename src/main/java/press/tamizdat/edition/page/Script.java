package press.tamizdat.edition.page;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import press.tamizdat.platform.text.Json;
import press.tamizdat.platform.text.Language;
import press.tamizdat.platform.text.Messages;

/**
 * The script of every page, a file of its own so that no policy need allow inline scripts, and one
 * that is loaded when somebody begins to fill a form.
 *
 * @param path in the catalogue; it has the content's hash in it, so it never changes
 */
@SuppressWarnings("ArrayRecordComponent") // made once, never compared
record Script(String path, byte[] bytes) {
  private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*//.*\\R");
  private static final List<String> LANGUAGES = List.of("en", "ru", "fa");
  private static final Pattern INDENT = Pattern.compile("(?m)^\\s+");

  static final Script WORK = load("/page/work.js", text -> text.replace("@words@", words()));
  static final Script INSTANCE =
      load(
          "/page/script.js",
          text ->
              text.replace("@work@", WORK.path().substring("asset/".length()))
                  .replace("@due@", due()));

  /** What a page without a site behind it says, by language. */
  private static String words() {
    Map<String, Object> words = new TreeMap<>();
    for (String tag : LANGUAGES) {
      words.put(tag, Messages.of(new Language(tag)).say("form.copy"));
    }
    return Json.text(words);
  }

  /** What stands before the banner on the day of a reminder, by language. */
  private static String due() {
    Map<String, Object> words = new TreeMap<>();
    for (String tag : LANGUAGES) {
      words.put(tag, SupportPages.words(new Language(tag)).say("remind.due"));
    }
    return Json.text(words);
  }

  private static Script load(String file, UnaryOperator<String> filled) {
    String text = filled.apply(COMMENT.matcher(Resource.text(file)).replaceAll(""));
    byte[] bytes = INDENT.matcher(text).replaceAll("").getBytes(StandardCharsets.UTF_8);
    return new Script("asset/" + Resource.sha256Hex(bytes).substring(0, 16) + ".js", bytes);
  }
}
