/**
 * What differs between two texts, for people to read: paragraph beside paragraph, and word by word
 * within them.
 *
 * <p>Nothing is left out on either side: what is the same and what was removed make up the earlier
 * text, what is the same and what was added make up the later one.
 */
@NullMarked
package press.tamizdat.article.compare;

import org.jspecify.annotations.NullMarked;
