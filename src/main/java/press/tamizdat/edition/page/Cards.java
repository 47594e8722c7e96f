package press.tamizdat.edition.page;

import java.util.Optional;
import java.util.stream.Collectors;
import press.tamizdat.article.published.Byline;
import press.tamizdat.article.published.PlacedPhoto;
import press.tamizdat.article.published.PublishedCard;
import press.tamizdat.edition.page.view.Card;
import press.tamizdat.edition.page.view.Picture;

/** Stories as lists show them. */
final class Cards {
  private final Furniture furniture;
  private final Links links;

  Cards(Furniture furniture, Links links) {
    this.furniture = furniture;
    this.links = links;
  }

  Card full(PublishedCard card) {
    return card(card, card.standfirst(), Optional.empty());
  }

  Card pictured(PublishedCard card) {
    return card(card, card.standfirst(), card.lead().map(this::decorative));
  }

  Card headline(PublishedCard card) {
    return card(card, "", Optional.empty());
  }

  private Card card(PublishedCard card, String standfirst, Optional<Picture> picture) {
    return new Card(
        links.to(furniture.paths.article(card)),
        kicker(card),
        card.headline(),
        standfirst,
        card.bylines().stream()
            .map(Byline::name)
            .collect(Collectors.joining(furniture.words.say("comma") + " ")),
        furniture.times.day(card.published()),
        picture);
  }

  private String kicker(PublishedCard card) {
    if (!card.kicker().isBlank()) {
      return card.kicker();
    }
    return furniture
        .publication
        .section(card.section())
        .map(s -> furniture.in(s.name()))
        .orElse("");
  }

  Picture picture(PlacedPhoto placed) {
    return picture(placed, placed.alternative());
  }

  /** Beside its headline a picture says nothing more to who cannot see it. */
  private Picture decorative(PlacedPhoto placed) {
    return picture(placed, "");
  }

  private Picture picture(PlacedPhoto placed, String alternative) {
    var photo = placed.photo();
    return new Picture(
        links.to(furniture.paths.photo(photo.small())),
        photo.small().width(),
        photo.small().height(),
        links.to(furniture.paths.photo(photo.medium())),
        links.to(furniture.paths.photo(photo.large())),
        alternative);
  }
}
