package press.tamizdat.article.compare;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;

/** Two texts word by word. */
record WordDiff(List<Run> runs) {
  /** Words in a row that all stayed, went or came. */
  record Run(Change change, List<Token> tokens) {}

  static WordDiff of(List<Token> before, List<Token> after) {
    List<Run> runs = new ArrayList<>();
    int at = 0;
    for (AbstractDelta<Token> delta : DiffUtils.diff(before, after).getDeltas()) {
      add(runs, Change.SAME, before.subList(at, delta.getSource().getPosition()));
      add(runs, Change.REMOVED, delta.getSource().getLines());
      add(runs, Change.ADDED, delta.getTarget().getLines());
      at = delta.getSource().last() + 1;
    }
    add(runs, Change.SAME, before.subList(at, before.size()));
    return new WordDiff(joined(runs));
  }

  private static void add(List<Run> runs, Change change, List<Token> tokens) {
    if (!tokens.isEmpty()) {
      runs.add(new Run(change, List.copyOf(tokens)));
    }
  }

  /**
   * A space or a comma that stayed between two changes counts with them: people read "three words
   * replaced", not three times "one word replaced".
   */
  private static List<Run> joined(List<Run> runs) {
    List<Run> out = new ArrayList<>();
    List<Token> removed = new ArrayList<>();
    List<Token> added = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      Run run = runs.get(i);
      boolean within =
          run.change() == Change.SAME
              && i > 0
              && i < runs.size() - 1
              && run.tokens().stream().noneMatch(Token::isWord);
      if (run.change() == Change.REMOVED || within) {
        removed.addAll(run.tokens());
      }
      if (run.change() == Change.ADDED || within) {
        added.addAll(run.tokens());
      }
      if (run.change() == Change.SAME && !within) {
        flush(out, removed, added);
        out.add(run);
      }
    }
    flush(out, removed, added);
    return List.copyOf(out);
  }

  private static void flush(List<Run> out, List<Token> removed, List<Token> added) {
    add(out, Change.REMOVED, removed);
    add(out, Change.ADDED, added);
    removed.clear();
    added.clear();
  }

  /** The runs that one side shows. */
  List<Run> side(Change but) {
    return runs.stream().filter(run -> run.change() != but).toList();
  }

  int words(Change change) {
    return (int)
        runs.stream()
            .filter(run -> run.change() == change)
            .flatMap(run -> run.tokens().stream())
            .filter(Token::isWord)
            .count();
  }
}
