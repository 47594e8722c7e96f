package press.tamizdat.arrival;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes out of a run of blocks those that are the page's own: buttons' labels, pointers to other
 * articles, appeals for money or addresses, and all that follows the article.
 *
 * <p>A paragraph is never judged by its words alone: an article may be about money and readers.
 * Appeals go from a line that opens one to the next long paragraph that asks for nothing.
 */
final class Sieve {
  private static final int LONG = 170;

  private final List<Block> blocks;
  private final List<Block> kept = new ArrayList<>();

  private Sieve(List<Block> blocks) {
    this.blocks = blocks;
  }

  static List<Block> sift(List<Block> blocks) {
    Sieve sieve = new Sieve(blocks);
    for (int i = 0; i < blocks.size(); ) {
      i = sieve.next(i);
    }
    return List.copyOf(sieve.kept);
  }

  private int next(int i) {
    Block block = blocks.get(i);
    if (block.isFigure() || block.kind().equals("hr") || block.kind().equals("table")) {
      kept.add(block);
      return i + 1;
    }
    String text = block.text();
    if (block.isLine() && Phrases.endsArticle(text) && !proseFollows(i + 1)) {
      return blocks.size();
    }
    if (isLinksOnly(block)) {
      return i + 1;
    }
    if (block.isLine() && Phrases.opensAppeal(text)) {
      int end = endOfAppeal(i + 1);
      boolean lastWord = !block.isHeading() && text.length() <= 80 && !proseFollows(i + 1);
      if (end > i + 1 || Phrases.appeals(text) > 0 || lastWord) {
        return end;
      }
    }
    if (Phrases.isRelated(text)
        && (block.isHeading() || block.linkShare() > 0.3 || isPlain(block))) {
      return afterRelated(i, text);
    }
    if ((Phrases.isPageLine(text) && !When.isDateLine(text)) || isShortAppeal(block, text)) {
      return i + 1;
    }
    kept.add(block);
    return i + 1;
  }

  private boolean proseFollows(int from) {
    int prose = 0;
    for (Block b : blocks.subList(from, blocks.size())) {
      prose += b.prose() >= LONG && Phrases.appeals(b.text()) == 0 ? b.prose() : 0;
    }
    return prose >= 2 * LONG;
  }

  private static boolean isPlain(Block block) {
    return block.source().isEmpty();
  }

  private static boolean isLinksOnly(Block block) {
    return switch (block.kind()) {
      case "ul", "ol" -> block.linkShare() > 0.85;
      case "p" -> block.linkShare() > 0.95 && block.text().length() < 200;
      default -> false;
    };
  }

  private int endOfAppeal(int from) {
    int end = from;
    int silent = 0;
    for (int i = from; i < blocks.size() && silent < 2; i++) {
      Block b = blocks.get(i);
      boolean asks = Phrases.appeals(b.text()) > 0 || Phrases.payments(b.text()) > 0;
      boolean label = Phrases.isPageLine(b.text());
      if (b.isFigure() || ((b.text().length() >= LONG || b.isHeading()) && !asks && !label)) {
        break;
      }
      if (asks || (label && silent == 0)) {
        end = i + 1;
        silent = 0;
      } else if (!label) {
        silent++;
      }
    }
    return end;
  }

  /** In plain text the titles of other articles stand on lines of their own below "Read more". */
  private int afterRelated(int i, String text) {
    int next = i + 1;
    boolean alone = Words.count(text) <= 4;
    if (!alone || next >= blocks.size()) {
      return next;
    }
    if (!isPlain(blocks.get(i))) {
      boolean link =
          blocks.get(next).linkShare() > 0.6
              || (blocks.get(next).kind().equals("ul") && blocks.get(next).linkShare() > 0.4);
      return link ? next + 1 : next;
    }
    while (next < blocks.size()
        && isTitle(blocks.get(next))
        && (next == i + 1 || !blocks.get(next).afterGap())) {
      next++;
    }
    return next;
  }

  private static boolean isTitle(Block b) {
    return b.text().length() < 130 && !Words.endsSentence(b.text());
  }

  private static boolean isShortAppeal(Block block, String text) {
    if (block.isHeading() || text.length() > 300) {
      return false;
    }
    if (Phrases.payments(text) >= 2) {
      return true;
    }
    int asks = block.linkShare() > 0.1 ? Phrases.appeals(text) : 0;
    return asks >= 2 && asks * 12 >= Words.count(text);
  }
}
