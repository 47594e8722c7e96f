package press.tamizdat.arrival;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * What a page says of itself in metadata: JSON-LD, microdata, OpenGraph, meta elements.
 *
 * @param headlines the most trustworthy first
 * @param summaries likewise; often, not always, the standfirst
 * @param picture the address of the lead photo
 * @param free whether everybody may read it, as far as the page says
 */
record PageFacts(
    List<String> headlines,
    List<String> summaries,
    List<String> bylines,
    Optional<Instant> published,
    Optional<Instant> updated,
    Optional<String> picture,
    String section,
    String dateline,
    List<String> topics,
    Optional<URI> address,
    List<String> languages,
    String siteName,
    boolean free) {

  private static final Pattern SAVED_FROM = Pattern.compile("saved from url=\\(\\d+\\)(\\S+)");

  static PageFacts of(Document page) {
    LinkedData data = new LinkedData(page);
    Map<?, ?> article = data.article().orElse(Map.of());
    return new PageFacts(
        some(
            data.text(article, "headline"),
            data.text(article, "name"),
            prop(page, "headline"),
            meta(page, "og:title"),
            meta(page, "twitter:title"),
            Optional.of(page.title())),
        some(
            data.text(article, "description"),
            data.text(article, "alternativeHeadline"),
            prop(page, "description"),
            meta(page, "og:description"),
            meta(page, "twitter:description"),
            meta(page, "description")),
        bylines(page, data.names(article, "author")),
        moment(
            data.text(article, "datePublished"),
            prop(page, "datePublished"),
            meta(page, "article:published_time"),
            meta(page, "mediator_published_time"),
            meta(page, "dcterms.date"),
            meta(page, "dc.date"),
            meta(page, "parsely-pub-date"),
            meta(page, "pubdate"),
            meta(page, "date")),
        moment(
            data.text(article, "dateModified"),
            prop(page, "dateModified"),
            meta(page, "article:modified_time"),
            meta(page, "og:updated_time")),
        some(data.address(article, "image"), meta(page, "og:image"), meta(page, "twitter:image"))
            .stream()
            .findFirst(),
        some(
                data.text(article, "articleSection"),
                meta(page, "article:section"),
                prop(page, "articleSection"))
            .stream()
            .findFirst()
            .orElse(""),
        some(data.text(article, "dateline"), prop(page, "dateline")).stream()
            .findFirst()
            .orElse(""),
        topics(page, data.texts(article, "keywords")),
        address(
            page, some(data.address(article, "mainEntityOfPage"), data.address(article, "url"))),
        some(
            data.text(article, "inLanguage"),
            Optional.of(page.select("html").attr("lang")),
            meta(page, "og:locale"),
            meta(page, "language")),
        meta(page, "og:site_name").orElse(""),
        !String.valueOf(article.get("isAccessibleForFree")).equalsIgnoreCase("false"));
  }

  private static List<String> bylines(Document page, List<String> fromData) {
    if (!fromData.isEmpty()) {
      return fromData;
    }
    List<String> microdata =
        page.select("[itemprop=author]").stream()
            .map(a -> Optional.ofNullable(a.selectFirst("[itemprop=name]")).orElse(a))
            .map(a -> a.hasAttr("content") ? a.attr("content") : a.text())
            .map(Words::tidy)
            .filter(n -> !n.isEmpty() && n.length() < 60)
            .distinct()
            .toList();
    if (!microdata.isEmpty()) {
      return microdata;
    }
    Optional<String> written =
        page.select("meta[name=twitter:label1]")
                .attr("content")
                .toLowerCase(java.util.Locale.ROOT)
                .contains("written")
            ? meta(page, "twitter:data1")
            : Optional.empty();
    return some(
            meta(page, "author"),
            meta(page, "article:author"),
            meta(page, "mediator_author"),
            meta(page, "dcterms.creator"),
            meta(page, "dc.creator"),
            meta(page, "parsely-author"),
            meta(page, "sailthru.author"),
            written)
        .stream()
        .map(Names::of)
        .filter(n -> !n.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static List<String> topics(Document page, List<String> keywords) {
    Stream<String> tags = metas(page, "article:tag");
    Stream<String> links = page.select("a[rel=tag]").stream().map(a -> Words.tidy(a.text()));
    Stream<String> meta =
        Stream.of("news_keywords", "parsely-tags")
            .flatMap(n -> metas(page, n))
            .flatMap(k -> Stream.of(k.split("\\s*,\\s*")));
    return Stream.of(keywords.stream(), tags, meta, links)
        .flatMap(s -> s)
        .filter(t -> !t.isBlank() && t.length() <= 60)
        .distinct()
        .limit(12)
        .toList();
  }

  private static Optional<URI> address(Document page, List<String> fromData) {
    Stream<String> saved =
        Stream.concat(
                page.childNodes().stream(),
                page.children().stream().flatMap(c -> c.childNodes().stream()))
            .filter(Comment.class::isInstance)
            .map(Node::outerHtml)
            .map(SAVED_FROM::matcher)
            .filter(Matcher::find)
            .map(m -> m.group(1));
    return Stream.of(
            Stream.of(page.select("link[rel=canonical]").attr("href")),
            meta(page, "og:url").stream(),
            fromData.stream(),
            saved)
        .flatMap(s -> s)
        .flatMap(a -> absolute(a).stream())
        .findFirst();
  }

  private static Optional<URI> absolute(String address) {
    try {
      URI uri = URI.create(address.strip().replaceFirst("#.*$", ""));
      boolean web =
          uri.getScheme() != null && uri.getScheme().matches("https?") && uri.getHost() != null;
      return web ? Optional.of(uri) : Optional.empty();
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }

  @SafeVarargs
  private static Optional<Instant> moment(Optional<String>... texts) {
    return some(texts).stream().flatMap(t -> When.in(t).stream()).findFirst();
  }

  private static Optional<String> prop(Document page, String name) {
    Element e = page.selectFirst("[itemprop=" + name + "]");
    if (e == null) {
      return Optional.empty();
    }
    String value =
        e.hasAttr("content")
            ? e.attr("content")
            : e.hasAttr("datetime") ? e.attr("datetime") : e.text();
    return Optional.of(Words.tidy(value)).filter(v -> !v.isEmpty());
  }

  private static Optional<String> meta(Document page, String name) {
    return metas(page, name).findFirst();
  }

  private static Stream<String> metas(Document page, String name) {
    return page.select("meta[property=" + name + "], meta[name=" + name + "]").stream()
        .map(m -> Words.tidy(m.attr("content")))
        .filter(c -> !c.isEmpty());
  }

  @SafeVarargs
  private static List<String> some(Optional<String>... texts) {
    List<String> all = new ArrayList<>();
    for (Optional<String> text : texts) {
      text.filter(t -> !t.isBlank()).ifPresent(all::add);
    }
    return all;
  }
}
