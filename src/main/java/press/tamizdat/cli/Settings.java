package press.tamizdat.cli;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import press.tamizdat.article.ArticleHtml;
import press.tamizdat.article.published.Publication;
import press.tamizdat.platform.config.Section;
import press.tamizdat.platform.config.TomlFile;
import press.tamizdat.platform.text.Language;
import press.tamizdat.platform.text.Messages;
import press.tamizdat.platform.text.Slugs;
import press.tamizdat.trust.Sha256;
import press.tamizdat.trust.tuf.Lifetimes;

/**
 * All of {@code tamizdat.toml}. Every key is explained in the file that the first start writes.
 *
 * @param publication as the file has it; the desk may have changed it since
 * @param publicationDigest of the file's tables that say so, as they stand there
 * @param curtainHosts host names at which one answer ends a connection, at whatever door
 * @param collect sites on other machines that the post fetches envelopes from
 * @param cacheBytes how much of the edition stays in memory
 */
public record Settings(
    Publication publication,
    String publicationDigest,
    List<Listen> listen,
    List<String> curtainHosts,
    long cacheBytes,
    Forms forms,
    DeskAddress desk,
    MailSettings mail,
    List<URI> collect,
    SupportSettings support,
    Lifetimes lifetimes) {

  /**
   * How the site takes what readers send.
   *
   * @param names of the site, by which a post room on another machine calls it
   * @param behindProxy whether a proxy on this machine says for whom it speaks
   * @param collectors public keys of post rooms on other machines
   */
  public record Forms(List<String> names, boolean behindProxy, List<String> collectors) {}

  /**
   * Where the desk is open.
   *
   * @param names by which it may be asked for, beside those of the machine itself
   */
  public record DeskAddress(InetSocketAddress address, List<String> names) {}

  private static final Set<String> PUBLICATION =
      Set.of(
          "publication",
          "section",
          "topic",
          "author",
          "texts",
          "appeal",
          "page",
          "letter",
          "giving",
          "campaign");

  /** A port to listen at. */
  public record Listen(InetSocketAddress address, boolean curtain) {}

  /** Reads the text of the file. */
  public static TomlFile.Outcome<Settings> read(String text) {
    return TomlFile.read(text, Settings::of);
  }

  private static Settings of(Section root) {
    Publication publication = publication(root);
    Section site = root.section("site");
    List<Listen> listen = new ArrayList<>();
    for (Section door : site.sections("listen")) {
      Optional<InetSocketAddress> address = door.parsed("address", Settings::address);
      boolean curtain = door.truth("curtain", false);
      address.ifPresent(a -> listen.add(new Listen(a, curtain)));
      if (address.isEmpty()) {
        door.fault("address", "is missing: say where to listen, such as \"127.0.0.1:8080\"");
      }
      door.refuseOthers();
    }
    List<String> hosts = site.list("curtain_hosts", Settings::host);
    long cache = site.number("cache_megabytes", 32, 1, 4096) << 20;
    Forms forms =
        new Forms(
            site.list("names", Settings::authority),
            site.truth("behind_proxy", false),
            site.list("collectors", Settings::key));
    site.refuseOthers();
    DeskAddress desk = desk(root.section("desk"));
    Section post = root.section("mail");
    MailSettings mail = MailSettings.of(post);
    post.refuseOthers();
    Section collecting = root.section("post");
    List<URI> collect = collecting.list("collect", Settings::web);
    collecting.refuseOthers();
    Section till = root.section("support");
    SupportSettings support = SupportSettings.of(till);
    till.refuseOthers();
    Section edition = root.section("edition");
    Lifetimes lifetimes =
        new Lifetimes(
            Lifetimes.USUAL.root(),
            Duration.ofDays(edition.number("lifetime_days", 30, 2, 300)),
            Duration.ofHours(edition.number("freshness_hours", 24, 1, 48)));
    edition.refuseOthers();
    if (listen.isEmpty()) {
      listen.add(
          new Listen(
              new InetSocketAddress(java.net.InetAddress.getLoopbackAddress(), 8080), false));
    }
    String digest = Sha256.of(root.canonical(PUBLICATION).getBytes(StandardCharsets.UTF_8)).hex();
    return new Settings(
        publication,
        digest,
        List.copyOf(listen),
        hosts,
        cache,
        forms,
        desk,
        mail,
        collect,
        support,
        lifetimes);
  }

  private static DeskAddress desk(Section section) {
    InetSocketAddress address =
        section
            .parsed("address", Settings::address)
            .orElseGet(
                () -> new InetSocketAddress(java.net.InetAddress.getLoopbackAddress(), 8082));
    DeskAddress desk = new DeskAddress(address, section.list("names", Settings::host));
    section.refuseOthers();
    return desk;
  }

  private static Publication publication(Section root) {
    Section paper = root.section("publication");
    List<Language> languages = paper.list("languages", Language::new);
    if (languages.isEmpty()) {
      paper.fault("languages", "must name at least one language, such as [\"en\"]");
      languages = List.of(new Language("en"));
    }
    for (Language language : languages) {
      if (!Messages.speaks(language)) {
        paper.fault("languages", "has " + language + ", which the program has no words for yet");
      }
    }
    URI address = paper.parsed("address", Settings::web).orElse(URI.create("https://example.org"));
    ZoneId zone = paper.parsed("time_zone", ZoneId::of).orElse(ZoneId.of("UTC"));
    Map<Language, String> name = named(paper, "name", languages);
    Map<Language, String> tagline =
        inLanguages(paper.section("tagline"), languages, UnaryOperator.identity());
    paper.refuseOthers();
    Section texts = root.section("texts");
    Publication publication =
        new Publication(
            name,
            tagline,
            address,
            zone,
            languages,
            sections(root, languages),
            topics(root, languages),
            authors(root, languages),
            html(texts.section("about"), languages),
            html(texts.section("privacy"), languages),
            appeals(root, languages),
            pages(root, languages),
            letters(root, languages),
            GivingSettings.read(root, languages));
    texts.refuseOthers();
    return publication;
  }

  private static List<Publication.Section> sections(Section root, List<Language> languages) {
    List<Publication.Section> found = new ArrayList<>();
    Set<String> slugs = new HashSet<>();
    for (Section s : root.sections("section")) {
      found.add(new Publication.Section(slug(s, slugs), named(s, "name", languages)));
      s.refuseOthers();
    }
    if (found.isEmpty()) {
      root.fault("section", "is missing: a publication has at least one [[section]]");
    }
    return List.copyOf(found);
  }

  private static List<Publication.Topic> topics(Section root, List<Language> languages) {
    List<Publication.Topic> found = new ArrayList<>();
    Set<String> slugs = new HashSet<>();
    for (Section t : root.sections("topic")) {
      found.add(
          new Publication.Topic(
              slug(t, slugs),
              named(t, "name", languages),
              inLanguages(t.section("description"), languages, UnaryOperator.identity()),
              aliases(t.section("aliases"), languages)));
      t.refuseOthers();
    }
    return List.copyOf(found);
  }

  private static Map<Language, List<String>> aliases(Section section, List<Language> languages) {
    Map<Language, List<String>> found = new LinkedHashMap<>();
    for (Language language : languages) {
      List<String> words = section.list(language.tag(), String::strip);
      if (!words.isEmpty()) {
        found.put(language, words);
      }
    }
    section.refuseOthers();
    return found;
  }

  private static List<Publication.Author> authors(Section root, List<Language> languages) {
    List<Publication.Author> found = new ArrayList<>();
    Set<String> slugs = new HashSet<>();
    for (Section a : root.sections("author")) {
      found.add(
          new Publication.Author(
              slug(a, slugs),
              inLanguages(a.section("name"), languages, UnaryOperator.identity()),
              inLanguages(a.section("bio"), languages, UnaryOperator.identity()),
              a.truth("pseudonym", false)));
      a.refuseOthers();
    }
    return List.copyOf(found);
  }

  private static Map<Language, Publication.Appeal> appeals(Section root, List<Language> languages) {
    Map<Language, Publication.Appeal> found = new LinkedHashMap<>();
    Section appeal = root.section("appeal");
    for (Language language : languages) {
      appeal
          .optionalSection(language.tag())
          .ifPresent(
              a -> {
                found.put(
                    language,
                    new Publication.Appeal(
                        a.text("title"), ArticleHtml.clean(a.text("body")), a.text("banner", "")));
                a.refuseOthers();
              });
    }
    appeal.refuseOthers();
    return found;
  }

  private static List<Publication.Page> pages(Section root, List<Language> languages) {
    List<Publication.Page> found = new ArrayList<>();
    Set<String> slugs = new HashSet<>();
    for (Section p : root.sections("page")) {
      found.add(
          new Publication.Page(
              slug(p, slugs),
              inLanguages(p.section("title"), languages, UnaryOperator.identity()),
              html(p.section("body"), languages)));
      p.refuseOthers();
    }
    return List.copyOf(found);
  }

  private static List<Publication.Letter> letters(Section root, List<Language> languages) {
    List<Publication.Letter> found = new ArrayList<>();
    Set<String> slugs = new HashSet<>();
    for (Section l : root.sections("letter")) {
      found.add(
          new Publication.Letter(
              slug(l, slugs),
              inLanguages(l.section("name"), languages, UnaryOperator.identity()),
              inLanguages(l.section("description"), languages, UnaryOperator.identity()),
              inLanguages(l.section("rhythm"), languages, UnaryOperator.identity())));
      l.refuseOthers();
    }
    return List.copyOf(found);
  }

  /**
   * @param others those that tables of this kind have already
   */
  private static String slug(Section section, Set<String> others) {
    String slug = section.text("slug");
    if (!slug.isEmpty() && !others.add(slug)) {
      section.fault("slug", "is \"" + slug + "\" a second time; each needs its own");
    }
    if (!slug.isEmpty() && !Slugs.isSlug(slug)) {
      section.fault(
          "slug", "must be lower-case Latin letters, digits and hyphens, such as \"river\"");
    }
    return slug;
  }

  /** A name that every language of the publication must have. */
  private static Map<Language, String> named(
      Section section, String key, List<Language> languages) {
    Section names = section.section(key);
    Map<Language, String> found = inLanguages(names, languages, UnaryOperator.identity());
    for (Language language : languages) {
      if (found.getOrDefault(language, "").isBlank()) {
        names.fault(
            language.tag(), "is missing: a name in each language of the publication is needed");
      }
    }
    return found;
  }

  private static Map<Language, String> html(Section section, List<Language> languages) {
    return inLanguages(section, languages, ArticleHtml::clean);
  }

  private static Map<Language, String> inLanguages(
      Section section, List<Language> languages, UnaryOperator<String> reader) {
    Map<Language, String> found = new LinkedHashMap<>();
    for (Language language : languages) {
      section
          .optionalText(language.tag())
          .ifPresent(text -> found.put(language, reader.apply(text.strip())));
    }
    section.refuseOthers();
    return found;
  }

  static URI web(String text) {
    URI uri = URI.create(text);
    if (uri.getHost() == null
        || !("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
      throw new IllegalArgumentException("must be a web address, such as \"https://example.org\"");
    }
    return URI.create(text.replaceAll("/+$", ""));
  }

  private static String authority(String text) {
    if (!text.matches("[a-z0-9.-]+(:[0-9]+)?")) {
      throw new IllegalArgumentException("must be host names in lower case, such as \"a.example\"");
    }
    return text;
  }

  private static String key(String text) {
    if (!text.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException(
          "must be the post room's public key, 64 digits and letters from a to f");
    }
    return text;
  }

  private static String host(String text) {
    if (!text.matches("[a-z0-9.-]+")) {
      throw new IllegalArgumentException("must be host names in lower case, without a port");
    }
    return text;
  }

  @SuppressWarnings(
      "AddressSelection") // a door is one address; a name with several means the first
  static InetSocketAddress address(String text) {
    int colon = text.lastIndexOf(':');
    try {
      String host = text.substring(0, Math.max(colon, 0)).replaceAll("^\\[|]$", "");
      int port = Integer.parseInt(text.substring(colon + 1));
      InetSocketAddress address = new InetSocketAddress(host, port);
      if (colon < 1 || address.isUnresolved()) {
        throw new IllegalArgumentException(
            "must be an address and a port, such as \"127.0.0.1:8080\"");
      }
      return address;
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "must be an address and a port, such as \"127.0.0.1:8080\"", e);
    }
  }
}
