package press.tamizdat.site.forms;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of the edition with places to fill.
 *
 * <p>{@code {{name}}} in a text or in an attribute's value gives way to the value, escaped. {@code
 * checked="{{name=value}}"} stays (and loses its value) where the value, or one of several with
 * full stops between them, is that, and goes where it is not; {@code hidden="{{name!value}}"} the
 * other way round; {@code checked="{{name?value}}"} stays also where there is no value. {@code
 * hidden="{{name=}}"} stays where there is none. What nobody has filled is empty.
 *
 * <p>A value at the beginning of an address ({@code href}, {@code action}, {@code src}, {@code
 * content}) is left out if it leads anywhere but into the web.
 */
final class Slots {
  private static final Pattern SLOT =
      Pattern.compile(
          " [a-z-]+=\"\\{\\{([a-z][A-Za-z0-9-]*)([=!?])([A-Za-z0-9_~-]*)\\}\\}\""
              + "|\\{\\{([a-z][A-Za-z0-9-]*)\\}\\}");
  private static final Pattern ADDRESS_BEFORE =
      Pattern.compile(
          "(?:\\s(?:href|action|formaction|src)=\"|content=\"[0-9]+; ?url=)$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern HARMLESS_ADDRESS =
      Pattern.compile("https?://[^\\s]*|/(?![/\\\\])[^\\s]*|[A-Za-z0-9._~-]*");

  /** What a reader may put into a page by its address alone. */
  private static final Pattern FROM_QUERY = Pattern.compile("[A-Za-z0-9._~-]{0,200}");

  private final List<Piece> pieces = new ArrayList<>();

  private sealed interface Piece {
    record Fixed(String text) implements Piece {}

    record Value(String name, boolean address) implements Piece {}

    record When(String name, char how, String value, String attribute) implements Piece {}
  }

  Slots(byte[] page) {
    String text = new String(page, StandardCharsets.UTF_8);
    Matcher slot = SLOT.matcher(text);
    int at = 0;
    while (slot.find()) {
      String before = text.substring(at, slot.start());
      pieces.add(new Piece.Fixed(before));
      if (slot.group(4) != null) {
        pieces.add(new Piece.Value(slot.group(4), ADDRESS_BEFORE.matcher(before).find()));
      } else {
        String attribute = slot.group().substring(0, slot.group().indexOf('='));
        pieces.add(
            new Piece.When(slot.group(1), slot.group(2).charAt(0), slot.group(3), attribute));
      }
      at = slot.end();
    }
    pieces.add(new Piece.Fixed(text.substring(at)));
  }

  /** The values of a query that may stand in a page; several of a name with full stops between. */
  static Map<String, String> fromQuery(Map<String, List<String>> query) {
    Map<String, String> values = new HashMap<>();
    query.forEach(
        (name, all) -> {
          String joined = String.join(".", all);
          if (FROM_QUERY.matcher(joined).matches()) {
            values.put(name, joined);
          }
        });
    return values;
  }

  byte[] filled(Map<String, String> values) {
    StringBuilder page = new StringBuilder();
    for (Piece piece : pieces) {
      switch (piece) {
        case Piece.Fixed(String text) -> page.append(text);
        case Piece.Value(String name, boolean address) -> {
          String value = values.getOrDefault(name, "");
          if (!address || HARMLESS_ADDRESS.matcher(value).matches()) {
            escape(value, page);
          }
        }
        case Piece.When when -> {
          if (stays(when, values.getOrDefault(when.name(), ""))) {
            page.append(when.attribute());
          }
        }
      }
    }
    return page.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static boolean stays(Piece.When when, String value) {
    // A sentence ends with a full stop too: nothing is only where there is no value at all.
    boolean is =
        when.value().isEmpty()
            ? value.isEmpty()
            : Arrays.asList(value.split("\\.", -1)).contains(when.value());
    return switch (when.how()) {
      case '!' -> !is;
      case '?' -> is || value.isEmpty();
      default -> is;
    };
  }

  private static void escape(String value, StringBuilder page) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '&' -> page.append("&amp;");
        case '<' -> page.append("&lt;");
        case '>' -> page.append("&gt;");
        case '"' -> page.append("&quot;");
        case '\'' -> page.append("&#39;");
        default -> page.append(c);
      }
    }
  }
}
