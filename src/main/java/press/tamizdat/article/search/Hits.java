package press.tamizdat.article.search;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import press.tamizdat.article.Newest;

/** The index's answer: ids in order, and how many there are in all. */
record Hits(List<String> ids, int total, Map<String, Integer> states) {
  private static final SortField LATEST =
      LongField.newSortField(Document.CHANGED, true, SortedNumericSelector.Type.MAX);

  static Hits of(IndexSearcher searcher, Ask ask, Instant now) throws IOException {
    Question question = Question.of(ask.words());
    Query anyState = Queries.filtered(Queries.of(question, now), Queries.of(ask.filter()));
    List<Query> state = new ArrayList<>();
    Queries.anyOf(Document.STATE, ask.filter().states(), state);
    Query query = Queries.filtered(anyState, state);
    if (state.isEmpty()) {
      query = Queries.without(query, Document.STATE, Newest.BINNED);
    }
    ScoreDoc[] found =
        searcher.search(query, ask.skip() + ask.size(), sort(ask, question)).scoreDocs;
    List<String> ids = new ArrayList<>();
    for (ScoreDoc hit :
        Arrays.copyOfRange(found, Math.min(ask.skip(), found.length), found.length)) {
      ids.add(searcher.storedFields().document(hit.doc, Set.of(Document.ID)).get(Document.ID));
    }
    return new Hits(List.copyOf(ids), searcher.count(query), states(searcher, anyState));
  }

  private static Sort sort(Ask ask, Question question) {
    return ask.order() == Ask.Order.NEWEST || question.isEmpty()
        ? new Sort(LATEST)
        : new Sort(SortField.FIELD_SCORE, LATEST);
  }

  private static Map<String, Integer> states(IndexSearcher searcher, Query query)
      throws IOException {
    Map<String, Integer> states = new TreeMap<>();
    Terms known = MultiTerms.getTerms(searcher.getIndexReader(), Document.STATE);
    if (known == null) {
      return states;
    }
    TermsEnum each = known.iterator();
    for (BytesRef state = each.next(); state != null; state = each.next()) {
      Query one = new TermQuery(new Term(Document.STATE, BytesRef.deepCopyOf(state)));
      int count = searcher.count(Queries.filtered(query, List.of(one)));
      if (count > 0) {
        states.put(state.utf8ToString(), count);
      }
    }
    return states;
  }
}
