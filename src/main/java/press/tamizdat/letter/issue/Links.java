package press.tamizdat.letter.issue;

import java.net.URI;
import press.tamizdat.article.published.Publication;
import press.tamizdat.article.published.PublishedCard;
import press.tamizdat.article.published.Rendition;
import press.tamizdat.platform.text.Language;

/** Absolute addresses on the site, as the edition has its paths. */
record Links(String base) {
  /** Where a subscriber's token goes. */
  static final String SLOT = "{{link}}";

  /** How long a token is: 26 characters of an id and 16 of its proof. */
  static final int TOKEN = 42;

  static Links of(Publication publication) {
    String address = publication.address().toString();
    return new Links(address.endsWith("/") ? address : address + "/");
  }

  String home() {
    return base;
  }

  String article(PublishedCard card) {
    return base + card.language() + "/" + card.month() + "/" + card.slug() + ".html";
  }

  String photo(Rendition rendition) {
    return base + "photo/" + rendition.name();
  }

  String issue(Language language, String letter, int number) {
    return base + language + "/letters/" + letter + "/" + number + ".html";
  }

  /** The token is good for everything that its reader gets, so the page is told which letter. */
  String leave(Language language, String letter) {
    return base + language + "/letters/leave.html?link=" + SLOT + "&letter=" + letter;
  }

  String manage(Language language) {
    return base + language + "/letters/manage.html?link=" + SLOT;
  }

  /** An address in a text, seen from a page of the site. */
  String absolute(String href, String page) {
    if (href.matches("(?i)(https?|mailto):.*")) {
      return href;
    }
    try {
      return URI.create(page).resolve(href).toString();
    } catch (IllegalArgumentException e) {
      return page;
    }
  }
}
