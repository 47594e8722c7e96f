package press.tamizdat.letter.roll;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import press.tamizdat.article.published.Publication;
import press.tamizdat.platform.text.Language;
import press.tamizdat.trust.envelope.Answer;

/**
 * The page of a private link, filled with what its reader gets now.
 *
 * <p>A link that is nobody's gives the page of somebody who gets nothing: whether it was ever a
 * link is not said.
 */
record ShowChoice(Publication publication, Language page) {

  /**
   * @param link put into the page again, so that saving works
   */
  Answer of(String link, Optional<Receiving> now) {
    Set<String> got = now.map(n -> n.choice().letters()).orElse(Set.of());
    List<String> chosen = new ArrayList<>();
    for (Publication.Letter letter : publication.letters()) {
      chosen.add(got.contains(letter.slug()) ? letter.slug() : Wishes.NOT + letter.slug());
    }
    Language language = now.map(n -> n.choice().language()).orElse(page);
    boolean encrypted = now.map(Receiving::encrypted).orElse(false);
    return Answer.page(
        page.tag() + "/letters/manage.html",
        Map.of(
            "link",
            link,
            "language",
            language.tag(),
            "letter",
            String.join(".", chosen),
            "now",
            got.isEmpty() ? "none" : "some",
            "key",
            encrypted ? "yes" : "no"));
  }
}
