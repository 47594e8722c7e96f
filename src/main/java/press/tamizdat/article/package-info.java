/**
 * The desk's articles: writing, photos, publishing, taking down.
 *
 * <p>What other rooms may see of it is in {@code article.published}.
 */
@NullMarked
package press.tamizdat.article;

import org.jspecify.annotations.NullMarked;
