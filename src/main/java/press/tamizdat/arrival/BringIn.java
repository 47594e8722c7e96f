package press.tamizdat.arrival;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import press.tamizdat.article.ArrivedArticle;
import press.tamizdat.article.ArrivedPhoto;
import press.tamizdat.article.ArticleHtml;
import press.tamizdat.article.Articles;
import press.tamizdat.article.Content;
import press.tamizdat.article.Photos;
import press.tamizdat.article.published.Byline;
import press.tamizdat.article.published.Correction;
import press.tamizdat.article.published.Publication;
import press.tamizdat.platform.text.Language;
import press.tamizdat.platform.text.Slugs;

/**
 * Makes drafts of what arrived: known authors, sections and topics are recognised, photos that were
 * saved come along.
 */
public final class BringIn {
  private final Publication publication;
  private final Articles articles;
  private final Photos photos;

  public BringIn(Publication publication, Articles articles, Photos photos) {
    this.publication = publication;
    this.articles = articles;
    this.photos = photos;
  }

  /** What became of one file. */
  public sealed interface Result {
    /**
     * It is a draft now.
     *
     * @param remarks what an editor should look at
     */
    record In(String id, String headline, List<String> remarks) implements Result {}

    record AlreadyThere(String id, String headline) implements Result {}

    record NotIn(String reason) implements Result {}
  }

  /** Brings in one file. */
  public Result bring(Path file) {
    return switch (Arrival.read(file)) {
      case Outcome.NotAnArticle(Reason reason) -> new Result.NotIn(reason.sentence());
      case Outcome.Arrived(ArrivedArticle article) -> bring(article);
    };
  }

  private Result bring(ArrivedArticle arrived) {
    Optional<String> known = articles.fromSource(arrived.source());
    if (known.isPresent()) {
      return new Result.AlreadyThere(known.get(), arrived.headline());
    }
    Optional<Language> language =
        publication.languages().stream()
            .filter(l -> l.locale().getLanguage().equals(arrived.language().locale().getLanguage()))
            .findFirst();
    if (language.isEmpty()) {
      return new Result.NotIn(
          "It is in the language \""
              + arrived.language()
              + "\", which this publication does not appear in.");
    }
    List<String> remarks = new ArrayList<>();
    Content content = content(arrived, language.get(), remarks);
    photos.adoptTexts(content);
    return new Result.In(
        articles.create(content, Optional.of(arrived.source())), arrived.headline(), remarks);
  }

  private Content content(ArrivedArticle arrived, Language language, List<String> remarks) {
    String slug = Slugs.of(arrived.headline(), "article");
    return new Content(
        language,
        arrived.source(),
        slug,
        arrived.kicker(),
        arrived.headline(),
        arrived.standfirst(),
        arrived.bylines().stream().map(this::byline).distinct().toList(),
        arrived.dateline(),
        arrived.lead().flatMap(lead -> lead(lead, remarks)),
        body(arrived, remarks),
        section(arrived, remarks),
        topics(arrived),
        arrived.corrections().stream()
            .flatMap(
                c ->
                    c
                        .at()
                        .or(arrived::updated)
                        .or(arrived::published)
                        .map(at -> new Correction(at, c.text()))
                        .stream())
            .toList(),
        List.of(),
        arrived.published(),
        arrived.updated());
  }

  private Byline byline(String name) {
    return publication.authors().stream()
        .filter(a -> a.name().values().stream().anyMatch(n -> same(n, name)))
        .findFirst()
        .map(a -> new Byline(a.slug(), name))
        .orElseGet(() -> new Byline(Slugs.of(name, "author"), name));
  }

  private String section(ArrivedArticle arrived, List<String> remarks) {
    return publication.sections().stream()
        .filter(
            s ->
                same(s.slug(), arrived.section())
                    || s.name().values().stream().anyMatch(n -> same(n, arrived.section())))
        .map(Publication.Section::slug)
        .findFirst()
        .orElseGet(
            () -> {
              String first = publication.sections().getFirst().slug();
              remarks.add(
                  "put into the section \""
                      + first
                      + "\": "
                      + (arrived.section().isEmpty()
                          ? "the page names none"
                          : "there is none called \"" + arrived.section() + "\""));
              return first;
            });
  }

  private List<String> topics(ArrivedArticle arrived) {
    return publication.topics().stream()
        .filter(
            t ->
                arrived.topics().stream()
                    .anyMatch(
                        name ->
                            same(t.slug(), name)
                                || t.name().values().stream().anyMatch(n -> same(n, name))))
        .map(Publication.Topic::slug)
        .toList();
  }

  private static boolean same(String a, String b) {
    return a.strip().toLowerCase(Locale.ROOT).equals(b.strip().toLowerCase(Locale.ROOT));
  }

  private Optional<Content.LeadPhoto> lead(ArrivedPhoto photo, List<String> remarks) {
    return stored(photo, remarks)
        .map(
            id ->
                new Content.LeadPhoto(
                    id, photo.caption(), photo.credit(), photo.licence(), photo.alternative()));
  }

  /** The photo's id, if its bytes came along and are a picture. */
  private Optional<String> stored(ArrivedPhoto photo, List<String> remarks) {
    return switch (photo.origin()) {
      case ArrivedPhoto.Origin.Saved(Path file) -> stored(file, photo, remarks);
      case ArrivedPhoto.Origin.Remote remote -> {
        remarks.add("a photo was left out: it was not saved with the page");
        yield Optional.empty();
      }
      case ArrivedPhoto.Origin.Missing missing -> {
        remarks.add("a photo was left out: its file is missing");
        yield Optional.empty();
      }
    };
  }

  private Optional<String> stored(Path file, ArrivedPhoto photo, List<String> remarks) {
    try {
      return switch (photos.add(Files.readAllBytes(file))) {
        case Photos.Intake.In(String id) -> {
          if (photo.alternative().isBlank()) {
            remarks.add("the photo " + file.getFileName() + " has no alternative text");
          }
          yield Optional.of(id);
        }
        case Photos.Intake.Refused(var reason) -> {
          remarks.add(
              "the photo "
                  + file.getFileName()
                  + " was left out: "
                  + reason.name().toLowerCase(Locale.ROOT).replace('_', ' '));
          yield Optional.empty();
        }
      };
    } catch (IOException e) {
      remarks.add("the photo " + file.getFileName() + " cannot be read");
      return Optional.empty();
    }
  }

  /** The body with its photos under their ids; those that did not come along are taken out. */
  private String body(ArrivedArticle arrived, List<String> remarks) {
    Map<String, ArrivedPhoto> byReference = new java.util.HashMap<>();
    arrived.photos().forEach(p -> byReference.putIfAbsent(p.reference(), p));
    Document document = Jsoup.parseBodyFragment(arrived.body());
    for (Element image : document.select("img")) {
      Optional<String> id =
          Optional.ofNullable(byReference.get(image.attr("src"))).flatMap(p -> stored(p, remarks));
      if (id.isPresent()) {
        image.attr("src", "photo:" + id.get());
      } else {
        Element figure = image.closest("figure:not(.embed)");
        (figure != null ? figure : image).remove();
      }
    }
    return ArticleHtml.clean(document.body());
  }
}
