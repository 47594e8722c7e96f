package press.tamizdat.article;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import press.tamizdat.article.published.Photo;
import press.tamizdat.article.published.PlacedPhoto;
import press.tamizdat.article.published.PublishedArticle;
import press.tamizdat.article.published.PublishedArticles;
import press.tamizdat.article.published.PublishedCard;
import press.tamizdat.platform.text.Slugs;

/**
 * What readers would get, if this were published now: for previews and for measuring. Nothing is
 * stored, and nothing has to be complete.
 *
 * <p>A picture that is not among the newsroom's photos is left out, because a page cannot show it;
 * {@link #missingPictures} names them.
 */
public final class AsPublished {
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuu/MM");
  private static final String PHOTO = "photo:";

  private AsPublished() {}

  /**
   * An article as it would be printed. An article that is published already keeps its address and
   * its time.
   *
   * @param id of the article; it need not exist
   * @param now the time of publication, unless it has one
   * @param zone the publication's
   */
  public static PublishedArticle of(
      Handle handle, String id, Content content, Instant now, ZoneId zone) {
    var published = new PublishedArticles(handle);
    Optional<PublishedCard> before = published.card(id);
    Instant first = before.map(PublishedCard::published).or(content::published).orElse(now);
    var card =
        new PublishedCard(
            id,
            content.story(),
            content.language(),
            before.map(PublishedCard::month).orElseGet(() -> MONTH.format(first.atZone(zone))),
            before.map(PublishedCard::slug).orElseGet(() -> slug(content)),
            content.section(),
            content.kicker(),
            content.headline(),
            content.standfirst(),
            content.bylines(),
            first,
            content.updated().filter(first::isBefore).orElse(first),
            content.lead().flatMap(lead -> placed(published, lead)));
    Map<String, Photo> photos = published.photos(content.body());
    List<PublishedCard> related =
        ReadMore.of(handle, id, content, first, before.isPresent()).stream()
            .flatMap(other -> published.card(other).stream())
            .toList();
    return new PublishedArticle(
        card,
        content.dateline(),
        withoutMissing(content.body(), photos),
        photos,
        content.topics(),
        content.corrections(),
        related,
        published.translations(card));
  }

  /** Addresses of pictures that are in the text or over it, but not among the photos. */
  public static List<String> missingPictures(Handle handle, Content content) {
    var published = new PublishedArticles(handle);
    Map<String, Photo> photos = published.photos(content.body());
    List<String> missing =
        new java.util.ArrayList<>(
            parse(content.body()).select("img").stream()
                .map(img -> img.attr("src"))
                .filter(src -> !isThere(src, photos))
                .toList());
    content
        .lead()
        .filter(lead -> published.photo(lead.photo()).isEmpty())
        .ifPresent(lead -> missing.add(PHOTO + lead.photo()));
    return List.copyOf(missing);
  }

  private static String slug(Content content) {
    return content.slug().isBlank() ? Slugs.of(content.headline(), "draft") : content.slug();
  }

  private static Optional<PlacedPhoto> placed(PublishedArticles published, Content.LeadPhoto lead) {
    return published
        .photo(lead.photo())
        .map(
            photo ->
                new PlacedPhoto(
                    photo, lead.caption(), lead.credit(), lead.licence(), lead.alternative()));
  }

  private static String withoutMissing(String body, Map<String, Photo> photos) {
    if (!body.contains("<img")) {
      return body;
    }
    Element parsed = parse(body);
    for (Element img : parsed.select("img")) {
      if (!isThere(img.attr("src"), photos)) {
        img.remove();
      }
    }
    return parsed.html();
  }

  private static boolean isThere(String src, Map<String, Photo> photos) {
    return src.startsWith(PHOTO) && photos.containsKey(src.substring(PHOTO.length()));
  }

  private static Element parse(String body) {
    Document document = Jsoup.parseBodyFragment(body);
    document.outputSettings().prettyPrint(false);
    return document.body();
  }
}
