package press.tamizdat.article.published;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import press.tamizdat.platform.text.Language;

/**
 * The publication itself: what it is called, in which languages it appears, how it is ordered.
 *
 * @param name by language; every language of {@link #languages} has one
 * @param tagline by language, may lack some
 * @param address where readers find it first, such as {@code https://ferry.example}; absolute links
 *     are built on it
 * @param zone in which days and months are counted
 * @param languages at least one; the first is the default
 * @param about HTML of the house's subset, by language; {@code privacy}, {@code appeal} likewise
 * @param pages further pages that the publication adds
 * @param letters that readers can have by mail
 * @param support how readers can fund it
 */
public record Publication(
    Map<Language, String> name,
    Map<Language, String> tagline,
    URI address,
    ZoneId zone,
    List<Language> languages,
    List<Section> sections,
    List<Topic> topics,
    List<Author> authors,
    Map<Language, String> about,
    Map<Language, String> privacy,
    Map<Language, Appeal> appeal,
    List<Page> pages,
    List<Letter> letters,
    Support support) {

  /** One that sends no letters. */
  public Publication(
      Map<Language, String> name,
      Map<Language, String> tagline,
      URI address,
      ZoneId zone,
      List<Language> languages,
      List<Section> sections,
      List<Topic> topics,
      List<Author> authors,
      Map<Language, String> about,
      Map<Language, String> privacy,
      Map<Language, Appeal> appeal,
      List<Page> pages) {
    this(
        name, tagline, address, zone, languages, sections, topics, authors, about, privacy, appeal,
        pages, List.of());
  }

  /** One that takes no money. */
  public Publication(
      Map<Language, String> name,
      Map<Language, String> tagline,
      URI address,
      ZoneId zone,
      List<Language> languages,
      List<Section> sections,
      List<Topic> topics,
      List<Author> authors,
      Map<Language, String> about,
      Map<Language, String> privacy,
      Map<Language, Appeal> appeal,
      List<Page> pages,
      List<Letter> letters) {
    this(
        name,
        tagline,
        address,
        zone,
        languages,
        sections,
        topics,
        authors,
        about,
        privacy,
        appeal,
        pages,
        letters,
        Support.NONE);
  }

  /**
   * Names in a language's folder that no section and no added page can have, because every
   * publication has something of its own there.
   */
  public static final Set<String> RESERVED =
      Set.of(
          "about",
          "privacy",
          "topics",
          "archive",
          "corrections",
          "404",
          "feed",
          "topic",
          "author",
          "letters",
          "support");

  /** A part of the paper, such as News. */
  public record Section(String slug, Map<Language, String> name) {}

  /**
   * What articles are about, across sections.
   *
   * @param aliases other words for it, by language: texts that use one are proposed this topic;
   *     readers never see them
   */
  public record Topic(
      String slug,
      Map<Language, String> name,
      Map<Language, String> description,
      Map<Language, List<String>> aliases) {
    public Topic(String slug, Map<Language, String> name, Map<Language, String> description) {
      this(slug, name, description, Map.of());
    }
  }

  /** Who writes. A pseudonym is marked, and nothing more is known of it. */
  public record Author(
      String slug, Map<Language, String> name, Map<Language, String> bio, boolean pseudonym) {}

  /**
   * The message to readers under each article.
   *
   * @param title such as "A message from Vera Lindt"
   * @param body HTML of the house's subset
   * @param banner one sentence for the top of every page
   */
  public record Appeal(String title, String body, String banner) {}

  /** A page that this publication adds, such as how to read it when it is blocked. */
  public record Page(String slug, Map<Language, String> title, Map<Language, String> body) {}

  /**
   * A letter that readers sign up for.
   *
   * @param name by language; it comes out in those languages that it has a name in
   * @param description a sentence or two on what is in it
   * @param rhythm when it comes, in words, such as "every Friday"
   */
  public record Letter(
      String slug,
      Map<Language, String> name,
      Map<Language, String> description,
      Map<Language, String> rhythm) {}

  public Publication withLetters(List<Letter> others) {
    return new Publication(
        name, tagline, address, zone, languages, sections, topics, authors, about, privacy, appeal,
        pages, others, support);
  }

  public Publication withSupport(Support other) {
    return new Publication(
        name, tagline, address, zone, languages, sections, topics, authors, about, privacy, appeal,
        pages, letters, other);
  }

  /** As readers have it on a day: of the campaigns only the one that runs. */
  public Publication on(LocalDate day) {
    return withSupport(support.on(day));
  }

  public Publication withSections(List<Section> others) {
    return new Publication(
        name, tagline, address, zone, languages, others, topics, authors, about, privacy, appeal,
        pages, letters, support);
  }

  public Publication withTopics(List<Topic> others) {
    return new Publication(
        name, tagline, address, zone, languages, sections, others, authors, about, privacy, appeal,
        pages, letters, support);
  }

  public Publication withAuthors(List<Author> others) {
    return new Publication(
        name, tagline, address, zone, languages, sections, topics, others, about, privacy, appeal,
        pages, letters, support);
  }

  public Publication withPages(List<Page> others) {
    return new Publication(
        name, tagline, address, zone, languages, sections, topics, authors, about, privacy, appeal,
        others, letters, support);
  }

  public Publication withAbout(Map<Language, String> html) {
    return new Publication(
        name, tagline, address, zone, languages, sections, topics, authors, html, privacy, appeal,
        pages, letters, support);
  }

  public Publication withPrivacy(Map<Language, String> html) {
    return new Publication(
        name, tagline, address, zone, languages, sections, topics, authors, about, html, appeal,
        pages, letters, support);
  }

  public Publication withAppeal(Map<Language, Appeal> others) {
    return new Publication(
        name, tagline, address, zone, languages, sections, topics, authors, about, privacy, others,
        pages, letters, support);
  }

  /** With what stands over every page, and what it is built on. */
  public Publication withMasthead(
      Map<Language, String> newName,
      Map<Language, String> newTagline,
      URI newAddress,
      ZoneId newZone,
      List<Language> newLanguages) {
    return new Publication(
        newName,
        newTagline,
        newAddress,
        newZone,
        newLanguages,
        sections,
        topics,
        authors,
        about,
        privacy,
        appeal,
        pages,
        letters,
        support);
  }

  public Language defaultLanguage() {
    return languages.getFirst();
  }

  public Optional<Section> section(String slug) {
    return sections.stream().filter(s -> s.slug().equals(slug)).findFirst();
  }

  public Optional<Topic> topic(String slug) {
    return topics.stream().filter(t -> t.slug().equals(slug)).findFirst();
  }

  public Optional<Author> author(String slug) {
    return authors.stream().filter(a -> a.slug().equals(slug)).findFirst();
  }

  public Optional<Letter> letter(String slug) {
    return letters.stream().filter(l -> l.slug().equals(slug)).findFirst();
  }

  public Optional<Page> page(String slug) {
    return pages.stream().filter(p -> p.slug().equals(slug)).findFirst();
  }
}
