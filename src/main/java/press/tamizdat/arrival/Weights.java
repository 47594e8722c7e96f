package press.tamizdat.arrival;

import java.util.IdentityHashMap;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** How much text each element of a page holds, and how much of it is links; counted once. */
final class Weights {
  private record Weight(int text, int links, int linkCount) {}

  private final IdentityHashMap<Element, Weight> weights = new IdentityHashMap<>();

  Weights(Element root) {
    weigh(root, false);
  }

  int text(Element e) {
    return weights.getOrDefault(e, new Weight(0, 0, 0)).text;
  }

  double linkShare(Element e) {
    Weight weight = weights.getOrDefault(e, new Weight(0, 0, 0));
    return weight.text == 0 ? 0 : (double) weight.links / weight.text;
  }

  int links(Element e) {
    return weights.getOrDefault(e, new Weight(0, 0, 0)).linkCount;
  }

  private Weight weigh(Element e, boolean inLink) {
    boolean isLink = e.normalName().equals("a") && e.hasAttr("href");
    boolean linked = inLink || isLink;
    int text = 0;
    int links = 0;
    int count = isLink ? 1 : 0;
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
      }
    }
    Weight weight = new Weight(text, links, count);
    weights.put(e, weight);
    return weight;
  }
}
