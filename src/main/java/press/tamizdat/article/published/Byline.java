package press.tamizdat.article.published;

/**
 * A name over an article: a person or a pseudonym, with no account behind it.
 *
 * @param slug names the author's page; lower-case Latin letters, digits and hyphens
 * @param name as printed, in the article's language
 */
public record Byline(String slug, String name) {}
