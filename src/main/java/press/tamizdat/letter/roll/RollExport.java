package press.tamizdat.letter.roll;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.LongConsumer;
import press.tamizdat.platform.db.Database;
import press.tamizdat.platform.mail.MailAddress;
import press.tamizdat.trust.sealing.OpeningKey;

/**
 * Writes the roll out, opened row by row, as comma-separated values (RFC 4180) that {@link
 * RollImport} takes: address, language, letters, month of joining. Where it goes must be sealed;
 * {@code SealingKey.sealing} and {@code PassphraseFile.sealing} make such streams.
 */
public final class RollExport {
  private static final int PAGE = 1000;

  private final Database database;

  public RollExport(Database database) {
    this.database = database;
  }

  @SuppressWarnings("ArrayRecordComponent") // opened, never compared
  private record Row(String id, byte[] sealed, String language, String joined, String letters) {}

  /**
   * What came of it.
   *
   * @param written people
   * @param unreadable rows that this key does not open
   */
  public record Written(long written, long unreadable) {}

  /** Writes everybody who confirmed; the stream stays open. */
  public Written write(OpeningKey roll, OutputStream sealing, LongConsumer progress) {
    long written = 0;
    long unreadable = 0;
    line(sealing, "address,language,letters,joined");
    for (List<Row> rows = page(""); !rows.isEmpty(); rows = page(rows.getLast().id())) {
      for (Row row : rows) {
        var address = SealedAddress.open(row.sealed(), roll);
        if (address.isPresent()) {
          line(sealing, text(address.get(), row));
          written++;
        } else {
          unreadable++;
        }
      }
      progress.accept(written);
    }
    return new Written(written, unreadable);
  }

  private static String text(MailAddress address, Row row) {
    return String.join(
        ",", quoted(address.text()), row.language(), quoted(row.letters()), row.joined());
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\"", "\"\"") + "\"";
  }

  private static void line(OutputStream to, String text) {
    try {
      to.write((text + "\r\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("the export cannot be written", e);
    }
  }

  private List<Row> page(String after) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT s.id, s.sealed, s.language, s.joined,
                      (SELECT GROUP_CONCAT(p.letter, ' ') FROM subscription p
                       WHERE p.subscriber = s.id) AS letters
                    FROM subscriber s WHERE s.id > :after AND s.state = 'active'
                    ORDER BY s.id LIMIT :most
                    """)
                .bind("after", after)
                .bind("most", PAGE)
                .map(
                    (row, context) ->
                        new Row(
                            row.getString("id"),
                            row.getBytes("sealed"),
                            row.getString("language"),
                            row.getString("joined"),
                            String.valueOf(row.getString("letters"))))
                .list());
  }
}
