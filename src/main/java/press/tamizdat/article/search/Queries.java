package press.tamizdat.article.search;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Questions as the index understands them. */
final class Queries {
  /** A headline says what an article is about; a body only mentions. */
  private static final List<Weighed> FIELDS =
      List.of(
          new Weighed(Document.HEADLINE, 4),
          new Weighed(Document.STANDFIRST, 2),
          new Weighed(Document.NAMES, 2),
          new Weighed(Document.BODY, 1));

  /** A word that stands in several fields counts a little more than in the best of them. */
  private static final float OTHERS = 0.2f;

  /** The form that was typed is better than another of the same word. */
  private static final float AS_TYPED = 0.3f;

  private static final float RECENT = 0.5f;
  private static final Duration RECENTLY = Duration.ofDays(60);
  private static final int SHORTEST_START = 2;

  private Queries() {}

  private record Weighed(String field, float weight) {}

  static Query of(Question question, Instant now) {
    if (question.isEmpty()) {
      return MatchAllDocsQuery.INSTANCE;
    }
    boolean onlyCommon = question.wanted().stream().allMatch(Queries::isCommon);
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (Question.Term term : question.wanted()) {
      all.add(of(term), isCommon(term) && !onlyCommon ? Occur.SHOULD : Occur.MUST);
    }
    if (question.wanted().isEmpty()) {
      all.add(MatchAllDocsQuery.INSTANCE, Occur.MUST);
    }
    question.unwanted().forEach(term -> all.add(of(term), Occur.MUST_NOT));
    all.add(
        LongField.newDistanceFeatureQuery(
            Document.CHANGED, RECENT, now.toEpochMilli(), RECENTLY.toMillis()),
        Occur.SHOULD);
    return all.build();
  }

  private static boolean isCommon(Question.Term term) {
    return term instanceof Question.Term.Word(String text, boolean open)
        && !open
        && Wording.words(Wording.FORMS, text).stream().allMatch(w -> Wording.isCommon(w.term()));
  }

  private static Query of(Question.Term term) {
    return switch (term) {
      case Question.Term.Phrase(String text) -> together(text);
      case Question.Term.Word(String text, boolean open) -> word(text, open);
    };
  }

  private static Query word(String text, boolean open) {
    List<Query> ways = new ArrayList<>();
    ways.add(together(text));
    List<Wording.Word> forms = Wording.words(Wording.FORMS, text);
    if (forms.size() == 1) {
      ways.add(boosted(new TermQuery(new Term(Document.FORMS, forms.getFirst().term())), AS_TYPED));
    }
    if (open && forms.getLast().term().length() >= SHORTEST_START) {
      ways.add(begun(forms));
    }
    return ways.size() == 1 ? ways.getFirst() : new DisjunctionMaxQuery(ways, 1);
  }

  /** The words before the last, and one that begins as the last does. */
  private static Query begun(List<Wording.Word> forms) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    forms.subList(0, forms.size() - 1).stream()
        .map(f -> new TermQuery(new Term(Document.FORMS, f.term())))
        .forEach(q -> all.add(q, Occur.MUST));
    all.add(new PrefixQuery(new Term(Document.FORMS, forms.getLast().term())), Occur.MUST);
    return boosted(new ConstantScoreQuery(all.build()), AS_TYPED);
  }

  /** The text's words one after another, in any field. */
  private static Query together(String text) {
    List<Wording.Word> stems = Wording.words(Wording.STEMS, text);
    List<Query> ways = new ArrayList<>();
    for (Weighed field : FIELDS) {
      PhraseQuery.Builder phrase = new PhraseQuery.Builder();
      stems.forEach(s -> phrase.add(new Term(field.field(), s.term())));
      Query query =
          stems.size() == 1 ? new TermQuery(phrase.build().getTerms()[0]) : phrase.build();
      ways.add(boosted(query, field.weight()));
    }
    return new DisjunctionMaxQuery(ways, OTHERS);
  }

  private static Query boosted(Query query, float weight) {
    return new BoostQuery(query, weight);
  }

  /** What may be left of a list by everything but the state. */
  static List<Query> of(Filter filter) {
    List<Query> queries = new ArrayList<>();
    anyOf(Document.SECTION, filter.sections(), queries);
    anyOf(Document.AUTHOR, filter.authors(), queries);
    anyOf(Document.LANGUAGE, filter.languages(), queries);
    anyOf(Document.TOPIC, filter.topics(), queries);
    if (filter.from().isPresent() || filter.before().isPresent()) {
      queries.add(
          LongField.newRangeQuery(
              Document.CHANGED,
              filter.from().map(Instant::toEpochMilli).orElse(Long.MIN_VALUE),
              filter.before().map(t -> t.toEpochMilli() - 1).orElse(Long.MAX_VALUE)));
    }
    return List.copyOf(queries);
  }

  static void anyOf(String field, Collection<String> values, List<Query> queries) {
    if (!values.isEmpty()) {
      queries.add(new TermInSetQuery(field, values.stream().map(BytesRef::new).toList()));
    }
  }

  static Query without(Query query, String field, String value) {
    return new BooleanQuery.Builder()
        .add(query, Occur.MUST)
        .add(new TermQuery(new Term(field, value)), Occur.MUST_NOT)
        .build();
  }

  static Query filtered(Query query, List<Query> filters) {
    BooleanQuery.Builder all = new BooleanQuery.Builder().add(query, Occur.MUST);
    filters.forEach(f -> all.add(f, Occur.FILTER));
    return all.build();
  }
}
