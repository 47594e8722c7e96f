package press.tamizdat.edition.page;

/**
 * Links from one page to others.
 *
 * @param from the page's own path
 * @param rooted whether links begin at the root, as they must on the page that is served at any
 *     unknown address
 */
record Links(String from, boolean rooted) {
  static Links from(String path) {
    return new Links(path, false);
  }

  String to(String path) {
    return rooted ? "/" + path : Paths.relative(from, path);
  }

  boolean at(String path) {
    return from.equals(path);
  }
}
