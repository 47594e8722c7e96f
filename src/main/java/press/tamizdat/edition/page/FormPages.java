package press.tamizdat.edition.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import press.tamizdat.article.published.Publication;
import press.tamizdat.article.published.PublishedLetter;
import press.tamizdat.edition.page.view.Act;
import press.tamizdat.edition.page.view.Agreement;
import press.tamizdat.edition.page.view.Choice;
import press.tamizdat.edition.page.view.Foreign;
import press.tamizdat.edition.page.view.Join;
import press.tamizdat.edition.page.view.Link;
import press.tamizdat.edition.page.view.Manage;
import press.tamizdat.platform.text.Messages;

/**
 * Pages with forms, and pages that answer them. The latter are sent from other addresses than their
 * own, so their links begin at the root.
 */
final class FormPages {
  /** Names in {@code letters/} that no letter can have. */
  static final Set<String> OWN =
      Set.of("look", "confirm", "welcome", "manage", "saved", "key", "leave", "left");

  /** Names that the pages of every form leave to be filled, by path without the language. */
  static final Map<String, List<String>> SLOTS =
      Map.of(
          "forms/human.html",
          List.of("challenge", "form", "kind", "question"),
          "forms/waiting.html",
          List.of("ticket"),
          "forms/onward.html",
          List.of("host", "to"));

  /** Why a key of OpenPGP cannot be used: values of the slot {@code why}. */
  static final List<String> WHY_NOT =
      List.of(
          "too-long", "unreadable", "private", "several", "expired", "revoked", "cannot-encrypt");

  private static final int STORIES = 6;

  private final Furniture furniture;
  private final StyleSheet style;
  private final Messages words;

  FormPages(Furniture furniture, StyleSheet style) {
    this.furniture = furniture;
    this.style = style;
    this.words = furniture.words;
  }

  /** Pages that stand between any form and its answer. */
  List<RenderedPage> between() {
    List<RenderedPage> pages = new ArrayList<>();
    pages.add(human());
    pages.add(notice("forms/later", "later", say("later.text")));
    pages.add(notice("forms/again", "again", say("again.text")));
    pages.add(
        moving(
            "forms/waiting",
            "waiting",
            "4;url=/forms/answers/{{ticket}}",
            say("waiting.text"),
            link("/forms/answers/{{ticket}}", words.say("waiting.link"))));
    pages.add(
        moving(
            "forms/onward",
            "onward",
            "0;url={{to}}",
            say("onward.text"),
            link("{{to}}", words.say("onward.link", "{{host}}"))));
    return pages;
  }

  /** Pages that answer who comes to letters or leaves, and those that private links lead to. */
  List<RenderedPage> ofLetters() {
    List<RenderedPage> pages = new ArrayList<>();
    pages.add(notice("letters/look", "look", say("look.text"), quiet("look.why")));
    pages.add(act("letters/confirm", "confirm", "letter.confirm", linkAndLanguage()));
    pages.add(notice("letters/welcome", "welcome", say("welcome.text"), front()));
    pages.add(manage());
    pages.add(
        notice(
            "letters/saved",
            "saved",
            when("act", "save", "saved.text"),
            when("act", "plain", "saved.plain"),
            when("act", "leave", "saved.left"),
            when("act", "erase", "saved.erased"),
            front()));
    pages.add(notice("letters/key", "key", noKey()));
    List<Act.Hidden> which = new ArrayList<>(linkAndLanguage());
    which.add(new Act.Hidden("letter", "{{letter}}"));
    pages.add(act("letters/leave", "leave", "letter.leave", which));
    pages.add(notice("letters/left", "left", say("left.text"), front()));
    return pages;
  }

  private Links rooted(String name) {
    return new Links(furniture.paths.page(furniture.language, name), true);
  }

  private RenderedPage notice(String name, String key, Element... body) {
    return moving(name, key, "", body);
  }

  /** One that leads on by itself. */
  private RenderedPage moving(String name, String key, String how, Element... body) {
    String title = words.say(key + ".title");
    var sheet = Furniture.Sheet.of(rooted(name), style, title, "").refreshed(how);
    return new TextPages(furniture, style)
        .notice(sheet.unlisted().unboxed(), title, "", List.of(body));
  }

  private Element say(String key) {
    return new Element("p").text(words.say(key));
  }

  private Element quiet(String key) {
    return say(key).addClass("m");
  }

  /** A paragraph that is shown where a slot has this value. */
  private Element when(String slot, String value, String key) {
    return say(key).attr("hidden", "{{" + slot + "!" + value + "}}");
  }

  /** Why letters cannot be encrypted to the key that somebody gave; nothing was changed then. */
  private Element[] noKey() {
    List<Element> lines = new ArrayList<>();
    for (String why : WHY_NOT) {
      lines.add(when("why", why, "key." + why));
    }
    lines.add(say("key.text"));
    return lines.toArray(Element[]::new);
  }

  private static Element link(String href, String text) {
    Element line = new Element("p");
    line.appendElement("a").attr("href", href).text(text);
    return line;
  }

  private Element front() {
    return link("/" + furniture.paths.home(furniture.language), words.say("form.front"));
  }

