package press.tamizdat.edition.page;

import java.util.Optional;
import java.util.stream.IntStream;
import press.tamizdat.article.published.Publication;
import press.tamizdat.article.published.PublishedCard;
import press.tamizdat.edition.page.view.Card;
import press.tamizdat.edition.page.view.Link;
import press.tamizdat.edition.page.view.Listing;

/** Stories of a section, on a topic, by an author. */
final class ListPages {
  private final Furniture furniture;
  private final StyleSheet style;

  ListPages(Furniture furniture, StyleSheet style) {
    this.furniture = furniture;
    this.style = style;
  }

  RenderedPage section(Publication.Section section, ListSlice slice) {
    String path = furniture.paths.section(furniture.language, section.slug());
    return print(
        path,
        furniture.in(section.name()),
        "",
        "",
        furniture.paths.feed(furniture.language, section.slug()),
        slice);
  }

  RenderedPage topic(Publication.Topic topic, ListSlice slice) {
    String path = furniture.paths.topic(furniture.language, topic.slug());
    String description = topic.description().getOrDefault(furniture.language, "");
    return print(path, furniture.in(topic.name()), description, "", "", slice);
  }

  RenderedPage author(Publication.Author author, ListSlice slice) {
    String path = furniture.paths.author(furniture.language, author.slug());
    String bio = author.bio().getOrDefault(furniture.language, "");
    String mark = author.pseudonym() ? furniture.words.say("author.pseudonym") : "";
    return print(path, furniture.in(author.name()), bio, mark, "", slice);
  }

  private RenderedPage print(
      String current, String heading, String note, String mark, String feed, ListSlice slice) {
    String path = furniture.paths.listPage(current, slice.number());
    byte[] html = Press.fitting("listing", view(current, heading, note, mark, feed, slice, true));
    if (Press.fits(html)) {
      return new RenderedPage(path, html);
    }
    return Press.page(path, "listing", view(current, heading, note, mark, feed, slice, false));
  }

  private Listing view(
      String current,
      String heading,
      String note,
      String mark,
      String feed,
      ListSlice slice,
      boolean standfirsts) {
    boolean newest = slice.number() == 0;
    Links links = Links.from(furniture.paths.listPage(current, slice.number()));
    var cards = new Cards(furniture, links);
    Optional<Link> newer = newer(current, slice, links);
    Optional<Link> older = older(current, slice, links);
    String title = newest ? heading : furniture.words.say("list.page", heading, slice.number());
    var sheet = Furniture.Sheet.of(links, style, title, newest ? note : "");
    return new Listing(
        furniture.frame(sheet.fed(feed).between(newer, older)),
        title,
        newest ? note : "",
        newest ? mark : "",
        IntStream.range(0, slice.cards().size())
            .mapToObj(i -> card(cards, slice.cards().get(i), newest && i == 0, standfirsts))
            .toList(),
        newer,
        older);
  }

  private static Card card(Cards cards, PublishedCard card, boolean pictured, boolean standfirsts) {
    if (pictured) {
      return cards.pictured(card);
    }
    return standfirsts ? cards.full(card) : cards.headline(card);
  }

  private Optional<Link> newer(String current, ListSlice slice, Links links) {
    if (slice.number() == 0) {
      return Optional.empty();
    }
    boolean last = slice.number() == slice.archivePages();
    return Optional.of(
        new Link(
            links.to(furniture.paths.listPage(current, last ? 0 : slice.number() + 1)),
            furniture.words.say(last ? "list.newest" : "list.newer")));
  }

  private Optional<Link> older(String current, ListSlice slice, Links links) {
    int number = slice.number() == 0 ? slice.archivePages() : slice.number() - 1;
    if (number == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Link(
            links.to(furniture.paths.listPage(current, number)),
            furniture.words.say("list.older")));
  }
}
