package press.tamizdat.article.compare;

import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Runs of words as HTML: {@code <del>} around what was removed, {@code <ins>} what was added. */
final class Marking {
  private static final String PHOTO = "photo:";

  private Marking() {}

  static String html(List<WordDiff.Run> runs) {
    Element out = new Element("div");
    org.jsoup.nodes.Document shell = org.jsoup.nodes.Document.createShell("");
    shell.outputSettings().prettyPrint(false);
    shell.body().appendChild(out);
    for (WordDiff.Run run : runs) {
      Element into =
          switch (run.change()) {
            case REMOVED -> out.appendElement("del");
            case ADDED -> out.appendElement("ins");
            case SAME, CHANGED -> out;
          };
      write(run.tokens(), into);
    }
    return out.html();
  }

  /** Words with the same marks stand in the same elements. */
  private static void write(List<Token> tokens, Element out) {
    int from = 0;
    while (from < tokens.size()) {
      Token first = tokens.get(from);
      int to = from + 1;
      while (to < tokens.size()
          && !first.isPicture()
          && tokens.get(to).marks().equals(first.marks())) {
        to++;
      }
      Element into = out;
      for (Token.Mark mark : first.marks()) {
        into = into.appendElement(mark.tag());
        if (mark.tag().equals("a")) {
          into.attr("href", mark.address());
        }
      }
      if (first.isPicture()) {
        picture(into, first);
      } else {
        text(into, tokens.subList(from, to));
      }
      from = to;
    }
  }

  private static void picture(Element img, Token token) {
    String address = token.marks().getLast().address();
    if (address.startsWith(PHOTO)) {
      img.attr("src", "/photos/" + address.substring(PHOTO.length()) + "/small");
      img.attr("alt", token.text());
    } else {
      img.replaceWith(new TextNode("[" + address + "] " + token.text()));
    }
  }

  private static void text(Element into, List<Token> tokens) {
    for (Token token : tokens) {
      if (token.text().equals("\n")) {
        into.appendElement("br");
      } else {
        into.appendText(token.text());
      }
    }
  }
}
