package press.tamizdat.article;

/**
 * What somebody has in an open writing page.
 *
 * @param account whose it is
 * @param page random, names the open page
 * @param base number of the revision on top of which it is typed
 */
public record Manuscript(String article, String account, String page, int base, Content content) {
  Manuscript with(int newBase, Content newContent) {
    return new Manuscript(article, account, page, newBase, newContent);
  }
}
