package press.tamizdat.edition.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import press.tamizdat.article.published.Publication;
import press.tamizdat.article.published.PublishedArticle;
import press.tamizdat.article.published.PublishedCard;
import press.tamizdat.article.published.PublishedLetter;
import press.tamizdat.article.published.TakenDown;
import press.tamizdat.platform.text.Language;

/**
 * Every page that a reader can open, from what is published. Pure: the same input gives the same
 * bytes, nothing is read but the input and the program's own files. Safe for any number of threads.
 *
 * <p>Every method throws {@link PageTooLarge} when a page cannot be made to fit, and {@link
 * IllegalArgumentException} for a language, a section, a topic or an author that the publication
 * does not have.
 */
public final class Pages {
  /** Stories on each page of a list (section, topic, author). */
  public static final int LIST = 16;

  /** Stories on each page of a month. */
  public static final int MONTH = 40;

  /** The newest stories of all that the front page opens with. */
  public static final int FRONT = 5;

  /**
   * How many of a section's newest the front page chooses from, to print three that it has not yet.
   */
  public static final int FRONT_SECTION = FRONT + 3;

  /** Issues on each page of a letter's list. */
  public static final int ISSUES = 30;

  /** Corrections on the page of corrections. */
  public static final int CORRECTIONS = 12;

  private final Publication publication;
  private final StyleSheet article;
  private final StyleSheet front;
  private final StyleSheet list;
  private final StyleSheet give;
  private final Map<Language, Furniture> furniture = new ConcurrentHashMap<>();

  /**
   * @throws IllegalArgumentException when a section and a page want the same address, or when the
   *     program does not speak a language
   */
  public Pages(Publication publication) {
    Addresses.check(publication);
    this.publication = publication;
    this.article = StyleSheet.of("article", publication.languages());
    this.front = StyleSheet.of("front", publication.languages());
    this.list = StyleSheet.of("list", publication.languages());
    this.give = StyleSheet.of("give", publication.languages());
    publication.languages().forEach(l -> furniture.put(l, new Furniture(publication, l)));
  }

  /** What one page may weigh as sent, in bytes. */
  public static int budget() {
    return Budget.PAGE;
  }

  /** The pages of one article: the first, and as many further parts as it needs. */
  public List<RenderedPage> article(PublishedArticle published) {
    return new ArticlePages(of(published.card().language()), article, published).print();
  }

  /** The sizes of the pages that {@link #article} would make, in their order. */
  public List<PartSize> sizes(PublishedArticle published) {
    return new ArticlePages(of(published.card().language()), article, published).measure();
  }

  /** What stands where an article was. */
  public RenderedPage gone(TakenDown taken) {
    return textPages(taken.language()).gone(taken);
  }

  /**
   * The front page of a language, under each of its names.
   *
   * @param newest at least {@link #FRONT} cards where there are so many, newest first
   * @param bySection {@link #FRONT_SECTION} cards a section, newest first
   */
  public List<RenderedPage> home(
      Language language, List<PublishedCard> newest, Map<String, List<PublishedCard>> bySection) {
    return new FrontPage(of(language), front).print(newest, bySection);
  }

  public RenderedPage section(Language language, String slug, ListSlice slice) {
    var section = publication.section(slug).orElseThrow(() -> unknown("section", slug));
    return lists(language).section(section, slice);
  }

  public RenderedPage topic(Language language, String slug, ListSlice slice) {
    var topic = publication.topic(slug).orElseThrow(() -> unknown("topic", slug));
    return lists(language).topic(topic, slice);
  }

  public RenderedPage author(Language language, String slug, ListSlice slice) {
    var author = publication.author(slug).orElseThrow(() -> unknown("author", slug));
    return lists(language).author(author, slice);
  }

  /** The index of topics. */
  public RenderedPage topics(Language language) {
    return registers(language).topics();
  }

  /**
   * A month's pages, from its first day on, {@link #MONTH} stories each.
   *
   * @param month {@code yyyy/MM}
   * @param oldestFirst every story of the month
   */
  public List<RenderedPage> month(
      Language language, String month, List<PublishedCard> oldestFirst) {
    return registers(language).month(month, oldestFirst);
  }

