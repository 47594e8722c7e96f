package press.tamizdat.article;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import press.tamizdat.article.published.Publication;
import press.tamizdat.platform.text.Language;
import press.tamizdat.platform.text.Messages;
import press.tamizdat.platform.text.Slugs;

/** Whether a publication can be printed, apart from the size of its pages. */
final class PublicationCheck {
  private static final int LONGEST_NAME = 80;

  private final Publication publication;
  private final List<Fault> faults = new ArrayList<>();

  private PublicationCheck(Publication publication) {
    this.publication = publication;
  }

  /** Everything that is wrong; empty if nothing is. */
  static List<Fault> faults(Publication publication) {
    PublicationCheck check = new PublicationCheck(publication);
    check.masthead();
    check.sections();
    check.topics();
    check.authors();
    check.pages();
    check.letters();
    check.appeal();
    check.addresses();
    check.faults.addAll(SupportCheck.faults(publication));
    return List.copyOf(check.faults);
  }

  private void masthead() {
    if (publication.languages().isEmpty()) {
      fault("languages-none");
    }
    if (new HashSet<>(publication.languages()).size() < publication.languages().size()) {
      fault("languages-twice");
    }
    for (Language language : publication.languages()) {
      if (!Messages.speaks(language)) {
        fault("language-unknown", language.tag());
      }
    }
    named("publication", "", publication.name());
    if (!isWeb(publication.address())) {
      fault("address", publication.address().toString());
    }
  }

  private static boolean isWeb(URI address) {
    return address.getHost() != null
        && Set.of("https", "http").contains(Optional.ofNullable(address.getScheme()).orElse(""))
        && address.getRawQuery() == null
        && address.getRawFragment() == null
        && address.getRawUserInfo() == null;
  }

  private void sections() {
    if (publication.sections().isEmpty()) {
      fault("sections-none");
    }
    slugs("section", publication.sections().stream().map(Publication.Section::slug).toList());
    publication.sections().forEach(s -> named("section", s.slug(), s.name()));
  }

  private void topics() {
    slugs("topic", publication.topics().stream().map(Publication.Topic::slug).toList());
    publication.topics().forEach(t -> named("topic", t.slug(), t.name()));
  }

  private void authors() {
    slugs("author", publication.authors().stream().map(Publication.Author::slug).toList());
    for (Publication.Author author : publication.authors()) {
      if (author.name().values().stream().allMatch(String::isBlank)) {
        fault("author-nameless", author.slug());
      }
      author.name().values().forEach(name -> fits(author.slug(), name));
    }
  }

  private void pages() {
    slugs("page", publication.pages().stream().map(Publication.Page::slug).toList());
    for (Publication.Page page : publication.pages()) {
      if (page.body().values().stream().allMatch(String::isBlank)) {
        fault("page-empty", page.slug());
      }
      page.title().values().forEach(title -> fits(page.slug(), title));
      page.body()
          .forEach(
              (language, body) -> {
                if (!body.isBlank() && page.title().getOrDefault(language, "").isBlank()) {
                  fault("page-untitled", page.slug(), language.tag());
                }
              });
    }
  }

  private void letters() {
    slugs("letter", publication.letters().stream().map(Publication.Letter::slug).toList());
    for (Publication.Letter letter : publication.letters()) {
      if (letter.name().values().stream().allMatch(String::isBlank)) {
        fault("letter-nameless", letter.slug());
      }
    }
  }

  private void appeal() {
    publication
        .appeal()
        .forEach(
            (language, appeal) -> {
              if (appeal.title().isBlank() != appeal.body().isBlank()) {
                fault("appeal-half", language.tag());
              }
            });
  }

  /** Sections and added pages lie in one folder. */
  private void addresses() {
    Map<String, String> taken = new HashMap<>();
    List<String> wanted = new ArrayList<>();
    publication.sections().forEach(s -> wanted.add(s.slug()));
    publication.pages().forEach(p -> wanted.add(p.slug()));
    for (String slug : new HashSet<>(wanted)) {
      if (Publication.RESERVED.contains(slug)) {
        fault("address-reserved", slug);
      }
    }
    publication.sections().forEach(s -> taken.put(s.slug(), s.slug()));
    publication.pages().stream()
        .map(Publication.Page::slug)
        .filter(taken::containsKey)
        .forEach(slug -> fault("address-taken", slug));
  }

  private void slugs(String kind, List<String> slugs) {
    Set<String> seen = new HashSet<>();
    for (String slug : slugs) {
      if (!Slugs.isSlug(slug)) {
        fault("slug", slug);
      } else if (!seen.add(slug)) {
        fault(kind + "-twice", slug);
      }
    }
  }

  private void named(String kind, String slug, Map<Language, String> name) {
    for (Language language : publication.languages()) {
      String text = name.getOrDefault(language, "");
      if (text.isBlank()) {
        fault(kind + "-name", language.tag(), slug);
      }
      fits(slug, text);
    }
  }

  /** It stands over every page, and a page has 6 KB. */
  private void fits(String slug, String name) {
    if (name.length() > LONGEST_NAME) {
      fault("name-long", slug.isEmpty() ? name : slug, LONGEST_NAME);
    }
  }

  private void fault(String key, Object... values) {
    faults.add(Fault.of("house.fault." + key, values));
  }
}
