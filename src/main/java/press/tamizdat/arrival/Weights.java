package press.tamizdat.arrival;

import java.util.IdentityHashMap;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** How much text each element of a page holds, and how much of it is links; counted once. */
final class Weights {
  private record Weight(int text, int links, int linkCount, int elements) {}

  private final IdentityHashMap<Element, Weight> weights = new IdentityHashMap<>();

  private static final Weight NONE = new Weight(0, 0, 0, 0);

  Weights(Element root) {
    weigh(root, false);
  }

  int text(Element e) {
    return weights.getOrDefault(e, NONE).text;
  }

  double linkShare(Element e) {
    Weight weight = weights.getOrDefault(e, NONE);
    return weight.text == 0 ? 0 : (double) weight.links / weight.text;
  }

  int elements(Element e) {
    return weights.getOrDefault(e, NONE).elements;
  }

  int links(Element e) {
    return weights.getOrDefault(e, NONE).linkCount;
  }

  private Weight weigh(Element e, boolean inLink) {
    boolean isLink = e.normalName().equals("a") && e.hasAttr("href");
    boolean linked = inLink || isLink;
    int text = 0;
    int links = 0;
    int count = isLink ? 1 : 0;
    int elements = 1;
    for (Node child : e.childNodes()) {
      if (child instanceof TextNode t) {
        int length = Words.tidy(t.getWholeText()).length();
        text += length;
        links += linked ? length : 0;
      } else if (child instanceof Element inner) {
        Weight weight = weigh(inner, linked);
        text += weight.text;
        links += weight.links;
        count += weight.linkCount;
        elements += weight.elements;
      }
    }
    Weight weight = new Weight(text, links, count, elements);
    weights.put(e, weight);
    return weight;
  }
}
