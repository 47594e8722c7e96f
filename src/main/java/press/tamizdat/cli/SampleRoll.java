package press.tamizdat.cli;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import press.tamizdat.article.published.Publication;
import press.tamizdat.letter.bounce.Reason;
import press.tamizdat.letter.roll.Choice;
import press.tamizdat.letter.roll.ImportOrder;
import press.tamizdat.letter.roll.ImportReport;
import press.tamizdat.letter.roll.RollImport;
import press.tamizdat.platform.db.Database;

/** Invented subscribers of the sample newsroom, and an invented year in which they came. */
final class SampleRoll {
  private static final Map<String, Integer> READERS = Map.of("en", 64, "ru", 48, "fa", 9);
  private static final int MONTHS = 12;

  private SampleRoll() {}

  static void write(Database post, RollImport roll, Publication publication, Clock clock) {
    Publication.Letter letter = publication.letters().getFirst();
    StringBuilder csv = new StringBuilder("address,language,letters\n");
    letter
        .name()
        .keySet()
        .forEach(
            language -> {
              for (int i = 1; i <= READERS.getOrDefault(language.tag(), 0); i++) {
                csv.append("reader-%s-%03d@ferry.example,".formatted(language, i))
                    .append(language + "," + letter.slug() + "\n");
              }
            });
    byte[] file = csv.toString().getBytes(StandardCharsets.UTF_8);
    ImportOrder order =
        new ImportOrder(
            Optional.of("Invented readers of the sample newsroom."),
            "",
            new Choice(Set.of(letter.slug()), publication.defaultLanguage()));
    var _ = roll.bring(new ByteArrayInputStream(file), file.length, order, new Silent(), id -> {});
    YearMonth now = YearMonth.now(clock.withZone(ZoneOffset.UTC));
    post.change(handle -> overMonths(handle, now));
  }

  private static final class Silent implements ImportReport {
    @Override
    public void passedOver(long line, Why why) {
      throw new IllegalStateException("line " + line + " of the sample's readers: " + why);
    }

    @Override
    public void progress(long lines, long added) {
      // A hundred take no time.
    }
  }

  private record Joined(String letter, String language, long people) {}

  /** Deals who came today out to the months before; some more came, and went. */
  private static void overMonths(Handle handle, YearMonth now) {
    var rows =
        handle
            .createQuery("SELECT letter, language, people FROM roll_tally WHERE what = 'joined'")
            .map(
                (row, context) ->
                    new Joined(
                        row.getString("letter"), row.getString("language"), row.getLong("people")))
            .list();
    int _ = handle.createUpdate("DELETE FROM roll_tally WHERE what = 'joined'").execute();
    for (Joined joined : rows) {
      long dealt = 0;
      for (int i = 0; i < MONTHS; i++) {
        long upTo = joined.people() * (i + 1) * (i + 8) / ((long) MONTHS * (MONTHS + 7));
        long gone = i % 3 == 1 ? upTo / 16 : 0;
        String month = now.minusMonths(MONTHS - 1L - i).toString();
        count(handle, joined, month, "joined", upTo - dealt + gone);
        count(handle, joined, month, i % 2 == 0 ? "bounced" : "left", gone);
        if (joined.letter().isEmpty()) {
          returned(handle, month, i % 2 == 0 ? gone : 0, upTo / 20);
        }
        dealt = upTo;
      }
    }
  }

  /** What came back of an invented sending: for good, and for now. */
  private static void returned(Handle handle, String month, long permanent, long temporary) {
    var rows = Map.of(Reason.USER_UNKNOWN, permanent, Reason.MAILBOX_FULL, temporary);
    rows.forEach(
        (reason, times) -> {
          if (times > 0) {
            int _ =
                handle
                    .createUpdate(
                        """
                        INSERT INTO bounce_tally (day, reason, times, removed)
                        VALUES (:day, :reason, :times, :removed)
                        ON CONFLICT (day, reason) DO UPDATE
                        SET times = bounce_tally.times + excluded.times,
                          removed = bounce_tally.removed + excluded.removed
                        """)
                    .bind("day", month + "-15")
                    .bind("reason", reason.name())
                    .bind("times", times)
                    .bind("removed", reason == Reason.USER_UNKNOWN ? times : 0)
                    .execute();
          }
        });
  }

  private static void count(Handle handle, Joined joined, String month, String what, long people) {
    if (people > 0) {
      int _ =
          handle
              .createUpdate(
                  "INSERT INTO roll_tally (letter, language, month, what, people)"
                      + " VALUES (:letter, :language, :month, :what, :people)")
              .bind("letter", joined.letter())
              .bind("language", joined.language())
              .bind("month", month)
              .bind("what", what)
              .bind("people", people)
              .execute();
    }
  }
}
