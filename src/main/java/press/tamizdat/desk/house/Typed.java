package press.tamizdat.desk.house;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import press.tamizdat.article.ArticleHtml;
import press.tamizdat.desk.Visit;
import press.tamizdat.platform.text.Language;
import press.tamizdat.platform.text.Slugs;
import press.tamizdat.platform.web.Fields;

/** What was typed into the fields of each language, {@code name.en} and so on. */
public final class Typed {
  private Typed() {}

  public static Map<Language, String> lines(Fields form, String name, List<Language> languages) {
    return each(form, name, languages, text -> text.strip().replaceAll("\\s+", " "));
  }

  public static Map<Language, String> html(Fields form, String name, List<Language> languages) {
    return each(form, name, languages, ArticleHtml::clean);
  }

  private static Map<Language, String> each(
      Fields form, String name, List<Language> languages, UnaryOperator<String> reader) {
    Map<Language, String> typed = new LinkedHashMap<>();
    for (Language language : languages) {
      String text = reader.apply(form.text(name + "." + language.tag()));
      if (!text.isEmpty()) {
        typed.put(language, text);
      }
    }
    return typed;
  }

  /** One word or phrase a line, or between commas. */
  static Map<Language, List<String>> words(Fields form, String name, List<Language> languages) {
    Map<Language, List<String>> typed = new LinkedHashMap<>();
    for (Language language : languages) {
      List<String> words =
          Arrays.stream(form.text(name + "." + language.tag()).split("[\n,;]"))
              .map(String::strip)
              .filter(word -> !word.isEmpty())
              .distinct()
              .toList();
      if (!words.isEmpty()) {
        typed.put(language, words);
      }
    }
    return typed;
  }

  /** The slug that was typed, or one that is made of the first name. */
  public static String slug(Fields form, Map<Language, String> names) {
    String typed = form.text("slug").strip();
    return typed.isEmpty() ? Slugs.of(names.values().stream().findFirst().orElse(""), "") : typed;
  }

  /** In this language what one publication may keep in others that it no longer appears in. */
  public static <T> Map<Language, T> over(
      Map<Language, T> before, Map<Language, T> typed, List<Language> languages) {
    Map<Language, T> all = new LinkedHashMap<>(before);
    languages.forEach(all::remove);
    all.putAll(typed);
    return all;
  }

  /** A field for each language of the publication. */
  public static List<Field> fields(
      Visit visit, Field.Kind kind, String name, String label, Map<Language, String> values) {
    List<Language> languages = visit.publication().languages();
    List<Field> fields = new ArrayList<>();
    for (Language language : languages) {
      String own =
          languages.size() == 1
              ? visit.say(label)
              : visit.say(label) + ", " + languageName(visit, language);
      fields.add(
          Field.of(kind, name + "." + language.tag(), own, values.getOrDefault(language, ""))
              .in(language));
    }
    return fields;
  }

  /** What a language is called in the editor's own. */
  public static String languageName(Visit visit, Language language) {
    return language.locale().getDisplayLanguage(visit.words().language().locale());
  }
}
