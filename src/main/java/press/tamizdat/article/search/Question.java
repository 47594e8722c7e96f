package press.tamizdat.article.search;

import java.util.ArrayList;
import java.util.List;

/**
 * What somebody typed into the search box, taken apart.
 *
 * <p>Words are all wanted; words in quotation marks of any kind follow one another; a minus before
 * either keeps articles away that have it; a word that ends in {@code *}, and the last one, may go
 * on. Nothing that can be typed is an error.
 */
record Question(List<Term> wanted, List<Term> unwanted) {
  private static final int LONGEST = 300;
  private static final int MOST = 24;
  private static final String OPENING = "\"“„«”";
  private static final String CLOSING = "\"”“»";
  private static final String MINUS = "-−";

  /** A part of a question. */
  sealed interface Term {
    String text();

    /**
     * A word.
     *
     * @param open whether it may go on
     */
    record Word(String text, boolean open) implements Term {}

    record Phrase(String text) implements Term {}
  }

  static Question of(String typed) {
    String text = Wording.plain(typed.substring(0, Math.min(typed.length(), LONGEST)));
    List<Term> wanted = new ArrayList<>();
    List<Term> unwanted = new ArrayList<>();
    int at = 0;
    while (at < text.length() && wanted.size() + unwanted.size() < MOST) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
        continue;
      }
      boolean not = isOneOf(MINUS, c);
      int from = not ? at + 1 : at;
      boolean quoted = from < text.length() && isOneOf(OPENING, text.charAt(from));
      int start = quoted ? from + 1 : from;
      int end = quoted ? endOfPhrase(text, start) : endOfWord(text, start);
      String part = text.substring(start, end);
      if (!Wording.words(Wording.FORMS, part).isEmpty()) {
        boolean open = part.endsWith("*") || (end == text.length() && !not);
        (not ? unwanted : wanted).add(quoted ? new Term.Phrase(part) : new Term.Word(part, open));
      }
      at = Math.max(end + (quoted ? 1 : 0), at + 1);
    }
    return new Question(List.copyOf(wanted), List.copyOf(unwanted));
  }

  boolean isEmpty() {
    return wanted.isEmpty() && unwanted.isEmpty();
  }

  private static int endOfPhrase(String text, int from) {
    int end = from;
    while (end < text.length() && !isOneOf(CLOSING, text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static int endOfWord(String text, int from) {
    int end = from;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isOneOf(String these, char c) {
    return these.indexOf(c) >= 0;
  }
}