  private List<Act.Hidden> linkAndLanguage() {
    return List.of(
        new Act.Hidden("link", "{{link}}"), new Act.Hidden("language", furniture.language.tag()));
  }

  private RenderedPage act(String name, String key, String kind, List<Act.Hidden> hidden) {
    return act(name, key, kind, hidden, Optional.empty());
  }

  private RenderedPage human() {
    List<Act.Hidden> hidden =
        List.of(new Act.Hidden("form", "{{form}}"), new Act.Hidden("challenge", "{{challenge}}"));
    return act("forms/human", "human", "{{kind}}", hidden, Optional.of("{{question}}"));
  }

  private RenderedPage act(
      String name, String key, String kind, List<Act.Hidden> hidden, Optional<String> question) {
    String title = words.say(key + ".title");
    Links links = rooted(name);
    return Press.page(
        links.from(),
        "act",
        new Act(
            furniture.frame(Furniture.Sheet.of(links, style, title, "").unlisted().unboxed()),
            title,
            words.say(key + ".text"),
            kind,
            hidden,
            question,
            words.say(key + ".button")));
  }

  private RenderedPage manage() {
    Links links = rooted("letters/manage");
    List<Foreign> languages = new ArrayList<>();
    languages.add(named(furniture.language));
    furniture.publication.languages().stream()
        .filter(l -> !l.equals(furniture.language))
        .map(FormPages::named)
        .forEach(languages::add);
    return Press.page(
        links.from(),
        "manage",
        new Manage(
            furniture.frame(
                Furniture.Sheet.of(links, style, words.say("manage.title"), "")
                    .unlisted()
                    .unboxed()),
            furniture.publication.letters().stream().map(this::choosable).toList(),
            languages));
  }

  /** One that does not come in this page's language says in which it does. */
  private Choice choosable(Publication.Letter letter) {
    if (letter.name().containsKey(furniture.language)) {
      return choice(letter, false);
    }
    String comesIn =
        furniture.publication.languages().stream()
            .filter(letter.name()::containsKey)
            .map(l -> named(l).text())
            .collect(Collectors.joining(" · "));
    return new Choice(letter.slug(), furniture.in(letter.name()), comesIn, false);
  }

  private static Foreign named(press.tamizdat.platform.text.Language language) {
    return new Foreign(language.tag(), "", Messages.of(language).say("language.name"));
  }

  private Choice choice(Publication.Letter letter, boolean chosen) {
    return new Choice(letter.slug(), furniture.in(letter.name()), furniture.about(letter), chosen);
  }

  /** The page of a letter, with the last issue to look at before. */
  RenderedPage letter(Publication.Letter letter, Optional<PublishedLetter> last, boolean hasPast) {
    String path = furniture.paths.letter(furniture.language, letter.slug());
    Links links = Links.from(path);
    String description = letter.description().getOrDefault(furniture.language, "");
    String title = furniture.in(letter.name());
    return Press.page(
        path,
        "join",
        new Join(
            furniture.frame(Furniture.Sheet.of(links, style, title, description).unboxed()),
            title,
            description,
            letter.rhythm().getOrDefault(furniture.language, ""),
            furniture.letters().stream().map(l -> choice(l, l.equals(letter))).toList(),
            furniture.agreement("form.agree.box", links),
            last.map(
                i ->
                    new Link(
                        links.to(
                            furniture.paths.issue(furniture.language, letter.slug(), i.number())),
                        i.subject())),
            last.map(i -> furniture.times.day(i.sent()).text()).orElse(""),
            last.map(i -> stories(links, i)).orElse(List.of()),
            hasPast
                ? Optional.of(
                    new Link(
                        links.to(furniture.paths.issues(furniture.language, letter.slug())),
                        words.say("issue.past")))
                : Optional.empty(),
            others(links, letter),
            elsewhere(path)));
  }

  private List<Link> stories(Links links, PublishedLetter issue) {
    return issue.entries().stream()
        .filter(e -> e.card().isPresent())
        .limit(STORIES)
        .map(e -> new Link(links.to(furniture.paths.article(e.card().orElseThrow())), e.headline()))
        .toList();
  }

  private List<Foreign> others(Links links, Publication.Letter letter) {
    return furniture.publication.languages().stream()
        .filter(l -> !l.equals(furniture.language) && letter.name().containsKey(l))
        .map(
            l ->
                new Foreign(
                    l.tag(),
                    links.to(furniture.paths.letter(l, letter.slug())),
                    Messages.of(l).say("join.other")))
        .toList();
  }

  /** A copy of these pages takes no forms; the paper's own address does. */
  private Agreement elsewhere(String path) {
    String address = Absolute.of(furniture.publication, path);
    return Agreement.of(
        words.say("join.elsewhere", furniture.publication.address().getHost()), address);
  }

  /** What each language asks people, for {@code forms.json}. */
  static Map<String, Object> questions(Messages words) {
    Map<String, Object> human = new LinkedHashMap<>();
    human.put("words", List.of(words.say("human.words").split("\\s+")));
    human.put(
        "questions",
        List.of(words.say("human.first"), words.say("human.second"), words.say("human.third")));
    return human;
  }
}
