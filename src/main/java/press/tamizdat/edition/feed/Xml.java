package press.tamizdat.edition.feed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes XML 1.0, without any white space of its own.
 *
 * <p>Not the JDK's writer, because what that puts on paper may change with the JDK, and each
 * archive document whose bytes change is sent to every mirror again.
 */
final class Xml {
  private final StringBuilder out =
      new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * @param attributes names and values by turns
   */
  Xml open(String name, String... attributes) {
    tag(name, attributes).append('>');
    open.push(name);
    return this;
  }

  Xml close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  Xml leaf(String name, String text, String... attributes) {
    tag(name, attributes).append('>').append(escaped(text)).append("</").append(name).append('>');
    return this;
  }

  Xml empty(String name, String... attributes) {
    tag(name, attributes).append("/>");
    return this;
  }

  /** The document; everything opened must be closed. */
  byte[] bytes() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("not closed: " + open);
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private StringBuilder tag(String name, String... attributes) {
    out.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      out.append(escaped(attributes[i + 1])).append('"');
    }
    return out;
  }

  /** For element content and for attributes, which XML tells apart only by the quotation mark. */
  static String escaped(String text) {
    return Plain.legal(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("\r", "&#13;");
  }
}
