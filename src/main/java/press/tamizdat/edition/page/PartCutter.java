package press.tamizdat.edition.page;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;

/**
 * Cuts a long body into parts, each of which makes a page that fits.
 *
 * <p>Cuts fall between blocks: never inside a figure, never after a heading. Only a list, a table
 * or a paragraph that would fill a page by itself is cut within, between items, rows or sentences.
 * The parts are as even as that allows, counting what else stands on their pages. The same body and
 * the same pages give the same parts.
 */
final class PartCutter {
  /** The size of the page that a part would make. */
  interface Measure {
    /**
     * @param part from 1
     * @return bytes as sent, or a little more when that fits as well
     */
    int bytes(int part, int parts, String html);
  }

  /** Text compresses a little worse in several parts than in one. */
  private static final double APART = 1.06;

  private static final int MOST_PARTS = 200;

  private final int budget;
  private final Measure measure;

  PartCutter(int budget, Measure measure) {
    this.budget = budget;
    this.measure = measure;
  }

  /**
   * A part.
   *
   * @param firstBlock index of the body's child with which it begins, or within which
   */
  record Piece(int firstBlock, String html) {}

  /**
   * @param path names the page when it cannot be made to fit
   * @return at least one part
   */
  List<Piece> cut(Element body, Locale locale, String path) {
    var slices = new Slices(body, locale);
    int length = slices.length();
    String whole = slices.slice(0, length);
    int one = measure.bytes(1, 1, whole);
    if (one <= budget) {
      return List.of(new Piece(0, whole));
    }
    double first = room(1, 2, path);
    double last = room(2, 2, path);
    double middle = room(2, 3, path);
    double bodyBytes = one - measure.bytes(1, 1, "");
    double rate = APART * bodyBytes / whole.getBytes(StandardCharsets.UTF_8).length;
    double smallest = Math.min(first, Math.min(middle, last));
    double perPosition = APART * bodyBytes / length;
    for (double share = 0.9; share > 0.1; share -= 0.3) {
      int longest = (int) (smallest * share / perPosition);
      List<Atom> atoms = atoms(slices, longest, rate);
      for (int parts = 2; parts <= Math.min(MOST_PARTS, atoms.size()); parts++) {
        double[] rooms = new double[parts];
        java.util.Arrays.fill(rooms, middle);
        rooms[0] = first;
        rooms[parts - 1] = last;
        if (java.util.Arrays.stream(rooms).sum() < bodyBytes) {
          continue;
        }
        List<Piece> cut = evenly(slices, atoms, rooms);
        if (allFit(cut)) {
          return cut;
        }
      }
    }
    throw new PageTooLarge(path, one);
  }

  private double room(int part, int parts, String path) {
    int bare = measure.bytes(part, parts, "");
    if (bare > budget - 250) {
      throw new PageTooLarge(path, bare + 250);
    }
    return budget - bare;
  }

  private boolean allFit(List<Piece> parts) {
    for (int i = 0; i < parts.size(); i++) {
      if (measure.bytes(i + 1, parts.size(), parts.get(i).html()) > budget) {
        return false;
      }
    }
    return true;
  }

  /** What is never cut: from one position to another, with its share of the bytes. */
  private record Atom(int from, int to, double weight) {}

  private static List<Atom> atoms(Slices slices, int longest, double rate) {
    var atoms = new ArrayList<Atom>();
    int from = 0;
    for (int to : slices.cuts(longest)) {
      if (to > from) {
        int bytes = slices.slice(from, to).getBytes(StandardCharsets.UTF_8).length;
        atoms.add(new Atom(from, to, bytes * rate));
        from = to;
      }
    }
    return atoms;
  }

  /** Shares the atoms out so that the squares of how full the pages are add up to the least. */
  private static List<Piece> evenly(Slices slices, List<Atom> atoms, double[] rooms) {
    int n = atoms.size();
    double[] before = new double[n + 1];
    for (int i = 0; i < n; i++) {
      before[i + 1] = before[i] + atoms.get(i).weight();
    }
    double[][] best = new double[rooms.length + 1][n + 1];
    int[][] begins = new int[rooms.length + 1][n + 1];
    for (double[] row : best) {
      java.util.Arrays.fill(row, Double.POSITIVE_INFINITY);
    }
    best[0][0] = 0;
    for (int part = 1; part <= rooms.length; part++) {
      for (int end = part; end <= n; end++) {
        for (int begin = part - 1; begin < end; begin++) {
          double full = (before[end] - before[begin]) / rooms[part - 1];
          double cost = best[part - 1][begin] + full * full;
          if (cost < best[part][end]) {
            best[part][end] = cost;
            begins[part][end] = begin;
          }
        }
      }
    }
    var parts = new ArrayList<Piece>();
    for (int part = rooms.length, end = n; part > 0; part--) {
      int begin = begins[part][end];
      int from = atoms.get(begin).from();
      parts.addFirst(new Piece(slices.blockAt(from), slices.slice(from, atoms.get(end - 1).to())));
      end = begin;
    }
    return parts;
  }
}
