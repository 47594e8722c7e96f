package press.tamizdat.arrival;

import press.tamizdat.article.ArrivedArticle;

/** What became of a file that arrived. */
public sealed interface Outcome {
  /** It holds an article. */
  record Arrived(ArrivedArticle article) implements Outcome {}

  /** It holds none that could be read. */
  record NotAnArticle(Reason reason) implements Outcome {}
}
