package press.tamizdat.article.search;

/**
 * A piece of plain text, to be escaped by whoever shows it.
 *
 * @param found whether it is a word that was asked for
 */
public record Piece(String text, boolean found) {}
