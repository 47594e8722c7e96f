package press.tamizdat.article.compare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import press.tamizdat.article.Content;

/**
 * How many words came and went between two contents, wherever they stand: quick enough for a long
 * list. A sentence that was moved counts as neither.
 */
public record WordBalance(int added, int removed) {
  private static final Pattern TAG = Pattern.compile("<[^>]*>");

  public static WordBalance between(Content before, Content after) {
    Map<String, Integer> balance = new HashMap<>();
    words(after).forEach(word -> count(balance, word, 1));
    words(before).forEach(word -> count(balance, word, -1));
    int added = balance.values().stream().filter(n -> n > 0).mapToInt(n -> n).sum();
    int removed = -balance.values().stream().filter(n -> n < 0).mapToInt(n -> n).sum();
    return new WordBalance(added, removed);
  }

  private static void count(Map<String, Integer> balance, String word, int by) {
    balance.put(word, balance.getOrDefault(word, 0) + by);
  }

  /** Words in headline, standfirst and body. */
  public static int count(Content content) {
    return words(content).size();
  }

  /** Words in a body. */
  public static int count(String html) {
    return words(html).size();
  }

  private static List<String> words(Content content) {
    return words(content.headline() + " " + content.standfirst() + " " + content.body());
  }

  private static List<String> words(String html) {
    return Token.of(TAG.matcher(html).replaceAll(" ")).stream()
        .filter(Token::isWord)
        .map(Token::text)
        .toList();
  }
}
