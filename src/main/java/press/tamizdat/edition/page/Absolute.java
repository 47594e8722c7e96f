package press.tamizdat.edition.page;

import press.tamizdat.article.published.Publication;

/** Addresses for machines that must know where a page stands first. */
final class Absolute {
  private Absolute() {}

  /**
   * @param path in the catalogue; empty for the front door
   */
  static String of(Publication publication, String path) {
    String address = publication.address().toString();
    String shown = path.equals("index.html") ? "" : path;
    return address + (address.endsWith("/") ? "" : "/") + shown;
  }
}
