package press.tamizdat.arrival;

import java.util.Optional;
import org.jsoup.nodes.Element;

/**
 * One block of a page: a paragraph, a heading, a list, a figure.
 *
 * @param clean as the house's subset has it
 * @param source where it stood on the page; nothing for plain text
 * @param afterGap whether an empty line stood before it; for plain text
 * @param text of the whole block, white space in order
 * @param linkShare how much of the text is links, 0 to 1
 */
record Block(
    Element clean, Optional<Element> source, boolean afterGap, String text, double linkShare) {
  Block(Element clean, Optional<Element> source, boolean afterGap) {
    this(clean, source, afterGap, Words.tidy(clean.text()), linkShare(clean));
  }

  String kind() {
    return clean.normalName();
  }

  boolean isHeading() {
    return kind().equals("h2") || kind().equals("h3");
  }

  boolean isFigure() {
    return kind().equals("figure");
  }

  private static double linkShare(Element clean) {
    int all = Words.tidy(clean.text()).length();
    int linked = clean.select("a").stream().mapToInt(a -> Words.tidy(a.text()).length()).sum();
    return all == 0 ? 0 : Math.min(1, (double) linked / all);
  }

  /**
   * How many characters of running text it has: headings, captions and lists of links have none.
   */
  int prose() {
    boolean counts =
        switch (kind()) {
          case "p", "blockquote", "pre" -> text().length() >= 60;
          case "ul", "ol", "aside", "table" -> text().length() >= 80;
          default -> false;
        };
    return counts && linkShare() < 0.5 ? text().length() : 0;
  }

  /** Whether it is a short line rather than a paragraph. */
  boolean isLine() {
    return text().length() <= 160 && (kind().equals("p") || isHeading());
  }
}
