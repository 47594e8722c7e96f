package press.tamizdat.article.search;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.CharFilter;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fa.PersianNormalizationFilter;
import org.apache.lucene.analysis.fa.PersianStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.RussianStemmer;

/**
 * How a text becomes words that can be compared.
 *
 * <p>Words are cut as UAX 29 has it. The English stemmer touches Latin letters alone, the Russian
 * one Cyrillic, the Persian one Arabic: so each word is stemmed as its script says, a Latin name
 * within a Russian article too, and a question needs no language. Other languages of these scripts
 * are cut by the same rules on both sides, and are found at least by the form that is written.
 */
final class Wording {
  /** Words without their endings. */
  static final Analyzer STEMS = new Chain(true);

  /** Words as they are written, without case and accents. */
  static final Analyzer FORMS = new Chain(false);

  private static final List<CharArraySet> COMMON =
      List.of(
          EnglishAnalyzer.getDefaultStopSet(),
          RussianAnalyzer.getDefaultStopSet(),
          PersianAnalyzer.getDefaultStopSet());

  private Wording() {}

  /**
   * A word within a text.
   *
   * @param from first character, and {@code to} the one after the last
   */
  record Word(String term, int from, int to) {}

  static List<Word> words(Analyzer analyzer, String text) {
    List<Word> words = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream("", new StringReader(text))) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        words.add(new Word(term.toString(), place.startOffset(), place.endOffset()));
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }

  /** Whether a word says so little that an article need not have it. */
  static boolean isCommon(String form) {
    return COMMON.stream().anyMatch(set -> set.contains(form));
  }

  /** A word as {@link #FORMS} would have it, but for accents of Latin letters. */
  static String folded(String word) {
    return word.toLowerCase(Locale.ROOT).replace('ё', 'е');
  }

  /** The text in one Unicode form, without marks that are seen and not searched for. */
  static String plain(String text) {
    // U+0301 marks the stress in Russian, U+00AD where a word may be broken.
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .replace("\u0301", "")
        .replace("\u00AD", "");
  }

  private static final class Chain extends Analyzer {
    private final boolean stems;

    Chain(boolean stems) {
      this.stems = stems;
    }

    @Override
    protected Reader initReader(String field, Reader reader) {
      return new OneForOne(reader);
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
      StandardTokenizer source = new StandardTokenizer();
      TokenStream words = new LowerCaseFilter(source);
      words = new DecimalDigitFilter(words);
      words = new ASCIIFoldingFilter(words);
      words = new ArabicNormalizationFilter(words);
      words = new PersianNormalizationFilter(words);
      words = new EnglishPossessiveFilter(words);
      if (stems) {
        words = new PersianStemFilter(words);
        words = new SnowballFilter(words, new RussianStemmer());
        words = new FleetingVowels(words);
        words = new SnowballFilter(words, new EnglishStemmer());
      }
      return new TokenStreamComponents(source, words);
    }
  }

  /** Letters that are written now one way and now another; places in the text stay the same. */
  private static final class OneForOne extends CharFilter {
    OneForOne(Reader in) {
      super(in);
    }

    @Override
    public int read(char[] buffer, int from, int length) throws IOException {
      int count = input.read(buffer, from, length);
      for (int i = from; i < from + count; i++) {
        buffer[i] =
            switch (buffer[i]) {
              case 'ё' -> 'е';
              case 'Ё' -> 'Е';
              case '\u200C' -> ' '; // joins the parts of a Persian word
              default -> buffer[i];
            };
      }
      return count;
    }

    @Override
    protected int correct(int offset) {
      return offset;
    }
  }
}
