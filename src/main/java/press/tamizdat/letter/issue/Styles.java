package press.tamizdat.letter.issue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import press.tamizdat.platform.text.Language;

/**
 * The rules of {@code letter/mail.css}, written into the elements that they hold for: a later rule
 * wins over an earlier one, whatever their selectors.
 */
final class Styles {
  private static final String SERIF = "Georgia, 'Times New Roman', serif";
  private static final String SANS = "-apple-system, 'Segoe UI', Roboto, Arial, sans-serif";
  private static final String PERSIAN = "Tahoma, 'Noto Naskh Arabic', 'Geeza Pro', Arial, serif";
  private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)\\}");
  private static final Pattern HEAD =
      Pattern.compile("@(dark|phone)\\s*\\{((?:[^{}]*\\{[^{}]*\\})*)[^{}]*\\}");

  private final List<Rule> rules = new ArrayList<>();
  private final StringBuilder head =
      new StringBuilder(":root{color-scheme:light dark;supported-color-schemes:light dark}");

  private record Rule(String selector, Map<String, String> properties) {}

  private Styles(String css) {
    Matcher apart = HEAD.matcher(css);
    while (apart.find()) {
      String when =
          apart.group(1).equals("dark") ? "(prefers-color-scheme:dark)" : "(max-width:480px)";
      head.append("@media ").append(when).append('{').append(tight(apart.group(2))).append('}');
    }
    Matcher rule = RULE.matcher(apart.replaceAll(""));
    while (rule.find()) {
      rules.add(new Rule(rule.group(1).strip(), properties(rule.group(2))));
    }
  }

  static Styles of(Language language) {
    boolean right = language.rightToLeft();
    return new Styles(
        resource()
            .replaceAll("(?s)/\\*.*?\\*/", "")
            .replace("@start@", right ? "right" : "left")
            .replace("@end@", right ? "left" : "right")
            .replace("@serif@", right ? PERSIAN : SERIF)
            .replace("@sans@", right ? PERSIAN : SANS));
  }

  private static String resource() {
    try (var in = Styles.class.getResourceAsStream("/letter/mail.css")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the program's own files", e);
    }
  }

  private static String tight(String css) {
    return css.strip()
        .replaceAll("\\s*([{}:;,])\\s*", "$1")
        .replaceAll("\\s+", " ")
        .replace(";}", "}");
  }

  private static Map<String, String> properties(String text) {
    Map<String, String> properties = new LinkedHashMap<>();
    for (String one : text.split(";")) {
      int colon = one.indexOf(':');
      if (colon > 0) {
        properties.put(one.substring(0, colon).strip(), one.substring(colon + 1).strip());
      }
    }
    return properties;
  }

  /** Writes the rules into the elements, and the rest into the head. */
  void into(Document letter) {
    Map<Element, Map<String, String>> styles = new LinkedHashMap<>();
    for (Rule rule : rules) {
      for (Element element : letter.select(rule.selector())) {
        Map<String, String> own = styles.computeIfAbsent(element, e -> new LinkedHashMap<>());
        rule.properties()
            .forEach(
                (name, value) -> {
                  // A shorthand that comes later takes back what its parts said before.
                  own.keySet().removeIf(other -> other.startsWith(name + "-"));
                  own.put(name, value);
                });
      }
    }
    styles.forEach((element, own) -> element.attr("style", text(own)));
    letter.head().appendElement("style").appendChild(new org.jsoup.nodes.DataNode(head.toString()));
  }

  private static String text(Map<String, String> properties) {
    StringBuilder text = new StringBuilder();
    properties.forEach((name, value) -> text.append(name).append(':').append(value).append(';'));
    return text.substring(0, text.length() - 1);
  }
}
