package press.tamizdat.edition.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import press.tamizdat.article.published.Publication;
import press.tamizdat.article.published.PublishedArticle;
import press.tamizdat.platform.text.Language;

/** An article as schema.org describes a NewsArticle, for search engines and archives. */
final class JsonLd {
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES).build();

  private final Publication publication;
  private final Paths paths;

  JsonLd(Publication publication) {
    this.publication = publication;
    this.paths = Paths.of(publication);
  }

  /** Safe inside a script element: no {@code <} stands in it. */
  String of(PublishedArticle article) {
    var text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.setCharacterEscapes(new NoMarkup());
      write(article, json);
    } catch (IOException e) {
      throw new UncheckedIOException("JSON into memory failed", e);
    }
    return text.toString();
  }

  private void write(PublishedArticle article, JsonGenerator json) throws IOException {
    var card = article.card();
    Language language = card.language();
    String home = absolute("");
    json.writeStartObject();
    json.writeStringField("@context", "https://schema.org");
    json.writeStringField("@type", "NewsArticle");
    json.writeStringField("headline", card.headline());
    json.writeStringField("url", absolute(paths.article(card)));
    json.writeStringField("datePublished", Times.machine(card.published()));
    json.writeStringField("dateModified", Times.machine(card.updated()));
    json.writeStringField("inLanguage", language.tag());
    json.writeStringField("articleSection", sectionName(card.section(), language));
    if (card.lead().isPresent()) {
      json.writeStringField("image", absolute(paths.photo(card.lead().get().photo().large())));
    }
    json.writeArrayFieldStart("author");
    for (var byline : card.bylines()) {
      json.writeStartObject();
      json.writeStringField("@type", "Person");
      json.writeStringField("name", byline.name());
      json.writeStringField("url", absolute(paths.author(language, byline.slug())));
      json.writeEndObject();
    }
    json.writeEndArray();
    if (!article.corrections().isEmpty()) {
      json.writeStringField("correction", article.corrections().getLast().text());
    }
    json.writeObjectFieldStart("publisher");
    json.writeStringField("@type", "NewsMediaOrganization");
    json.writeStringField("name", publication.name().getOrDefault(language, home));
    json.writeStringField("url", home);
    json.writeEndObject();
    json.writeObjectFieldStart("isPartOf");
    json.writeStringField("@type", "Periodical");
    json.writeStringField("name", publication.name().getOrDefault(language, home));
    json.writeEndObject();
    json.writeEndObject();
  }

  private String sectionName(String slug, Language language) {
    return publication.section(slug).map(s -> s.name().getOrDefault(language, slug)).orElse(slug);
  }

  private String absolute(String path) {
    return Absolute.of(publication, path);
  }

  private static final class NoMarkup extends CharacterEscapes {
    private static final long serialVersionUID = 1L;
    private final int[] ascii = standardAsciiEscapesForJSON();

    NoMarkup() {
      ascii['<'] = ESCAPE_STANDARD;
    }

    @Override
    public int[] getEscapeCodesForAscii() {
      return ascii;
    }

    @Override
    public com.fasterxml.jackson.core.@org.jspecify.annotations.Nullable SerializableString
        getEscapeSequence(int character) {
      return null;
    }
  }
}
