package press.tamizdat.edition.feed;

import java.util.Optional;
import press.tamizdat.article.published.Publication;
import press.tamizdat.article.published.Publication.Section;
import press.tamizdat.platform.text.Language;

/**
 * A feed: everything of a language, or one section of it.
 *
 * @param section its slug, one of the publication's; empty for the whole language
 */
public record FeedOf(
    Publication publication, FeedPaths paths, Language language, Optional<String> section) {
  public static FeedOf language(Publication publication, Language language) {
    return new FeedOf(publication, FeedPaths.of(publication), language, Optional.empty());
  }

  public static FeedOf section(Publication publication, Language language, String slug) {
    return new FeedOf(publication, FeedPaths.of(publication), language, Optional.of(slug));
  }

  /** The path of a document of this feed, 0 being the current one. */
  public String path(FeedFormat format, int number) {
    return paths.document(paths.feed(language, section, format), number);
  }

  String title() {
    return section.map(slug -> name() + " — " + sectionName(slug)).orElseGet(this::name);
  }

  String name() {
    String name = publication.name().get(language);
    if (name == null) {
      throw new IllegalArgumentException(
          "the publication has no name in " + language + ": give it one, or drop the language");
    }
    return name;
  }

  /** The tagline; the title where there is none, since RSS must have something here. */
  String description() {
    return publication.tagline().getOrDefault(language, title());
  }

  String sectionName(String slug) {
    return publication
        .section(slug)
        .map(Section::name)
        .map(names -> names.getOrDefault(language, slug))
        .orElse(slug);
  }

  /** The page that shows the same to people. */
  String page() {
    return absolute(
        section.map(slug -> paths.section(language, slug)).orElseGet(() -> paths.home(language)));
  }

  String absolute(String path) {
    return absolute(publication, path);
  }

  static String absolute(Publication publication, String path) {
    String address = publication.address().toString();
    return address + (address.endsWith("/") ? "" : "/") + path;
  }
}
