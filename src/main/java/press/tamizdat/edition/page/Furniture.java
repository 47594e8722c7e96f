package press.tamizdat.edition.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import press.tamizdat.article.published.Publication;
import press.tamizdat.edition.page.view.Agreement;
import press.tamizdat.edition.page.view.Foreign;
import press.tamizdat.edition.page.view.Frame;
import press.tamizdat.edition.page.view.Link;
import press.tamizdat.edition.page.view.SignUp;
import press.tamizdat.platform.text.Language;
import press.tamizdat.platform.text.Messages;

/** What stands on every page of one language: name, navigation, foot. */
final class Furniture {
  /** The page of the regular letter, if the publication has added one. */
  static final String LETTER = "letter";

  final Publication publication;
  final Language language;
  final Messages words;
  final Paths paths;
  final Times times;

  Furniture(Publication publication, Language language) {
    this.publication = publication;
    this.language = language;
    this.words = Messages.of(language);
    this.paths = Paths.of(publication);
    this.times = new Times(words, publication.zone());
  }

  /**
   * What the pages of a language differ in.
   *
   * @param boxed whether a box to sign up stands in the foot, if there is room
   * @param refresh see {@link Frame}
   */
  record Sheet(
      Links links,
      StyleSheet style,
      String title,
      String description,
      String image,
      boolean story,
      boolean listed,
      boolean boxed,
      List<Foreign> alternates,
      String refresh,
      String previous,
      String next,
      String feed) {

    static Sheet of(Links links, StyleSheet style, String title, String description) {
      return new Sheet(
          links, style, title, description, "", false, true, true, List.of(), "", "", "", "");
    }

    /** For pages that search engines should not list. */
    Sheet unlisted() {
      return new Sheet(
          links,
          style,
          title,
          description,
          image,
          story,
          false,
          boxed,
          alternates,
          refresh,
          previous,
          next,
          feed);
    }

    Sheet unboxed() {
      return new Sheet(
          links,
          style,
          title,
          description,
          image,
          story,
          listed,
          false,
          alternates,
          refresh,
          previous,
          next,
          feed);
    }

    Sheet refreshed(String how) {
      return new Sheet(
          links,
          style,
          title,
          description,
          image,
          story,
          listed,
          boxed,
          alternates,
          how,
          previous,
          next,
          feed);
    }

    Sheet translated(List<Foreign> in) {
      return new Sheet(
          links,
          style,
          title,
          description,
          image,
          story,
          listed,
          boxed,
          in,
          refresh,
          previous,
          next,
          feed);
    }

    /** With a feed of its own, by path. */
    Sheet fed(String path) {
      return new Sheet(
          links,
          style,
          title,
          description,
          image,
          story,
          listed,
          boxed,
          alternates,
          refresh,
          previous,
          next,
          path);
    }

    Sheet between(Optional<Link> before, Optional<Link> after) {
      return new Sheet(
          links,
          style,
          title,
          description,
          image,
          story,
          listed,
          boxed,
          alternates,
          refresh,
          before.map(Link::href).orElse(""),
          after.map(Link::href).orElse(""),
          feed);
    }
  }

  Frame frame(Sheet sheet) {
    Links links = sheet.links();
    return new Frame(
        words,
        name(),
        sheet.title().isEmpty() ? name() : sheet.title() + " – " + name(),
        sheet.description(),
        sheet.listed() ? Absolute.of(publication, links.from()) : "",
        sheet.image(),
        sheet.story(),
        sheet.alternates(),
        sheet.style().css(),
        links.to(Script.INSTANCE.path()),
        links.to(paths.home(language)),
        sections(links),
        languages(links),
        foot(links),
        links.to(sheet.feed().isEmpty() ? paths.feed(language) : sheet.feed()),
        banner(links),
        SupportPages.meter(this),
        sheet.boxed() ? signUp(links) : Optional.empty(),
        sheet.refresh(),
        sheet.previous(),
        sheet.next());
  }

  /** Letters that come out in this language, the main one first. */
  List<Publication.Letter> letters() {
    return publication.letters().stream().filter(l -> l.name().containsKey(language)).toList();
  }

  /** A box for the main letter; empty where there is none. */
  Optional<SignUp> signUp(Links links) {
    return letters().stream()
        .findFirst()
        .map(
            letter ->
                new SignUp(
                    links.to(paths.letter(language, letter.slug())),
                    in(letter.name()),
                    about(letter),
                    letter.slug(),
                    agreement("form.agree", links)));
  }

