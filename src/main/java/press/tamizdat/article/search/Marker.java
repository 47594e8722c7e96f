package press.tamizdat.article.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds in a text what a question asked for, and cuts out the place that answers best. */
final class Marker {
  private static final int LONGEST = 240;
  private static final int BEFORE = 60;
  private static final String MORE = "…";

  private final Set<String> stems = new HashSet<>();
  private final Set<String> starts = new HashSet<>();

  Marker(Question question) {
    for (Question.Term term : question.wanted()) {
      Wording.words(Wording.STEMS, term.text()).forEach(w -> stems.add(w.term()));
      if (term instanceof Question.Term.Word(String text, boolean open) && open) {
        starts.add(Wording.words(Wording.FORMS, text).getLast().term());
      }
    }
    starts.removeIf(s -> s.length() < 2);
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
    List<Place> places = places(text);
    int from = places.isEmpty() ? 0 : start(text, best(places));
    int to = from + LONGEST >= text.length() ? text.length() : wordEnd(text, from + LONGEST);
    List<Piece> pieces = new ArrayList<>();
    if (from > 0) {
      pieces.add(new Piece(MORE, false));
    }
    pieces.addAll(pieces(text, places, from, to));
    if (to < text.length()) {
      pieces.add(new Piece(MORE, false));
    }
    return List.copyOf(pieces);
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

  private static int best(List<Place> places) {
    int best = 0;
    int most = 0;
    for (int i = 0; i < places.size(); i++) {
      int end = places.get(i).from() + LONGEST - BEFORE;
      Set<String> words = new HashSet<>();
      for (int j = i; j < places.size() && places.get(j).to() <= end; j++) {
        words.add(places.get(j).word());
      }
      if (words.size() > most) {
        most = words.size();
        best = places.get(i).from();
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
