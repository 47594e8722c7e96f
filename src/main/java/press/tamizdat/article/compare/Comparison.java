package press.tamizdat.article.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import press.tamizdat.article.Content;
import press.tamizdat.article.published.Byline;
import press.tamizdat.article.published.Correction;

/**
 * Two contents side by side.
 *
 * @param fields those beside the body that differ
 * @param rows the body's lines, all of them
 * @param added words in headline, standfirst and body that only the later one has
 * @param removed words that only the earlier one has
 */
public record Comparison(List<Field> fields, List<Row> rows, int added, int removed) {

  /**
   * A field that differs; the sides are HTML, {@code <del>} around what was removed and {@code
   * <ins>} around what was added.
   *
   * @param name as in the form of the writing page, such as {@code lead.caption}
   */
  public record Field(String name, String before, String after) {}

  /** A line on either side, or on one. */
  public record Row(Change change, Optional<Side> before, Optional<Side> after) {}

  /**
   * One side of a row.
   *
   * @param kind the elements that it stands in, such as {@code ul li}
   * @param html inline elements, {@code del} and {@code ins}
   */
  public record Side(String kind, String html) {}

  /** Rows that all stayed the same, or that all changed. */
  public record Stretch(boolean same, List<Row> rows) {}

  /** The rows in stretches, so that long ones without a change can be folded. */
  public List<Stretch> stretches() {
    List<Stretch> stretches = new ArrayList<>();
    int from = 0;
    for (int to = 1; to <= rows.size(); to++) {
      boolean same = rows.get(from).change() == Change.SAME;
      if (to == rows.size() || same != (rows.get(to).change() == Change.SAME)) {
        stretches.add(new Stretch(same, rows.subList(from, to)));
        from = to;
      }
    }
    return stretches;
  }

  /** Nothing differs. */
  public boolean isSame() {
    return fields.isEmpty() && rows.stream().allMatch(row -> row.change() == Change.SAME);
  }

  public static Comparison of(Content before, Content after) {
    int added = 0;
    int removed = 0;
    List<Field> fields = new ArrayList<>();
    for (Named named : named(before, after)) {
      if (!named.before().equals(named.after())) {
        WordDiff diff = WordDiff.of(Token.of(named.before()), Token.of(named.after()));
        fields.add(
            new Field(
                named.name(),
                Marking.html(diff.side(Change.ADDED)),
                Marking.html(diff.side(Change.REMOVED))));
        if (named.name().equals("headline") || named.name().equals("standfirst")) {
          added += diff.words(Change.ADDED);
          removed += diff.words(Change.REMOVED);
        }
      }
    }
    List<Row> rows = new ArrayList<>();
    for (Alignment.Pair pair : Alignment.of(Lines.of(before.body()), Lines.of(after.body()))) {
      List<Token> left = pair.before().map(Line::tokens).orElseGet(List::of);
      List<Token> right = pair.after().map(Line::tokens).orElseGet(List::of);
      WordDiff diff = WordDiff.of(left, right);
      rows.add(row(pair, diff));
      added += diff.words(Change.ADDED);
      removed += diff.words(Change.REMOVED);
    }
    return new Comparison(List.copyOf(fields), List.copyOf(rows), added, removed);
  }

  private static Row row(Alignment.Pair pair, WordDiff diff) {
    Change change;
    if (pair.after().isEmpty()) {
      change = Change.REMOVED;
    } else if (pair.before().isEmpty()) {
      change = Change.ADDED;
    } else {
      change = pair.before().equals(pair.after()) ? Change.SAME : Change.CHANGED;
    }
    return new Row(
        change,
        pair.before().map(l -> new Side(l.kind(), Marking.html(diff.side(Change.ADDED)))),
        pair.after().map(l -> new Side(l.kind(), Marking.html(diff.side(Change.REMOVED)))));
  }

  private record Named(String name, String before, String after) {}

  private static List<Named> named(Content a, Content b) {
    return List.of(
        new Named("headline", a.headline(), b.headline()),
        new Named("standfirst", a.standfirst(), b.standfirst()),
        new Named("kicker", a.kicker(), b.kicker()),
        new Named("bylines", names(a), names(b)),
        new Named("dateline", a.dateline(), b.dateline()),
        new Named("section", a.section(), b.section()),
        new Named("topics", String.join(", ", a.topics()), String.join(", ", b.topics())),
        new Named("slug", a.slug(), b.slug()),
        new Named("language", a.language().tag(), b.language().tag()),
        new Named("lead.photo", lead(a, 0), lead(b, 0)),
        new Named("lead.caption", lead(a, 1), lead(b, 1)),
        new Named("lead.credit", lead(a, 2), lead(b, 2)),
        new Named("lead.licence", lead(a, 3), lead(b, 3)),
        new Named("lead.alternative", lead(a, 4), lead(b, 4)),
        new Named("related", String.join(", ", a.related()), String.join(", ", b.related())),
        new Named("corrections", corrections(a), corrections(b)));
  }

  private static String names(Content content) {
    return String.join(", ", content.bylines().stream().map(Byline::name).toList());
  }

  private static String corrections(Content content) {
    return String.join(" ", content.corrections().stream().map(Correction::text).toList());
  }

  private static String lead(Content content, int part) {
    return content
        .lead()
        .map(
            l ->
                Stream.of(l.photo(), l.caption(), l.credit(), l.licence(), l.alternative())
                    .toList()
                    .get(part))
        .orElse("");
  }
}
