package press.tamizdat.article.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds in a text what a question asked for, and cuts out the place that answers best. */
final class Marker {
  private static final int LONGEST = 240;
  private static final int BEFORE = 60;
  private static final int HEAD = 3;
  private static final String MORE = "…";

  private final Set<String> stems = new HashSet<>();
  private final Set<String> starts = new HashSet<>();
  private final Set<String> heads = new HashSet<>();

  Marker(Question question) {
    for (Question.Term term : question.wanted()) {
      Wording.words(Wording.STEMS, term.text()).forEach(w -> stems.add(w.term()));
      if (term instanceof Question.Term.Word(String text, boolean open) && open) {
        starts.add(Wording.words(Wording.FORMS, text).getLast().term());
      }
    }
    starts.removeIf(s -> s.length() < 2);
    Stream.concat(stems.stream(), starts.stream())
        .map(s -> s.substring(0, Math.min(s.length(), HEAD)))
        .forEach(heads::add);
  }

  /** The whole text. */
  List<Piece> whole(String text) {
    return pieces(text, places(text), 0, text.length());
  }

  /** How many of the words that were asked for stand in these pieces. */
  int found(List<Piece> pieces) {
    Set<String> words = new HashSet<>();
    pieces.stream()
        .filter(Piece::found)
        .forEach(p -> places(p.text()).forEach(place -> words.add(place.word())));
    return words.size();
  }

  /** How many words are asked for. */
  int words() {
    return stems.size();
  }

  /** The place where most of the words stand near each other; without any, the beginning. */
  List<Piece> excerpt(String text) {
    if (text.length() <= LONGEST) {
      return whole(text);
    }
    int from = start(text);
    int to = from + LONGEST >= text.length() ? text.length() : wordEnd(text, from + LONGEST);
    List<Piece> pieces = new ArrayList<>();
    if (from > 0) {
      pieces.add(new Piece(MORE, false));
    }
    pieces.addAll(whole(text.substring(from, to)));
    if (to < text.length()) {
      pieces.add(new Piece(MORE, false));
    }
    return List.copyOf(pieces);
  }

  /** Line by line, and no further than the first that has all of the words. */
  private int start(String text) {
    int best = -1;
    int most = 0;
    for (int line = 0; line < text.length() && most < stems.size(); ) {
      int end = text.indexOf('\n', line);
      end = end < 0 ? text.length() : end;
      String words = text.substring(line, end);
      Best here = mayAnswer(words) ? best(places(words)) : Best.NONE;
      if (here.words() > most) {
        most = here.words();
        best = line + here.from();
      }
      line = end + 1;
    }
    return best < 0 ? 0 : start(text, best);
  }

  /** Where a word stands, and which of those asked for it is. */
  private record Place(String word, int from, int to) {}

  private List<Place> places(String text) {
    List<Place> places = new ArrayList<>();
    if (stems.isEmpty() && starts.isEmpty()) {
      return places;
    }
    for (Wording.Word word : Wording.words(Wording.STEMS, text)) {
      if (stems.contains(word.term())) {
        places.add(new Place(word.term(), word.from(), word.to()));
      } else if (!starts.isEmpty()) {
        String form = Wording.folded(text.substring(word.from(), word.to()));
        starts.stream()
            .filter(form::startsWith)
            .findFirst()
            .ifPresent(start -> places.add(new Place(start, word.from(), word.to())));
      }
    }
    return places;
  }

  /**
   * Whether it is worth to stem this line: stemming takes ends from words, so that where their
   * beginnings are missing there is nothing to be found. Letters with more than one way to write
   * them are left to the stemmer.
   */
  private boolean mayAnswer(String line) {
    if (line.chars().anyMatch(c -> (c >= 0xC0 && c < 0x400) || (c >= 0x600 && c < 0x700))) {
      return true;
    }
    String folded = Wording.folded(line);
    return heads.stream().anyMatch(folded::contains);
  }

  /** Where an excerpt has most of the words, and how many. */
  private record Best(int from, int words) {
    static final Best NONE = new Best(0, 0);
  }

  private static Best best(List<Place> places) {
    Best best = Best.NONE;
    for (int i = 0; i < places.size(); i++) {
      int end = places.get(i).from() + LONGEST - BEFORE;
      Set<String> words = new HashSet<>();
      for (int j = i; j < places.size() && places.get(j).to() <= end; j++) {
        words.add(places.get(j).word());
      }
      if (words.size() > best.words()) {
        best = new Best(places.get(i).from(), words.size());
      }
    }
    return best;
  }

  /** The beginning of the paragraph or of a word, somewhat before. */
  private static int start(String text, int found) {
    int earliest = Math.max(0, found - BEFORE);
    int line = text.lastIndexOf('\n', found);
    if (line >= earliest) {
      return line + 1;
    }
    int space = text.indexOf(' ', earliest);
    return earliest == 0 ? 0 : space >= 0 && space < found ? space + 1 : found;
  }

  private static int wordEnd(String text, int latest) {
    int space = text.lastIndexOf(' ', latest);
    return space > latest - BEFORE ? space : safe(text, latest);
  }

  /** Never between the halves of a surrogate pair. */
  private static int safe(String text, int at) {
    return Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
  }

  private static List<Piece> pieces(String text, List<Place> places, int from, int to) {
    List<Piece> pieces = new ArrayList<>();
    int at = from;
    for (Place place : places) {
      if (place.from() < at || place.to() > to) {
        continue;
      }
      add(pieces, text.substring(at, place.from()), false);
      add(pieces, text.substring(place.from(), place.to()), true);
      at = place.to();
    }
    add(pieces, text.substring(at, to), false);
    return List.copyOf(pieces);
  }

  private static void add(List<Piece> pieces, String text, boolean found) {
    if (!text.isEmpty()) {
      pieces.add(new Piece(text.replace('\n', ' '), found));
    }
  }
}
