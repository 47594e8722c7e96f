package press.tamizdat.desk.flow;

import java.util.LinkedHashMap;
import java.util.Map;
import press.tamizdat.article.published.Publication;
import press.tamizdat.desk.Visit;
import press.tamizdat.platform.text.Language;

/** What sections and languages are called to who is reading. */
final class Naming {
  private Naming() {}

  /** The section's name; the slug of one that is no more; empty for none. */
  static String section(Visit visit, String slug) {
    return visit.publication().section(slug).map(s -> in(visit, s.name(), slug)).orElse(slug);
  }

  static Map<String, String> sections(Visit visit) {
    Map<String, String> names = new LinkedHashMap<>();
    for (Publication.Section section : visit.publication().sections()) {
      names.put(section.slug(), in(visit, section.name(), section.slug()));
    }
    return names;
  }

  static Map<String, String> languages(Visit visit) {
    Map<String, String> names = new LinkedHashMap<>();
    for (Language language : visit.publication().languages()) {
      names.put(language.tag(), language(visit, language));
    }
    return names;
  }

  /** A language's name in the language of who reads. */
  static String language(Visit visit, Language language) {
    return language.locale().getDisplayName(visit.account().language().locale());
  }

  static String in(Visit visit, Map<Language, String> names, String otherwise) {
    String own = names.get(visit.account().language());
    if (own != null) {
      return own;
    }
    return names.getOrDefault(visit.publication().defaultLanguage(), otherwise);
  }
}
