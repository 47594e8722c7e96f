package press.tamizdat.desk.writing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import press.tamizdat.article.ArticleHtml;
import press.tamizdat.article.Content;
import press.tamizdat.article.published.Byline;
import press.tamizdat.article.published.Publication;
import press.tamizdat.platform.text.Language;
import press.tamizdat.platform.text.Slugs;
import press.tamizdat.platform.web.Fields;

/**
 * The fields of the writing page, read and written. Reading refuses nothing: what cannot be taken
 * as it is, is taken as near to it as can be.
 */
final class WritingForm {
  /** Names over an article for which the page has room, whether they are there or not. */
  static final int BYLINES = 6;

  private static final String PHOTO_ID = "[0-9a-f]{32}";

  private WritingForm() {}

  /**
   * @param before what the article says; fields that were not sent stay as they are there
   * @param fixed whether the article has been published: its address and language stay
   */
  static Content read(Fields form, Content before, Publication publication, boolean fixed) {
    Language language = fixed ? before.language() : language(form, before, publication);
    String headline = line(form, "headline", before.headline());
    boolean whole = form.has("headline");
    return new Content(
        language,
        before.story(),
        fixed ? before.slug() : slug(form, before, headline),
        line(form, "kicker", before.kicker()),
        headline,
        line(form, "standfirst", before.standfirst()),
        form.has("bylines") ? bylines(form, publication) : before.bylines(),
        line(form, "dateline", before.dateline()),
        form.has("lead.photo") ? lead(form) : before.lead(),
        form.has("body") ? ArticleHtml.clean(form.text("body")) : before.body(),
        section(form, before, publication),
        whole
            ? known(form.texts("topics"), t -> publication.topic(t).isPresent())
            : before.topics(),
        before.corrections(),
        whole ? known(form.texts("related"), id -> id.matches("[0-9a-f]{8,40}")) : before.related(),
        before.published(),
        before.updated());
  }

  /** The fields of this content in the order of the page, as a browser would send them. */
  static List<List<String>> write(Content content) {
    List<List<String>> fields = new ArrayList<>();
    fields.add(List.of("headline", content.headline()));
    fields.add(List.of("standfirst", content.standfirst()));
    Content.LeadPhoto lead =
        content.lead().orElseGet(() -> new Content.LeadPhoto("", "", "", "", ""));
    fields.add(List.of("lead.photo", lead.photo()));
    fields.add(List.of("lead.caption", lead.caption()));
    fields.add(List.of("lead.credit", lead.credit()));
    fields.add(List.of("lead.licence", lead.licence()));
    fields.add(List.of("lead.alternative", lead.alternative()));
    fields.add(List.of("body", content.body()));
    content.bylines().forEach(b -> fields.add(List.of("bylines", b.name())));
    for (int i = content.bylines().size(); i < BYLINES; i++) {
      fields.add(List.of("bylines", ""));
    }
    fields.add(List.of("section", content.section()));
    content.topics().forEach(t -> fields.add(List.of("topics", t)));
    fields.add(List.of("kicker", content.kicker()));
    fields.add(List.of("dateline", content.dateline()));
    fields.add(List.of("slug", content.slug()));
    fields.add(List.of("language", content.language().tag()));
    content.related().forEach(id -> fields.add(List.of("related", id)));
    fields.add(List.of("find", ""));
    return fields;
  }

  private static String line(Fields form, String name, String before) {
    return form.has(name) ? form.text(name).replaceAll("\\s+", " ").strip() : before;
  }

  private static Language language(Fields form, Content before, Publication publication) {
    return publication.languages().stream()
        .filter(l -> l.tag().equals(form.text("language")))
        .findFirst()
        .orElse(before.language());
  }

  /** It follows the headline until somebody writes another. */
  private static String slug(Fields form, Content before, String headline) {
    String typed = form.has("slug") ? form.text("slug").strip() : before.slug();
    boolean touched = !typed.equals(before.slug()) && !typed.isEmpty();
    boolean followed =
        before.slug().isEmpty() || before.slug().equals(Slugs.of(before.headline(), ""));
    if (touched) {
      return Slugs.of(typed, Slugs.of(headline, ""));
    }
    return followed || typed.isEmpty() ? Slugs.of(headline, "") : before.slug();
  }

  private static List<Byline> bylines(Fields form, Publication publication) {
    Set<String> names = new LinkedHashSet<>();
    for (String field : form.texts("bylines")) {
      field.lines().map(String::strip).filter(n -> !n.isEmpty()).forEach(names::add);
    }
    return names.stream().map(name -> byline(name, publication)).toList();
  }

  /**
   * A name that the publication knows leads to its author's page; any other gets one of its own.
   */
  static Byline byline(String name, Publication publication) {
    return publication.authors().stream()
        .filter(a -> a.name().values().stream().anyMatch(name::equalsIgnoreCase))
        .findFirst()
        .map(a -> new Byline(a.slug(), name))
        .orElseGet(() -> new Byline(Slugs.of(name, "author"), name));
  }

  private static Optional<Content.LeadPhoto> lead(Fields form) {
    String chosen = form.has("lead.choose") ? form.text("lead.choose") : form.text("lead.photo");
    return chosen.matches(PHOTO_ID)
        ? Optional.of(
            new Content.LeadPhoto(
                chosen,
                line(form, "lead.caption", ""),
                line(form, "lead.credit", ""),
                line(form, "lead.licence", ""),
                line(form, "lead.alternative", "")))
        : Optional.empty();
  }

  private static String section(Fields form, Content before, Publication publication) {
    String section = form.has("section") ? form.text("section") : before.section();
    return publication.section(section).map(Publication.Section::slug).orElse("");
  }

  private static List<String> known(List<String> values, Function<String, Boolean> isKnown) {
    return new LinkedHashSet<>(values).stream().filter(isKnown::apply).toList();
  }
}
