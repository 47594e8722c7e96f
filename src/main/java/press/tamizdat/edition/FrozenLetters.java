package press.tamizdat.edition;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import press.tamizdat.article.published.Publication;
import press.tamizdat.article.published.PublishedLetter;
import press.tamizdat.article.published.PublishedLetters;
import press.tamizdat.edition.page.Pages;
import press.tamizdat.edition.page.Paths;
import press.tamizdat.edition.page.RenderedPage;
import press.tamizdat.platform.text.Language;
import press.tamizdat.trust.Sha256;

/**
 * The letters of the last edition, each with a digest of what it was printed from: so that only
 * what is new, or what holds an article that has changed since, is printed again.
 */
final class FrozenLetters {
  private final Handle handle;

  FrozenLetters(Handle handle) {
    this.handle = handle;
  }

  /**
   * Which page of a letter: an issue, or the list of them all.
   *
   * @param number 0 for the list
   */
  private record Which(String letter, Language language, int number) {}

  private record Known(String digest, int parts) {}

  /** A page as it was printed. */
  record Printed(String letter, Language language, int number, String digest, int parts) {}

  /**
   * A page that is to be printed.
   *
   * @param issue empty for the list
   * @param partsBefore how many pages it had in the last edition
   */
  record Sheet(
      String letter,
      Language language,
      Optional<PublishedLetter> issue,
      List<PublishedLetter.Line> lines,
      String digest,
      int partsBefore) {

    List<RenderedPage> print(Publication publication, Pages pages) {
      String name = name(publication);
      return issue
          .map(i -> pages.issue(name, i))
          .orElseGet(() -> pages.issues(language, letter, name, lines));
    }

    private String name(Publication publication) {
      return publication
          .letter(letter)
          .map(l -> l.name().getOrDefault(language, letter))
          .orElse(letter);
    }

    Printed printed(int parts) {
      return new Printed(
          letter, language, issue.map(PublishedLetter::number).orElse(0), digest, parts);
    }
  }

  /** What is to be printed: all of it, or what is new or changed. */
  List<Sheet> sheets(Publication publication, boolean all) {
    Map<Which, Known> known = known();
    List<Sheet> sheets = new ArrayList<>();
    for (Publication.Letter letter : publication.letters()) {
      for (Language language : publication.languages()) {
        sheets(sheets, letter.slug(), language, all ? Map.of() : known);
      }
    }
    return sheets;
  }

  /** The newest issue that went out. */
  Optional<PublishedLetter> last(String letter, Language language) {
    return new PublishedLetters(handle).last(letter, language);
  }

  /** The list of a letter's issues, and each of them, the newest first; none if none went out. */
  List<String> paths(String letter, Language language, Paths paths) {
    List<PublishedLetter.Line> lines =
        new PublishedLetters(handle).newest(letter, language, Integer.MAX_VALUE);
    List<String> all = new ArrayList<>();
    if (!lines.isEmpty()) {
      all.add(paths.issues(language, letter));
    }
    lines.forEach(line -> all.add(paths.issue(language, letter, line.number())));
    return all;
  }

  private void sheets(
      List<Sheet> sheets, String letter, Language language, Map<Which, Known> known) {
    PublishedLetters letters = new PublishedLetters(handle);
    List<PublishedLetter.Line> lines = letters.newest(letter, language, Integer.MAX_VALUE);
    if (lines.isEmpty()) {
      return;
    }
    for (PublishedLetter.Line line : lines) {
      letters
          .issue(letter, language, line.number())
          .flatMap(i -> sheet(letter, language, Optional.of(i), List.of(), known))
          .ifPresent(sheets::add);
    }
    sheet(letter, language, Optional.empty(), lines, known).ifPresent(sheets::add);
  }

  private static Optional<Sheet> sheet(
      String letter,
      Language language,
      Optional<PublishedLetter> issue,
      List<PublishedLetter.Line> lines,
      Map<Which, Known> known) {
    Which which = new Which(letter, language, issue.map(PublishedLetter::number).orElse(0));
    Known before = known.getOrDefault(which, new Known("", 0));
    String digest =
        Sha256.of((issue + "\n" + lines).getBytes(StandardCharsets.UTF_8)).hex().substring(0, 32);
    return digest.equals(before.digest())
        ? Optional.empty()
        : Optional.of(new Sheet(letter, language, issue, lines, digest, before.parts()));
  }

  private Map<Which, Known> known() {
    Map<Which, Known> known = new HashMap<>();
    handle
        .createQuery("SELECT letter, language, number, digest, parts FROM frozen_letter")
        .map(
            (row, context) ->
                Map.entry(
                    new Which(
                        row.getString("letter"),
                        new Language(row.getString("language")),
                        row.getInt("number")),
                    new Known(row.getString("digest"), row.getInt("parts"))))
        .forEach(e -> known.put(e.getKey(), e.getValue()));
    return known;
  }

  /** Notes that pages are in the edition. */
  void froze(Iterable<Printed> printed) {
    try (PreparedBatch rows =
        handle.prepareBatch(
            "INSERT INTO frozen_letter (letter, language, number, digest, parts) VALUES (:letter,"
                + " :language, :number, :digest, :parts) ON CONFLICT (letter, language, number) DO"
                + " UPDATE SET digest = :digest, parts = :parts")) {
      for (Printed p : printed) {
        rows.bind("letter", p.letter())
            .bind("language", p.language().tag())
            .bind("number", p.number())
            .bind("digest", p.digest())
            .bind("parts", p.parts())
            .add();
      }
      if (rows.size() > 0) {
        int[] _ = rows.execute();
      }
    }
  }

  void forgetAll() {
    int _ = handle.createUpdate("DELETE FROM frozen_letter").execute();
  }
}
