package press.tamizdat.edition.page;

import press.tamizdat.article.published.Publication;
import press.tamizdat.article.published.PublishedCard;
import press.tamizdat.article.published.Rendition;
import press.tamizdat.article.published.TakenDown;
import press.tamizdat.platform.text.Language;

/**
 * Where everything stands in an edition. Paths have no leading slash; a language's pages are in the
 * folder of its tag.
 *
 * @param first the default language, whose home is also {@code index.html}
 */
public record Paths(Language first) {
  public static Paths of(Publication publication) {
    return new Paths(publication.defaultLanguage());
  }

  /** The home that links lead to: {@code index.html} for the default language. */
  public String home(Language language) {
    return language.equals(first) ? "index.html" : homeByName(language);
  }

  /** {@code <lang>.html}, which every language has. */
  public String homeByName(Language language) {
    return language + ".html";
  }

  public String section(Language language, String slug) {
    return language + "/" + slug + ".html";
  }

  public String topic(Language language, String slug) {
    return language + "/topic/" + slug + ".html";
  }

  public String author(Language language, String slug) {
    return language + "/author/" + slug + ".html";
  }

  public String topics(Language language) {
    return language + "/topics.html";
  }

  /** About, privacy, and the pages that the publication adds. */
  public String page(Language language, String slug) {
    return language + "/" + slug + ".html";
  }

  public String about(Language language) {
    return page(language, "about");
  }

  public String privacy(Language language) {
    return page(language, "privacy");
  }

  /** Where readers fund the publication. */
  public String support(Language language) {
    return page(language, "support");
  }

  /** The pages that belong to it, such as {@code paid}; and {@code usd}, the form in dollars. */
  public String support(Language language, String name) {
    return language + "/support/" + name + ".html";
  }

  /** An entry for a calendar. */
  public String calendar(Language language, String name) {
    return language + "/support/" + name + ".ics";
  }

  public String missing(Language language) {
    return page(language, "404");
  }

  public String corrections(Language language) {
    return language + "/corrections.html";
  }

  public String archive(Language language) {
    return language + "/archive.html";
  }

  /**
   * @param month {@code yyyy/MM}
   */
  public String month(Language language, String month) {
    return language + "/" + month + ".html";
  }

  public String article(PublishedCard card) {
    return article(card.language(), card.month(), card.slug());
  }

  public String article(TakenDown article) {
    return article(article.language(), article.month(), article.slug());
  }

  private static String article(Language language, String month, String slug) {
    return language + "/" + month + "/" + slug + ".html";
  }

  /** The page of a letter, with its sign-up. */
  public String letter(Language language, String slug) {
    return language + "/letters/" + slug + ".html";
  }

  /** An issue of a letter. */
  public String issue(Language language, String slug, int number) {
    return language + "/letters/" + slug + "/" + number + ".html";
  }

  /** The list of a letter's issues. */
  public String issues(Language language, String slug) {
    return language + "/letters/" + slug + "/issues.html";
  }

  /**
   * The nth page of what begins at a path: {@code x.html}, {@code x.2.html}, {@code x.3.html}.
   *
   * @param number from 1
   */
  public String part(String path, int number) {
    return number == 1 ? path : numbered(path, number);
  }

  /**
   * The nth archive page of a list: {@code x.1.html}, {@code x.2.html}; 0 is the current page.
   *
   * @param number from 0
   */
  public String listPage(String path, int number) {
    return number == 0 ? path : numbered(path, number);
  }

  private static String numbered(String path, int number) {
    return path.substring(0, path.length() - ".html".length()) + "." + number + ".html";
  }

  public String photo(Rendition rendition) {
    return "photo/" + rendition.name();
  }

  public String asset(String name) {
    return "asset/" + name;
  }

  /** The language's feed as RSS. */
  public String feed(Language language) {
    return language + "/feed.xml";
  }

  public String feedAtom(Language language) {
    return language + "/feed.atom";
  }

  public String feedJson(Language language) {
    return language + "/feed.json";
  }

  /** A section's feed as RSS. */
  public String feed(Language language, String section) {
    return language + "/" + section + ".xml";
  }

  /** From one path to another, as a link in the first has it: {@code ../topic/courts.html}. */
  public static String relative(String from, String to) {
    int shared = 0;
    for (int i = 0; i < Math.min(from.length(), to.length()); i++) {
      if (from.charAt(i) != to.charAt(i)) {
        break;
      }
      if (from.charAt(i) == '/') {
        shared = i + 1;
      }
    }
    long up = from.substring(shared).chars().filter(c -> c == '/').count();
    return "../".repeat((int) up) + to.substring(shared);
  }
}
