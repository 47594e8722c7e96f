package press.tamizdat.article.compare;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which line of one text stands beside which of the other. */
final class Alignment {
  /** Of their words, two lines must share so many to be the same line, changed. */
  private static final double ALIKE = 0.4;

  /** Beyond this, lines are paired in their order: comparing each with each would take too long. */
  private static final int MOST_PAIRS = 40_000;

  /** A line on the left, on the right, or on both. */
  record Pair(Optional<Line> before, Optional<Line> after) {}

  private Alignment() {}

  static List<Pair> of(List<Line> before, List<Line> after) {
    List<Pair> pairs = new ArrayList<>();
    int at = 0;
    for (AbstractDelta<Line> delta : DiffUtils.diff(before, after).getDeltas()) {
      same(pairs, before.subList(at, delta.getSource().getPosition()));
      paired(pairs, delta.getSource().getLines(), delta.getTarget().getLines());
      at = delta.getSource().last() + 1;
    }
    same(pairs, before.subList(at, before.size()));
    return pairs;
  }

  private static void same(List<Pair> pairs, List<Line> lines) {
    lines.forEach(line -> pairs.add(new Pair(Optional.of(line), Optional.of(line))));
  }

  /** Pairs lines, in their order, so that as much as possible is alike. */
  private static void paired(List<Pair> pairs, List<Line> before, List<Line> after) {
    double[][] best = best(before, after);
    int i = 0;
    int j = 0;
    while (i < before.size() || j < after.size()) {
      boolean both = i < before.size() && j < after.size();
      if (both && best[i][j] > best[i + 1][j] && best[i][j] > best[i][j + 1]) {
        pairs.add(new Pair(Optional.of(before.get(i++)), Optional.of(after.get(j++))));
      } else if (i < before.size() && (j == after.size() || best[i + 1][j] >= best[i][j + 1])) {
        pairs.add(new Pair(Optional.of(before.get(i++)), Optional.empty()));
      } else {
        pairs.add(new Pair(Optional.empty(), Optional.of(after.get(j++))));
      }
    }
  }

  private static double[][] best(List<Line> before, List<Line> after) {
    boolean many = (long) before.size() * after.size() > MOST_PAIRS;
    double[][] best = new double[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        double alike = many ? (i == j ? 1 : 0) : alike(before.get(i), after.get(j));
        double pair = alike < ALIKE ? 0 : best[i + 1][j + 1] + alike;
        best[i][j] = Math.max(pair, Math.max(best[i + 1][j], best[i][j + 1]));
      }
    }
    return best;
  }

  /** From 0 to 1: how many of their words the two lines share. */
  private static double alike(Line a, Line b) {
    Map<String, Integer> words = new HashMap<>();
    int all = 0;
    for (Token token : a.tokens()) {
      if (token.isWord()) {
        words.merge(token.text(), 1, Integer::sum);
        all++;
      }
    }
    int shared = 0;
    for (Token token : b.tokens()) {
      if (token.isWord()) {
        all++;
        if (words.merge(token.text(), -1, Integer::sum) >= 0) {
          shared++;
        }
      }
    }
    return all == 0 ? 1 : 2.0 * shared / all;
  }
}
