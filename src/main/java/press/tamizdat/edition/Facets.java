package press.tamizdat.edition;

import java.util.ArrayList;
import java.util.List;
import press.tamizdat.article.published.PublishedArticles.Listing;
import press.tamizdat.platform.text.Language;

/**
 * Where an article stands in the paper: which lists it is in, and at what place in them.
 *
 * @param published milliseconds since 1970
 */
record Facets(
    String id,
    Language language,
    String month,
    String slug,
    String section,
    String story,
    long published,
    List<String> topics,
    List<String> authors) {

  List<Listing> listings() {
    List<Listing> listings = new ArrayList<>();
    listings.add(new Listing.All(language));
    listings.add(new Listing.InSection(language, section));
    listings.add(new Listing.InMonth(language, month));
    topics.stream().distinct().forEach(t -> listings.add(new Listing.OnTopic(language, t)));
    authors.stream().distinct().forEach(a -> listings.add(new Listing.ByAuthor(language, a)));
    return listings;
  }
}