  /**
   * The index of months.
   *
   * @param months {@code yyyy/MM}, those in which something was published, in any order
   */
  public RenderedPage archive(Language language, List<String> months) {
    return registers(language).archive(months);
  }

  /**
   * @param newestFirst as many as there are; the page shows {@link #CORRECTIONS}
   */
  public RenderedPage corrections(Language language, List<Corrected> newestFirst) {
    return registers(language).corrections(newestFirst);
  }

  /** About, privacy, and the pages that the publication adds in this language, with their parts. */
  public List<RenderedPage> texts(Language language) {
    return textPages(language).all();
  }

  /** Where readers fund the publication; nothing where it takes no money. */
  public List<RenderedPage> support(Language language) {
    return new SupportPages(of(language), give).all();
  }

  /** Entries for readers' calendars, by path. */
  public Map<String, byte[]> calendars(Language language) {
    return new SupportPages(of(language), give).calendars();
  }

  /**
   * An issue of a letter that went out, with its parts.
   *
   * @param name of the letter, as readers know it
   */
  public List<RenderedPage> issue(String name, PublishedLetter issue) {
    return letterPages(issue.language()).issue(name, issue);
  }

  /**
   * The list of a letter's issues, {@link #ISSUES} on a page.
   *
   * @param newestFirst at least one
   */
  public List<RenderedPage> issues(
      Language language, String letter, String name, List<PublishedLetter.Line> newestFirst) {
    return letterPages(language).issues(letter, name, newestFirst);
  }

  /** Whether there is anything that readers could send. */
  public static boolean wantForms(Publication publication) {
    return !FormsJson.sets(publication).isEmpty();
  }

  /** Pages with forms, and pages that answer them. */
  public List<RenderedPage> forms(Language language) {
    List<RenderedPage> pages = new ArrayList<>();
    if (wantForms(publication)) {
      pages.addAll(formPages(language).between());
    }
    if (!publication.letters().isEmpty()) {
      pages.addAll(formPages(language).ofLetters());
    }
    return pages;
  }

  /**
   * The page of a letter, with its sign-up.
   *
   * @param last issue that went out, to be looked at before
   * @param hasPast whether there is a list of issues
   */
  public RenderedPage letter(
      Language language,
      Publication.Letter letter,
      Optional<PublishedLetter> last,
      boolean hasPast) {
    return formPages(language).letter(letter, last, hasPast);
  }

  /** Where {@link #formsJson} stands. */
  public static String formsPath() {
    return FormsJson.PATH;
  }

  /** What a site must know to take forms ({@code docs/forms.md}). */
  public byte[] formsJson(FormKeys keys) {
    return FormsJson.write(publication, keys);
  }

  /** What is served where nothing is; its links begin at the root. */
  public RenderedPage missing(Language language) {
    return textPages(language).missing();
  }

  /** The files that pages refer to, by path. */
  public Map<String, byte[]> assets() {
    return Map.of(
        Script.INSTANCE.path(),
        Script.INSTANCE.bytes().clone(),
        Script.WORK.path(),
        Script.WORK.bytes().clone());
  }

  /** The inline style sheets' hashes as a Content-Security-Policy names them, in a fixed order. */
  public List<String> styleHashes() {
    return Stream.of(article, front, list, give).map(StyleSheet::hash).toList();
  }

  /** SHA-256 in hex of all that makes pages look as they do, apart from the publication. */
  public static String digest() {
    return Look.DIGEST;
  }

  private ListPages lists(Language language) {
    return new ListPages(of(language), list);
  }

  private Registers registers(Language language) {
    return new Registers(of(language), list);
  }

  private TextPages textPages(Language language) {
    return new TextPages(of(language), article);
  }

  private FormPages formPages(Language language) {
    return new FormPages(of(language), article);
  }

  private LetterPages letterPages(Language language) {
    return new LetterPages(of(language), article, list);
  }

  private Furniture of(Language language) {
    Furniture own = furniture.get(language);
    if (own == null) {
      throw unknown("language", language.tag());
    }
    return own;
  }

  private static IllegalArgumentException unknown(String what, String name) {
    return new IllegalArgumentException("the publication has no " + what + " " + name);
  }
}
