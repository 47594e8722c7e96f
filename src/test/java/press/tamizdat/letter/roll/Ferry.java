package press.tamizdat.letter.roll;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import press.tamizdat.article.published.Publication;
import press.tamizdat.platform.text.Language;

/** A publication with letters, for tests. */
final class Ferry {
  static final Language EN = new Language("en");
  static final Language RU = new Language("ru");

  private Ferry() {}

  static Publication publication() {
    return new Publication(
        Map.of(EN, "The Ferry", RU, "Паром"),
        Map.of(),
        URI.create("https://ferry.example"),
        ZoneId.of("UTC"),
        List.of(EN, RU),
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        List.of(),
        List.of(
            new Publication.Letter(
                "weekly", Map.of(EN, "The <Weekly>", RU, "Неделя"), Map.of(), Map.of()),
            new Publication.Letter("breaking", Map.of(EN, "Breaking"), Map.of(), Map.of())));
  }
}
