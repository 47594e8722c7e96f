package press.tamizdat.article.search;

import org.apache.lucene.document.Field;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import press.tamizdat.article.Newest;
import press.tamizdat.article.published.Byline;

/** An article as it lies in the index: its id, and nothing else that could be read back. */
final class Document {
  static final String ID = "id";
  static final String STATE = "state";
  static final String LANGUAGE = "language";
  static final String SECTION = "section";
  static final String AUTHOR = "author";
  static final String TOPIC = "topic";
  static final String CHANGED = "changed";
  static final String HEADLINE = "headline";
  static final String STANDFIRST = "standfirst";
  static final String NAMES = "names";
  static final String BODY = "body";
  static final String FORMS = "forms";

  private Document() {}

  static org.apache.lucene.document.Document of(Newest article, Texts texts) {
    var document = new org.apache.lucene.document.Document();
    document.add(new StringField(ID, article.id(), Store.YES));
    for (String state : article.states()) {
      document.add(new StringField(STATE, state, Store.NO));
    }
    document.add(new StringField(LANGUAGE, article.content().language().tag(), Store.NO));
    document.add(new StringField(SECTION, article.content().section(), Store.NO));
    for (Byline byline : article.content().bylines()) {
      document.add(new StringField(AUTHOR, byline.slug(), Store.NO));
    }
    for (String topic : article.content().topics()) {
      document.add(new StringField(TOPIC, topic, Store.NO));
    }
    document.add(new LongField(CHANGED, article.saved().toEpochMilli(), Store.NO));
    document.add(text(HEADLINE, texts.headline()));
    document.add(text(STANDFIRST, texts.standfirst()));
    document.add(text(NAMES, texts.names()));
    document.add(text(BODY, texts.body()));
    document.add(text(FORMS, texts.whole()));
    return document;
  }

  private static Field text(String field, String text) {
    return new TextField(field, text, Store.NO);
  }
}
