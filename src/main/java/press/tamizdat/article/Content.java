package press.tamizdat.article;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import press.tamizdat.article.published.Byline;
import press.tamizdat.article.published.Correction;
import press.tamizdat.platform.text.Json;
import press.tamizdat.platform.text.JsonValues;
import press.tamizdat.platform.text.Language;

/**
 * All that an article says, at one time: a revision's content.
 *
 * @param story shared by the translations of one story
 * @param slug lower-case Latin letters, digits and hyphens; part of the address
 * @param dateline the place, may be empty
 * @param body HTML of the house's subset ({@code docs/article-html.md}); photos stand in it as
 *     {@code <img src="photo:ID">}
 * @param section slug of a section, may be empty in a draft
 * @param topics slugs, the most important first
 * @param related hand-picked articles, by id
 * @param published when it was first published; empty if it never was
 * @param updated when readers were last told of a change
 */
public record Content(
    Language language,
    String story,
    String slug,
    String kicker,
    String headline,
    String standfirst,
    List<Byline> bylines,
    String dateline,
    Optional<LeadPhoto> lead,
    String body,
    String section,
    List<String> topics,
    List<Correction> corrections,
    List<String> related,
    Optional<Instant> published,
    Optional<Instant> updated) {

  /**
   * The photo over the article.
   *
   * @param photo its id
   */
  public record LeadPhoto(
      String photo, String caption, String credit, String licence, String alternative) {}

  /**
   * This text with all that is not typed on the writing page taken from another revision:
   * corrections, times, and the story that translations share.
   */
  public Content withRecordOf(Content other) {
    return with(other.story, other.corrections, related, other.published, other.updated);
  }

  /** Whether all that is typed on the writing page is the same in both. */
  public boolean readsAs(Content other) {
    return withRecordOf(other).equals(other);
  }

  public Content withStory(String key) {
    return with(key, corrections, related, published, updated);
  }

  public Content withRelated(List<String> ids) {
    return with(story, corrections, ids, published, updated);
  }

  /** The same text with other corrections, of which readers are told at this time. */
  public Content withCorrections(List<Correction> said, Optional<Instant> at) {
    return with(story, said, related, published, at);
  }

  /** The same text as a new article: never published, never corrected. */
  Content asNew() {
    return with(story, List.of(), related, Optional.empty(), Optional.empty());
  }

  /** The same text with another record of what became of it. */
  private Content with(
      String aStory,
      List<Correction> said,
      List<String> relatedIds,
      Optional<Instant> first,
      Optional<Instant> latest) {
    return new Content(
        language,
        aStory,
        slug,
        kicker,
        headline,
        standfirst,
        bylines,
        dateline,
        lead,
        body,
        section,
        topics,
        said,
        relatedIds,
        first,
        latest);
  }

  String toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("language", language.tag());
    json.put("story", story);
    json.put("slug", slug);
    json.put("kicker", kicker);
    json.put("headline", headline);
    json.put("standfirst", standfirst);
    json.put(
        "bylines", bylines.stream().map(b -> Map.of("slug", b.slug(), "name", b.name())).toList());
    json.put("dateline", dateline);
    lead.ifPresent(l -> json.put("lead", lead(l)));
    json.put("body", body);
    json.put("section", section);
    json.put("topics", topics);
    json.put("corrections", corrections.stream().map(Content::correction).toList());
    json.put("related", related);
    published.ifPresent(t -> json.put("published", t.toEpochMilli()));
    updated.ifPresent(t -> json.put("updated", t.toEpochMilli()));
    return Json.text(json);
  }

  static Content ofJson(String text) {
    Map<String, Object> json = JsonValues.object(text);
    return new Content(
        new Language(JsonValues.string(json.get("language"))),
        JsonValues.string(json.get("story")),
        JsonValues.string(json.get("slug")),
        JsonValues.string(json.get("kicker")),
        JsonValues.string(json.get("headline")),
        JsonValues.string(json.get("standfirst")),
        JsonValues.list(json.get("bylines")).stream()
            .map(JsonValues::object)
            .map(Content::byline)
            .toList(),
        JsonValues.string(json.get("dateline")),
        Optional.ofNullable(json.get("lead")).map(JsonValues::object).map(Content::lead),
        JsonValues.string(json.get("body")),
        JsonValues.string(json.get("section")),
        JsonValues.list(json.get("topics")).stream().map(JsonValues::string).toList(),
        JsonValues.list(json.get("corrections")).stream()
            .map(JsonValues::object)
            .map(Content::correction)
            .toList(),
        JsonValues.list(json.get("related")).stream().map(JsonValues::string).toList(),
        Optional.ofNullable(json.get("published"))
            .map(t -> Instant.ofEpochMilli(JsonValues.number(t))),
        Optional.ofNullable(json.get("updated"))
            .map(t -> Instant.ofEpochMilli(JsonValues.number(t))));
  }

  private static Byline byline(Map<String, Object> json) {
    return new Byline(JsonValues.string(json.get("slug")), JsonValues.string(json.get("name")));
  }

  private static LeadPhoto lead(Map<String, Object> json) {
    return new LeadPhoto(
        JsonValues.string(json.get("photo")),
        JsonValues.string(json.get("caption")),
        JsonValues.string(json.get("credit")),
        JsonValues.string(json.get("licence")),
        JsonValues.string(json.get("alternative")));
  }

  private static Map<String, Object> lead(LeadPhoto lead) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("photo", lead.photo());
    json.put("caption", lead.caption());
    json.put("credit", lead.credit());
    json.put("licence", lead.licence());
    json.put("alternative", lead.alternative());
    return json;
  }

  private static Map<String, Object> correction(Correction correction) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("at", correction.at().toEpochMilli());
    json.put("text", correction.text());
    return json;
  }

  private static Correction correction(Map<String, Object> json) {
    return new Correction(
        Instant.ofEpochMilli(JsonValues.number(json.get("at"))),
        JsonValues.string(json.get("text")));
  }
}
