/**
 * What is published, as values: the only view of the desk that an edition is frozen from.
 *
 * <p>No draft, no account and no address can be reached from here.
 */
@NullMarked
package press.tamizdat.article.published;

import org.jspecify.annotations.NullMarked;
