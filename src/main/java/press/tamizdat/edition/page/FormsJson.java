package press.tamizdat.edition.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import press.tamizdat.article.published.Publication;
import press.tamizdat.platform.text.Json;
import press.tamizdat.platform.text.Language;
import press.tamizdat.platform.text.Messages;

/** Writes {@code forms.json} ({@code docs/forms.md}): all that a site knows about forms. */
final class FormsJson {
  static final String PATH = "forms.json";

  private FormsJson() {}

  /** What this publication takes; empty if it takes no forms. */
  static List<FormSet> sets(Publication publication) {
    List<FormSet> sets = new ArrayList<>();
    if (!publication.letters().isEmpty()) {
      sets.add(LetterForms.set());
    }
    if (publication.support().isOpen()) {
      sets.add(SupportForms.set(publication.support()));
    }
    return sets;
  }

  static byte[] write(Publication publication, FormKeys keys) {
    Map<String, FormKind> kinds = new LinkedHashMap<>();
    Map<String, List<String>> slots = new TreeMap<>(FormPages.SLOTS);
    Map<String, List<String>> hooks = new TreeMap<>();
    List<String> answers = new ArrayList<>();
    for (FormSet set : sets(publication)) {
      kinds.putAll(set.kinds());
      slots.putAll(set.slots());
      hooks.putAll(set.hooks());
      answers.addAll(set.answers());
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("dropbox", keys.dropbox());
    json.put("collecting", keys.collecting());
    json.put("languages", publication.languages().stream().map(Language::tag).toList());
    Map<String, Object> forms = new LinkedHashMap<>();
    kinds.forEach((kind, form) -> forms.put(kind, form.toJson()));
    json.put("forms", forms);
    json.put("hooks", hooks(hooks));
    json.put("slots", inEach(publication, slots));
    json.put("pages", pages());
    json.put("answers", answers);
    Map<String, Object> human = new LinkedHashMap<>();
    publication.languages().forEach(l -> human.put(l.tag(), FormPages.questions(Messages.of(l))));
    json.put("human", human);
    return Json.write(json);
  }

  /** By name, with the headers that are kept. */
  private static Map<String, Object> hooks(Map<String, List<String>> headers) {
    Map<String, Object> hooks = new LinkedHashMap<>();
    headers.forEach(
        (name, kept) -> hooks.put(name, Map.of("kind", "support.hook." + name, "headers", kept)));
    return hooks;
  }

  private static Map<String, Object> inEach(
      Publication publication, Map<String, List<String>> slots) {
    Map<String, Object> all = new LinkedHashMap<>();
    for (Language language : publication.languages()) {
      slots.forEach((page, names) -> all.put(language + "/" + page, names));
    }
    return all;
  }

  private static Map<String, Object> pages() {
    Map<String, Object> pages = new LinkedHashMap<>();
    for (String name : List.of("human", "later", "again", "waiting", "onward")) {
      pages.put(name, "forms/" + name + ".html");
    }
    return pages;
  }
}
