package press.tamizdat.article;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.fa.PersianNormalizationFilter;
import org.apache.lucene.analysis.fa.PersianStemFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.tartarus.snowball.ext.RussianStemmer;
import press.tamizdat.platform.text.Language;

/**
 * The words of a text without their endings, so that "courts" is "court" and «суда» is «суд».
 *
 * <p>For English a stemmer with a dictionary: one that only cuts would take "news" for "new" and
 * "university" for "universe", and propose topics that a text is not about.
 */
final class WordForms {
  /** «Паводок» and «паводка» differ by more than an ending. */
  private static final Pattern FLEETING = Pattern.compile("(..[^аеиоуыэюя])[ое]([кц])$");

  private final Analyzer analyzer;

  WordForms(Language language) {
    this.analyzer = new Chain(language.locale().getLanguage());
  }

  List<String> of(String text) {
    List<String> words = new ArrayList<>();
    try (TokenStream stream =
        analyzer.tokenStream("", new StringReader(text.replace('ё', 'е').replace('Ё', 'Е')))) {
      CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        words.add(FLEETING.matcher(word).replaceFirst("$1$2"));
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }

  private static final class Chain extends Analyzer {
    private final String language;

    Chain(String language) {
      this.language = language;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
      StandardTokenizer source = new StandardTokenizer();
      TokenStream words = new LowerCaseFilter(source);
      words =
          switch (language) {
            case "en" -> new KStemFilter(new EnglishPossessiveFilter(words));
            case "ru" -> new SnowballFilter(words, new RussianStemmer());
            case "fa" -> new PersianStemFilter(new PersianNormalizationFilter(words));
            default -> words;
          };
      return new TokenStreamComponents(source, words);
    }
  }
}
