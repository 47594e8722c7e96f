package press.tamizdat.edition.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import press.tamizdat.article.published.Publication;
import press.tamizdat.article.published.PublishedCard;
import press.tamizdat.edition.page.view.Card;
import press.tamizdat.edition.page.view.Foreign;
import press.tamizdat.edition.page.view.Front;

/** The front page of one language. */
final class FrontPage {
  private final Furniture furniture;
  private final StyleSheet style;
  private final String path;
  private final Links links;
  private final Cards cards;

  FrontPage(Furniture furniture, StyleSheet style) {
    this.furniture = furniture;
    this.style = style;
    this.path = furniture.paths.home(furniture.language);
    this.links = Links.from(path);
    this.cards = new Cards(furniture, links);
  }

  /** How much of each section there is room for. */
  private enum Room {
    STANDFIRSTS,
    HEADLINES,
    ONE_EACH
  }

  List<RenderedPage> print(List<PublishedCard> newest, Map<String, List<PublishedCard>> bySection) {
    byte[] html = new byte[0];
    for (Room room : Room.values()) {
      html = Press.fitting("front", front(newest, bySection, room));
      if (Press.fits(html)) {
        byte[] page = html;
        return Stream.of(path, furniture.paths.homeByName(furniture.language))
            .distinct()
            .map(name -> new RenderedPage(name, page))
            .toList();
      }
    }
    throw new PageTooLarge(path, Budget.sent(html));
  }

  private Front front(
      List<PublishedCard> newest, Map<String, List<PublishedCard>> bySection, Room room) {
    var sheet =
        Furniture.Sheet.of(links, style, "", tagline())
            .translated(
                furniture.publication.languages().stream()
                    .map(
                        l ->
                            new Foreign(
                                l.tag(),
                                Absolute.of(furniture.publication, furniture.paths.home(l)),
                                ""))
                    .toList());
    List<PublishedCard> top = newest.stream().limit(Pages.FRONT).toList();
    return new Front(
        furniture.frame(sheet),
        tagline(),
        top.isEmpty() ? "" : furniture.times.full(top.getFirst().published()),
        columns(top),
        blocks(top, bySection, room));
  }

  private String tagline() {
    return furniture.publication.tagline().getOrDefault(furniture.language, "");
  }

  private List<Front.Column> columns(List<PublishedCard> top) {
    var columns = new ArrayList<Front.Column>();
    String[] names = {"l", "x", "x"};
    int[] ends = {1, 3, Pages.FRONT};
    for (int i = 0, from = 0; i < names.length && from < top.size(); from = ends[i++]) {
      var stories = top.subList(from, Math.min(ends[i], top.size()));
      columns.add(new Front.Column(names[i], i == 0, firstPictured(stories)));
    }
    return columns;
  }

  private List<Card> firstPictured(List<PublishedCard> stories) {
    return IntStream.range(0, stories.size())
        .mapToObj(i -> i == 0 ? cards.pictured(stories.get(i)) : cards.full(stories.get(i)))
        .toList();
  }

  private List<Front.Block> blocks(
      List<PublishedCard> top, Map<String, List<PublishedCard>> bySection, Room room) {
    Set<String> shown = new HashSet<>();
    top.forEach(card -> shown.add(card.id()));
    return furniture.publication.sections().stream()
        .map(
            section ->
                block(
                    section,
                    bySection.getOrDefault(section.slug(), List.of()).stream()
                        .filter(card -> !shown.contains(card.id()))
                        .limit(room == Room.ONE_EACH ? 1 : Pages.FRONT_SECTION - Pages.FRONT)
                        .toList(),
                    room))
        .filter(block -> !block.stories().isEmpty())
        .toList();
  }

  private Front.Block block(Publication.Section section, List<PublishedCard> stories, Room room) {
    boolean full = room == Room.STANDFIRSTS;
    return new Front.Block(
        furniture.section(section, links),
        IntStream.range(0, stories.size())
            .mapToObj(
                i -> full && i == 0 ? cards.full(stories.get(i)) : cards.headline(stories.get(i)))
            .toList());
  }
}
