package press.tamizdat.demo;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import press.tamizdat.article.Content;
import press.tamizdat.article.published.Byline;
import press.tamizdat.article.published.Correction;
import press.tamizdat.article.published.Publication;
import press.tamizdat.platform.config.Section;
import press.tamizdat.platform.config.TomlFile;
import press.tamizdat.platform.text.Language;

/**
 * An article of the sample publication: a file with TOML between two lines of {@code +++}, and then
 * the body.
 *
 * @param relatedSlugs of the same language
 * @param takenDown why it was taken down, where it was
 */
record SampleArticle(
    String story,
    Language language,
    String slug,
    String kicker,
    String headline,
    String standfirst,
    List<Byline> bylines,
    String dateline,
    Instant published,
    Optional<Instant> updated,
    String section,
    List<String> topics,
    List<Correction> corrections,
    List<String> relatedSlugs,
    Optional<String> takenDown,
    Optional<LeadDrawing> lead,
    String body) {
  private static final Pattern PARTS =
      Pattern.compile("\\A\\+\\+\\+\\n(.*?)\\n\\+\\+\\+\\n(.*)\\z", Pattern.DOTALL);
  private static final Pattern PICTURE = Pattern.compile("\"picture:([a-z-]+)\"");

  /** The picture over the article. */
  record LeadDrawing(
      String scene, String caption, String credit, String licence, String alternative) {}

  /**
   * A scene drawn for one story.
   *
   * @param key differs where the drawing should
   */
  record Drawing(String scene, String key) {}

  static SampleArticle read(Path file, String text, Publication publication) {
    return read(file, text, (front, body) -> of(front, body, publication));
  }

  /** What a reader makes of the lines before the body, and the body. */
  static <T> T read(Path file, String text, BiFunction<Section, String, T> reader) {
    Matcher parts = PARTS.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(file + ": no +++ lines");
    }
    String body = parts.group(2).strip();
    return switch (TomlFile.read(parts.group(1), front -> reader.apply(front, body))) {
      case TomlFile.Outcome.Read<T>(T read) -> read;
      case TomlFile.Outcome.Wrong<T>(var faults) ->
          throw new IllegalArgumentException(file + ": " + faults);
    };
  }

  static SampleArticle of(Section front, String body, Publication publication) {
    Language language = front.parsed("language", Language::new).orElse(new Language("en"));
    return new SampleArticle(
        front.text("story"),
        language,
        front.text("slug"),
        front.text("kicker", ""),
        front.text("headline"),
        front.text("standfirst", ""),
        front.list("bylines", name -> byline(name, publication)),
        front.text("dateline", ""),
        front.time("published").orElse(Instant.EPOCH),
        front.time("updated"),
        front.text("section"),
        front.list("topics", topic -> topic),
        front.sections("corrections").stream().map(SampleArticle::correction).toList(),
        front.list("related", slug -> slug),
        front.optionalText("taken_down"),
        front.optionalSection("photo").map(SampleArticle::lead),
        body);
  }

  private static Byline byline(String name, Publication publication) {
    return publication.authors().stream()
        .filter(a -> a.name().containsValue(name))
        .findFirst()
        .map(a -> new Byline(a.slug(), name))
        .orElseThrow(
            () -> new IllegalArgumentException("names an author that is not known: " + name));
  }

  private static Correction correction(Section section) {
    Correction correction =
        new Correction(section.time("at").orElse(Instant.EPOCH), section.text("text"));
    section.refuseOthers();
    return correction;
  }

  private static LeadDrawing lead(Section photo) {
    LeadDrawing lead =
        new LeadDrawing(
            photo.text("picture"),
            photo.text("caption", ""),
            photo.text("credit", ""),
            photo.text("licence", ""),
            photo.text("alt", ""));
    photo.refuseOthers();
    return lead;
  }

  String key() {
    return language + "/" + slug;
  }

  List<String> relatedKeys() {
    return relatedSlugs.stream().map(s -> language + "/" + s).toList();
  }

  /** Translations share their pictures. */
  List<Drawing> drawings() {
    List<Drawing> drawings = new ArrayList<>();
    lead.ifPresent(l -> drawings.add(drawing(l.scene())));
    for (Matcher m = PICTURE.matcher(body); m.find(); ) {
      drawings.add(drawing(m.group(1)));
    }
    return drawings;
  }

  private Drawing drawing(String scene) {
    return new Drawing(scene, (story + "/" + scene).toLowerCase(Locale.ROOT));
  }

  Content content(Function<Drawing, String> photo, UnaryOperator<String> cleaner) {
    String withPhotos =
        PICTURE.matcher(body).replaceAll(m -> "\"photo:" + photo.apply(drawing(m.group(1))) + "\"");
    return new Content(
        language,
        story,
        slug,
        kicker,
        headline,
        standfirst,
        bylines,
        dateline,
        lead.map(
            l ->
                new Content.LeadPhoto(
                    photo.apply(drawing(l.scene())),
                    l.caption(),
                    l.credit(),
                    l.licence(),
                    l.alternative())),
        cleaner.apply(withPhotos),
        section,
        topics,
        corrections,
        List.of(),
        Optional.of(published).filter(at -> !at.equals(Instant.EPOCH)),
        updated);
  }
}
