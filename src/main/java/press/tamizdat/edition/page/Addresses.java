package press.tamizdat.edition.page;

import java.util.HashMap;
import java.util.Map;
import press.tamizdat.article.published.Publication;

/** Sections and added pages share one folder; two of one name would overwrite each other. */
final class Addresses {
  private Addresses() {}

  /**
   * @throws IllegalArgumentException naming both that want one address
   */
  static void check(Publication publication) {
    Map<String, String> taken = new HashMap<>();
    Publication.RESERVED.forEach(own -> taken.put(own, "a page of every publication"));
    publication.sections().forEach(s -> take(taken, s.slug(), "the section " + s.slug()));
    publication.pages().forEach(p -> take(taken, p.slug(), "the page " + p.slug()));
    publication.letters().stream()
        .filter(l -> FormPages.OWN.contains(l.slug()))
        .forEach(
            l -> {
              throw new IllegalArgumentException(
                  "the letter "
                      + l.slug()
                      + " wants the address of a page that every publication with letters has: give"
                      + " it another slug");
            });
  }

  private static void take(Map<String, String> taken, String slug, String who) {
    String other = taken.putIfAbsent(slug, who);
    if (other != null) {
      throw new IllegalArgumentException(
          who + " wants the address " + slug + ".html of " + other + ": give it another slug");
    }
  }
}
