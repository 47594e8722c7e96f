package press.tamizdat.article.search;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Takes from Russian stems the vowel that some of a word's forms lack: <i>рынок, рынка</i>;
 * <i>уровень, уровня</i>; <i>покупка, покупок</i>. It is an {@code е} or {@code о} between
 * consonants, before a last {@code к}, {@code н} or {@code ц}. Words that keep it lose it in all
 * their forms, and are found all the same.
 */
final class FleetingVowels extends TokenFilter {
  private static final String CONSONANTS = "бвгджзйклмнпрстфхцчшщ";
  private static final int SHORTEST = 4;

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

  FleetingVowels(TokenStream stems) {
    super(stems);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    int last = term.length() - 1;
    if (term.length() >= SHORTEST
        && isOneOf("кнц", last)
        && isOneOf("ео", last - 1)
        && isOneOf(CONSONANTS, last - 2)) {
      term.buffer()[last - 1] = term.buffer()[last];
      term.setLength(last);
    }
    return true;
  }

  private boolean isOneOf(String letters, int at) {
    return letters.indexOf(term.charAt(at)) >= 0;
  }
}
