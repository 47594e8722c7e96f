package press.tamizdat.article.published;

import java.util.List;
import java.util.Map;

/**
 * A published article, whole.
 *
 * @param dateline the place, may be empty
 * @param body HTML of the house's subset ({@code docs/article-html.md}); photos stand in it as
 *     {@code <img src="photo:ID">}
 * @param photos every photo that the body refers to, by id
 * @param topics slugs, the most important first
 * @param related at most three other published articles, chosen when this one was first published
 * @param translations the same story in other languages
 */
public record PublishedArticle(
    PublishedCard card,
    String dateline,
    String body,
    Map<String, Photo> photos,
    List<String> topics,
    List<Correction> corrections,
    List<PublishedCard> related,
    List<PublishedCard> translations) {}
