package press.tamizdat.edition.page;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A kind of form, as {@code forms.json} has it.
 *
 * @param fields in the order in which they stand there
 * @param guard whether the sender has to show that they are none of a thousand
 * @param waits whether who opens the envelope has the answer
 * @param answer page, without its language
 * @param page for who comes by GET, without its language; empty for none
 * @param oneClick whether mail programs send it (RFC 8058)
 */
record FormKind(
    Map<String, Field> fields,
    boolean guard,
    boolean waits,
    String answer,
    String page,
    boolean oneClick) {

  /**
   * @param shape {@code line}, {@code text}, {@code address}, {@code token} or {@code word}
   */
  record Field(int most, int times, String shape, boolean needed) {
    static Field of(int most, String shape) {
      return new Field(most, 1, shape, false);
    }

    Field mustBe() {
      return new Field(most, times, shape, true);
    }

    Field several(int upTo) {
      return new Field(most, upTo, shape, needed);
    }

    Map<String, Object> toJson() {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("most", (long) most);
      json.put("times", (long) times);
      json.put("shape", shape);
      json.put("needed", needed);
      return json;
    }
  }

  Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    Map<String, Object> all = new LinkedHashMap<>();
    fields.forEach((name, field) -> all.put(name, field.toJson()));
    json.put("fields", all);
    json.put("guard", guard);
    json.put("wait", waits);
    json.put("answer", answer);
    json.put("page", page);
    json.put("oneClick", oneClick);
    return json;
  }
}