  /** What is in it and when it comes, as one line. */
  String about(Publication.Letter letter) {
    return Stream.of(letter.description(), letter.rhythm())
        .map(text -> text.getOrDefault(language, "").strip())
        .filter(text -> !text.isEmpty())
        .map(text -> text.matches(".*[.!?…۔؟]") ? text : text + ".")
        .collect(Collectors.joining(" "));
  }

  /** That who signs up agrees to the privacy policy, if there is one. */
  Agreement agreement(String key, Links links) {
    return publication.privacy().containsKey(language)
        ? Agreement.of(words.say(key), links.to(paths.privacy(language)))
        : Agreement.NONE;
  }

  String name() {
    return in(publication.name());
  }

  /** In the page's language, or else in the default one, or else in any. */
  String in(Map<Language, String> text) {
    String own = text.get(language);
    String byDefault = own == null ? text.get(publication.defaultLanguage()) : own;
    return byDefault == null ? text.values().stream().sorted().findFirst().orElse("") : byDefault;
  }

  Link section(Publication.Section section, Links links) {
    String path = paths.section(language, section.slug());
    return new Link(links.to(path), in(section.name()), links.at(path));
  }

  private List<Link> sections(Links links) {
    return publication.sections().stream().map(s -> section(s, links)).toList();
  }

  private List<Foreign> languages(Links links) {
    return publication.languages().stream()
        .filter(l -> !l.equals(language))
        .map(
            l -> new Foreign(l.tag(), links.to(paths.home(l)), Messages.of(l).say("language.name")))
        .toList();
  }

  private List<Link> foot(Links links) {
    var foot = new ArrayList<Link>();
    if (publication.support().isOpen()) {
      foot.add(supportLink(links));
    }
    if (publication.about().containsKey(language)) {
      foot.add(link(links, paths.about(language), words.say("about")));
    }
    publication.pages().stream()
        .filter(p -> p.body().containsKey(language))
        .forEach(p -> foot.add(link(links, paths.page(language, p.slug()), in(p.title()))));
    letters().stream()
        .findFirst()
        .ifPresent(
            l -> foot.add(link(links, paths.letter(language, l.slug()), words.say("letters"))));
    if (publication.privacy().containsKey(language)) {
      foot.add(link(links, paths.privacy(language), words.say("privacy")));
    }
    foot.add(link(links, paths.corrections(language), words.say("corrections")));
    foot.add(link(links, paths.topics(language), words.say("topics")));
    foot.add(link(links, paths.archive(language), words.say("archive")));
    foot.add(link(links, paths.feed(language), words.say("feed")));
    return foot;
  }

  static Link link(Links links, String path, String text) {
    return new Link(links.to(path), text, links.at(path));
  }

  /** Where somebody gives already, nobody is asked to go there. */
  private Optional<Link> banner(Links links) {
    return links.from().startsWith(language.tag() + "/support") ? Optional.empty() : asked(links);
  }

  private Optional<Link> asked(Links links) {
    return campaign()
        .map(Publication.Appeal::banner)
        .filter(text -> !text.isBlank())
        .or(() -> usual().map(Publication.Appeal::banner).filter(text -> !text.isBlank()))
        .map(text -> new Link(links.to(whereToHelp()), text));
  }

  /** What the campaign that runs says in this language. */
  private Optional<Publication.Appeal> campaign() {
    return publication
        .support()
        .running()
        .flatMap(c -> Optional.ofNullable(c.texts().get(language)));
  }

  private Optional<Publication.Appeal> usual() {
    return Optional.ofNullable(publication.appeal().get(language));
  }

  /** The message under articles: the campaign's, or the usual one. */
  Optional<Publication.Appeal> appeal() {
    return campaign().filter(a -> !a.body().isBlank()).or(this::usual);
  }

  /** Where readers can give, if they can. */
  Link supportLink(Links links) {
    return link(links, paths.support(language), SupportPages.words(language).say("support.link"));
  }

  private String whereToHelp() {
    if (publication.support().isOpen()) {
      return paths.support(language);
    }
    boolean about = publication.about().containsKey(language);
    return about ? paths.about(language) : paths.home(language);
  }

  /** A page that the publication has added in this language. */
  Optional<Publication.Page> added(String slug) {
    return publication.pages().stream()
        .filter(p -> p.slug().equals(slug) && p.body().containsKey(language))
        .findFirst();
  }

  Optional<Link> addedLink(String slug, Links links) {
    return added(slug).map(p -> link(links, paths.page(language, slug), in(p.title())));
  }
}
