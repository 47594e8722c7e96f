package press.tamizdat.platform.text;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads comma-separated values (RFC 4180), record by record: quoted fields with commas, line ends
 * and doubled quotes, lines that end with CR, LF or both, UTF-8 with or without a byte order mark.
 * Where the first line has more semicolons or tabs than commas, those separate. Empty lines are
 * passed over.
 */
public final class CsvReader implements AutoCloseable {
  private static final int MOST = 64 << 10;
  private static final int END = -1;

  private final PushbackReader in;
  private char separator;
  private long line = 1;

  /** What stands in the file. */
  public sealed interface Found {
    /** The number of the line with which it begins, from 1. */
    long line();

    record Values(long line, List<String> fields) implements Found {}

    /** No such thing as a record; reading goes on with the next line. */
    record Malformed(long line, Why why) implements Found {}
  }

  /** What is wrong with a record. */
  public enum Why {
    /** A quote within a field that has none around it, or something after the closing one. */
    STRAY_QUOTE,
    /** The file ends within quotes. */
    OPEN_QUOTE,
    /** More than 64 Ki characters. */
    TOO_LONG,
    /** Bytes that are not UTF-8. */
    NOT_UTF_8
  }

  public CsvReader(InputStream bytes) {
    InputStream buffered = new BufferedInputStream(bytes, 64 << 10);
    this.separator = separator(buffered);
    Reader text = new InputStreamReader(buffered, StandardCharsets.UTF_8);
    this.in = new PushbackReader(new java.io.BufferedReader(text), 1);
    int first = read();
    if (first != '\uFEFF') {
      unread(first);
    }
  }

  private static char separator(InputStream buffered) {
    try {
      buffered.mark(8 << 10);
      int commas = 0;
      int semicolons = 0;
      int tabs = 0;
      for (int i = 0; i < 4 << 10; i++) {
        int c = buffered.read();
        if (c == END || c == '\n' || c == '\r') {
          break;
        }
        commas += c == ',' ? 1 : 0;
        semicolons += c == ';' ? 1 : 0;
        tabs += c == '\t' ? 1 : 0;
      }
      buffered.reset();
      return tabs > commas && tabs >= semicolons ? '\t' : semicolons > commas ? ';' : ',';
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next record; nothing at the end. */
  public Optional<Found> next() {
    while (true) {
      int c = read();
      if (c == END) {
        return Optional.empty();
      }
      if (c == '\n' || c == '\r') {
        endOfLine(c);
        continue;
      }
      unread(c);
      return Optional.of(record());
    }
  }

  private Found record() {
    long begins = line;
    List<String> fields = new ArrayList<>();
    int length = 0;
    while (true) {
      StringBuilder field = new StringBuilder();
      Optional<Why> wrong = field(field, MOST - length);
      if (wrong.isPresent()) {
        return new Found.Malformed(begins, wrong.get());
      }
      length += field.length() + 1;
      fields.add(field.toString());
      int c = read();
      if (c == separator) {
        continue;
      }
      endOfLine(c);
      return fields.stream().anyMatch(f -> f.indexOf('\uFFFD') >= 0)
          ? new Found.Malformed(begins, Why.NOT_UTF_8)
          : new Found.Values(begins, List.copyOf(fields));
    }
  }

  /** Reads up to the separator or the end of the line, which stays. */
  private Optional<Why> field(StringBuilder field, int most) {
    int first = read();
    boolean quoted = first == '"';
    if (!quoted) {
      unread(first);
    }
    while (true) {
      int c = read();
      if (field.length() >= most) {
        return skipLine(c, Why.TOO_LONG);
      }
      if (quoted && c == END) {
        return Optional.of(Why.OPEN_QUOTE);
      }
      if (quoted && c == '"') {
        int after = read();
        if (after == '"') {
          field.append('"');
          continue;
        }
        unread(after);
        return isEnd(after) ? Optional.empty() : skipLine(read(), Why.STRAY_QUOTE);
      }
      if (!quoted && isEnd(c)) {
        unread(c);
        return Optional.empty();
      }
      if (!quoted && c == '"') {
        return skipLine(c, Why.STRAY_QUOTE);
      }
      line += quoted && c == '\n' ? 1 : 0;
      field.append((char) c);
    }
  }

  private boolean isEnd(int c) {
    return c == separator || c == '\n' || c == '\r' || c == END;
  }

  private Optional<Why> skipLine(int from, Why why) {
    int c = from;
    while (c != '\n' && c != '\r' && c != END) {
      c = read();
    }
    endOfLine(c);
    return Optional.of(why);
  }

  private void endOfLine(int c) {
    if (c == '\r') {
      int after = read();
      if (after != '\n') {
        unread(after);
      }
    }
    if (c != END) {
      line++;
    }
  }

  private int read() {
    try {
      return in.read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void unread(int c) {
    if (c == END) {
      return;
    }
    try {
      in.unread(c);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
