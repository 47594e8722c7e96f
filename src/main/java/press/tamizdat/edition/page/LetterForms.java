package press.tamizdat.edition.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import press.tamizdat.edition.page.FormKind.Field;

/** The forms with which readers come to letters, and leave. */
final class LetterForms {
  private static final int LETTERS = 8;
  private static final Field LANGUAGE = Field.of(35, "word");
  private static final Field LINK = Field.of(80, "token").mustBe();

  private static final Map<String, List<String>> SLOTS =
      Map.of(
          "letters/confirm.html",
          List.of("link"),
          "letters/key.html",
          List.of("why"),
          "letters/leave.html",
          List.of("letter", "link"),
          "letters/manage.html",
          List.of("key", "language", "letter", "link", "now"),
          "letters/saved.html",
          List.of("act"));

  private LetterForms() {}

  static FormSet set() {
    return new FormSet(kinds(), SLOTS, Map.of(), List.of());
  }

  private static Map<String, FormKind> kinds() {
    Map<String, FormKind> kinds = new LinkedHashMap<>();
    kinds.put(
        "letter.sign-up",
        new FormKind(
            fields(
                "address", Field.of(254, "address").mustBe(),
                "letter", Field.of(60, "word").several(LETTERS).mustBe(),
                "language", LANGUAGE,
                "agreed", Field.of(3, "word").mustBe()),
            true,
            false,
            "letters/look.html",
            "",
            false));
    kinds.put(
        "letter.confirm",
        new FormKind(
            fields("link", LINK, "language", LANGUAGE),
            false,
            false,
            "letters/welcome.html",
            "letters/confirm.html",
            false));
    kinds.put(
        "letter.leave",
        new FormKind(
            fields("link", LINK, "letter", Field.of(60, "word"), "language", LANGUAGE),
            false,
            false,
            "letters/left.html",
            "letters/leave.html",
            true));
    kinds.put(
        "letter.manage",
        new FormKind(
            fields(
                "link", LINK,
                "letter", Field.of(60, "word").several(LETTERS),
                "language", LANGUAGE,
                "key", Field.of(16 << 10, "text"),
                "act", Field.of(5, "word").mustBe()),
            false,
            true,
            "letters/saved.html",
            "letters/manage.html",
            false));
    return kinds;
  }

  static Map<String, Field> fields(Object... namesAndFields) {
    Map<String, Field> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndFields.length; i += 2) {
      fields.put((String) namesAndFields[i], (Field) namesAndFields[i + 1]);
    }
    return fields;
  }
}
