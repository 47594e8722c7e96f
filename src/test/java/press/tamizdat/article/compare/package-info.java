@NullMarked
package press.tamizdat.article.compare;

import org.jspecify.annotations.NullMarked;
