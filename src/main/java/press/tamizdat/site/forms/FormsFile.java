package press.tamizdat.site.forms;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import press.tamizdat.platform.text.Json;
import press.tamizdat.platform.text.JsonValues;
import press.tamizdat.platform.text.MalformedJson;

/**
 * An edition's {@code forms.json} ({@code docs/forms.md}).
 *
 * @param dropbox the recipient, {@code age1...}, that everything is sealed to
 * @param collecting public Ed25519 keys, in hex, of those who may collect over the network
 * @param languages the first answers where a form does not say its own
 * @param forms by kind
 * @param hooks by name
 * @param slots pages that are filled, by path, and the names in them
 * @param pages those that the site itself answers with, by what they are for
 * @param human what a person without script is asked, by language
 * @param answers further pages, without their languages, that those who open envelopes may choose
 */
record FormsFile(
    String dropbox,
    List<String> collecting,
    List<String> languages,
    Map<String, Form> forms,
    Map<String, Hook> hooks,
    Map<String, Set<String>> slots,
    Map<String, String> pages,
    Map<String, Human> human,
    List<String> answers) {
  /** Where it is in an edition. */
  static final String PATH = "forms.json";

  /**
   * One kind of form.
   *
   * @param guard whether a sender has to show that they are none of a thousand
   * @param waits whether the answer comes from who opens the envelope
   * @param answer page for the sender, without its language
   * @param page shown to who comes with GET; empty if nothing is
   * @param oneClick whether mail programs send it by themselves (RFC 8058)
   */
  record Form(
      Map<String, Field> fields,
      boolean guard,
      boolean waits,
      String answer,
      String page,
      boolean oneClick) {}

  /**
   * @param most characters
   * @param times how often it may come
   * @param needed whether there must be one that is not blank
   */
  record Field(int most, int times, Shape shape, boolean needed) {}

  /**
   * @param kind of the envelopes
   * @param headers that are sealed with the body, in lower case
   */
  record Hook(String kind, Set<String> headers) {}

  /**
   * @param words to choose from
   * @param questions the nth asks for the nth word; {@code {0}} stands for the words
   */
  record Human(List<String> words, List<String> questions) {}

  /**
   * @throws MalformedJson if it is not what the format says
   */
  static FormsFile read(byte[] json) {
    Map<String, Object> root = Json.readObject(json);
    return new FormsFile(
        JsonValues.string(root.get("dropbox")),
        strings(root.get("collecting")),
        strings(root.get("languages")),
        map(root.get("forms"), FormsFile::form),
        map(root.get("hooks"), FormsFile::hook),
        map(root.get("slots"), names -> new HashSet<>(strings(names))),
        map(root.get("pages"), JsonValues::string),
        map(root.get("human"), FormsFile::human),
        strings(root.get("answers")));
  }

  private static Form form(Object json) {
    Map<String, Object> form = object(json);
    return new Form(
        map(form.get("fields"), FormsFile::field),
        truth(form.get("guard")),
        truth(form.get("wait")),
        JsonValues.string(form.get("answer")),
        JsonValues.string(form.get("page")),
        truth(form.get("oneClick")));
  }

  private static Hook hook(Object json) {
    Map<String, Object> hook = object(json);
    return new Hook(JsonValues.string(hook.get("kind")), Set.copyOf(strings(hook.get("headers"))));
  }

  private static Field field(Object json) {
    Map<String, Object> field = object(json);
    String shape = JsonValues.string(field.get("shape"));
    return new Field(
        number(field.get("most"), 1, 32 << 10),
        number(field.get("times"), 1, 100),
        Shape.of(shape.isEmpty() ? "line" : shape)
            .orElseThrow(() -> new MalformedJson("no shape that is known: " + shape)),
        truth(field.get("needed")));
  }

  private static Human human(Object json) {
    Human human =
        new Human(strings(object(json).get("words")), strings(object(json).get("questions")));
    if (human.questions().isEmpty() || human.words().size() <= human.questions().size()) {
      throw new MalformedJson("more words than questions are needed, and a question");
    }
    return human;
  }

  private static int number(@Nullable Object json, int least, int most) {
    long number = json == null ? 1 : JsonValues.number(json);
    if (number < least || number > most) {
      throw new MalformedJson("a number between " + least + " and " + most + " is expected");
    }
    return (int) number;
  }

  private static boolean truth(@Nullable Object json) {
    return json instanceof Boolean truth && truth;
  }

  private static Map<String, Object> object(Object json) {
    return JsonValues.object(json);
  }

  private static List<String> strings(@Nullable Object json) {
    return JsonValues.list(json).stream().map(JsonValues::string).toList();
  }

  private static <T> Map<String, T> map(
      @Nullable Object json, java.util.function.Function<Object, T> reader) {
    if (json == null) {
      return Map.of();
    }
    return JsonValues.object(json).entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                e -> reader.apply(e.getValue()),
                (a, b) -> a,
                LinkedHashMap::new));
  }
}
