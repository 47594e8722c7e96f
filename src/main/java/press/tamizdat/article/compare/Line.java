package press.tamizdat.article.compare;

import java.util.List;

/**
 * A paragraph, a heading, an item of a list, a table's row: what stands on lines of its own.
 *
 * @param kind the elements that it stands in, outermost first, such as {@code ul li}
 */
record Line(String kind, List<Token> tokens) {}
