package press.tamizdat.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Text on its way into a paragraph, each character with what stands around it.
 *
 * <p>White space is put in order across element borders: a run of it is one space, none at the
 * ends; a single no-break space stays, because Russian and French typography mean it. Two line
 * breaks with nothing between them part paragraphs.
 */
final class InlineRun {
  private static final char BREAK = '\n';
  private static final char PART = '\f';
  private static final char NO_BREAK = '\u00a0';

  private final StringBuilder chars = new StringBuilder();
  private final List<List<Wrap>> wraps = new ArrayList<>();

  void text(String text, List<Wrap> around) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isInvisible(c)) {
        continue;
      }
      add(isSpace(c) && c != NO_BREAK ? ' ' : c, around);
    }
  }

  void lineBreak(List<Wrap> around) {
    add(BREAK, around);
  }

  /** All text of an element as it stands, for {@code pre}. */
  static String verbatim(Element e) {
    StringBuilder text = new StringBuilder();
    e.traverse(
        (node, depth) -> {
          if (node instanceof TextNode t) {
            t.getWholeText()
                .chars()
                .filter(c -> c == '\n' || !isInvisible((char) c))
                .forEach(c -> text.append((char) c));
          } else if (node.normalName().equals("br")) {
            text.append('\n');
          }
        });
    return text.toString()
        .replaceAll("\\r\\n?", "\n")
        .replace("\f", "")
        .replaceAll("\\A(\\h*\\n)+", "")
        .stripTrailing();
  }

  /** Closes the run: the content of its paragraphs, and an empty run for what comes next. */
  List<List<Node>> paragraphs(boolean breaksPart) {
    InlineRun tidy = tidied(breaksPart);
    clear();
    List<List<Node>> paragraphs = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= tidy.chars.length(); i++) {
      if (i == tidy.chars.length() || tidy.chars.charAt(i) == PART) {
        if (i > start) {
          paragraphs.add(tidy.nodes(start, i));
        }
        start = i + 1;
      }
    }
    return paragraphs;
  }

  /** Closes the run as one line of content, as a caption has it. */
  List<Node> line() {
    InlineRun tidy = tidied(false);
    clear();
    return tidy.nodes(0, tidy.chars.length());
  }

  /** Text as it would stand in a paragraph, for an attribute. */
  static String plain(String text) {
    InlineRun run = new InlineRun();
    run.text(text.replace(NO_BREAK, ' '), List.of());
    return run.tidied(false).chars.toString();
  }

  boolean isBlank() {
    return chars.chars().allMatch(c -> isSpace((char) c));
  }

  private void add(char c, List<Wrap> around) {
    chars.append(c);
    wraps.add(around);
  }

  private void clear() {
    chars.setLength(0);
    wraps.clear();
  }

  private InlineRun tidied(boolean breaksPart) {
    InlineRun tidy = new InlineRun();
    int i = 0;
    while (i < chars.length()) {
      if (!isSpace(chars.charAt(i))) {
        tidy.add(chars.charAt(i), wraps.get(i));
        i++;
        continue;
      }
      int end = i;
      while (end < chars.length() && isSpace(chars.charAt(end))) {
        end++;
      }
      if (i > 0 && end < chars.length()) {
        List<Wrap> shared =
            sharedStart(wraps.get(i), sharedStart(wraps.get(i - 1), wraps.get(end)));
        tidy.add(gap(chars.substring(i, end), breaksPart), shared);
      }
      i = end;
    }
    return tidy;
  }

  private static char gap(String space, boolean breaksPart) {
    long breaks = space.chars().filter(c -> c == BREAK).count();
    if (breaks == 0) {
      return space.length() == 1 ? space.charAt(0) : ' ';
    }
    return breaks > 1 && breaksPart ? PART : BREAK;
  }

  private List<Node> nodes(int start, int end) {
    Element root = new Element("p");
    List<Wrap> open = List.of();
    Element innermost = root;
    for (int i = start; i < end; ) {
      int shared = sharedStart(open, wraps.get(i)).size();
      for (int up = open.size(); up > shared; up--) {
        innermost = Objects.requireNonNull(innermost.parent());
      }
      open = wraps.get(i);
      for (Wrap wrap : open.subList(shared, open.size())) {
        Element inner = wrap.element();
        innermost.appendChild(inner);
        innermost = inner;
      }
      if (chars.charAt(i) == BREAK) {
        innermost.appendElement("br");
        i++;
        continue;
      }
      int stop = i;
      while (stop < end && chars.charAt(stop) != BREAK && wraps.get(stop).equals(open)) {
        stop++;
      }
      innermost.appendText(chars.substring(i, stop));
      i = stop;
    }
    return List.copyOf(root.childNodes());
  }

  private static List<Wrap> sharedStart(List<Wrap> a, List<Wrap> b) {
    int n = 0;
    while (n < a.size() && n < b.size() && a.get(n).equals(b.get(n))) {
      n++;
    }
    return a.subList(0, n);
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /** Control characters, zero-width space, byte order mark and soft hyphen; joiners stay. */
  private static boolean isInvisible(char c) {
    return (c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f')
        || (c >= 0x7f && c <= 0x9f)
        || c == '\u200b'
        || c == '\ufeff'
        || c == '\u00ad'
        || c == '\ufffe'
        || c == '\uffff';
  }
}
