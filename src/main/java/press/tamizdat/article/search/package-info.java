/**
 * Finding articles at the desk by words and by what they are.
 *
 * <p>The index holds the newest revision of every article, whatever its state. It is derived from
 * the database and from nothing else: deleted, broken or of an older program, it is made anew. A
 * change is found by the next search after it was committed, whoever made it; nobody has to tell
 * the index. While an index is being made, searches answer with what is in it and say how much is
 * not.
 *
 * <p>It does not know who may see what: at a desk everybody may read everything.
 */
@NullMarked
package press.tamizdat.article.search;

import org.jspecify.annotations.NullMarked;
