package press.tamizdat.platform.http;

import java.util.Arrays;
import java.util.Optional;

/**
 * Reads the body of one request whole into memory (RFC 9112 §6 and §7.1), as strictly as heads are
 * read: lines end with CRLF, a size is written in up to eight hex digits and nothing else.
 *
 * <p>Extensions of chunks and trailers are passed over; both are short or refused.
 */
final class BodyReader {
  /** Its length is not known beforehand. */
  static final long CHUNKED = -1;

  /** Of chunk extensions and trailers together. */
  private static final int MOST_BESIDE = 1024;

  private enum At {
    SIZE,
    EXTENSION,
    SIZE_END,
    DATA,
    DATA_END,
    DATA_LF,
    TRAILER_START,
    TRAILER,
    TRAILER_LF,
    LAST_LF,
    END
  }

  private final int most;
  private final boolean chunked;
  private byte[] body;
  private int length;
  private At at;
  private long left;
  private int digits;
  private int beside;
  private int end;

  /**
   * @param size of the body, at most {@code most}, or {@link #CHUNKED}
   */
  BodyReader(long size, int most) {
    this.most = most;
    this.chunked = size == CHUNKED;
    this.left = chunked ? 0 : size;
    this.at = chunked ? At.SIZE : left == 0 ? At.END : At.DATA;
    // What is announced need not come: room is made for what has.
    this.body = new byte[(int) Math.min(left, 1024)];
  }

  boolean isWhole() {
    return at == At.END;
  }

  /** The body, once it is whole. */
  byte[] body() {
    return body.length == length ? body : Arrays.copyOf(body, length);
  }

  /** How much memory it takes now. */
  int held() {
    return body.length;
  }

  /** What is wrong with these bytes; empty if nothing is so far. See {@link #end}. */
  Optional<Refusal> read(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to && at != At.END) {
      if (at == At.DATA) {
        int count = (int) Math.min(left, to - i);
        append(bytes, i, count);
        i += count;
        left -= count;
        if (left == 0) {
          at = chunked ? At.DATA_END : At.END;
        }
      } else {
        Optional<Refusal> wrong = next(bytes[i++]);
        if (wrong.isPresent()) {
          return wrong;
        }
      }
    }
    end = i;
    return Optional.empty();
  }

  /** Up to where the last bytes belonged to the body. */
  int end() {
    return end;
  }

  private Optional<Refusal> next(byte b) {
    switch (at) {
      case SIZE -> {
        return size(b);
      }
      case EXTENSION, TRAILER -> {
        if (b == '\r') {
          at = at == At.TRAILER ? At.TRAILER_LF : At.SIZE_END;
        } else if (++beside > MOST_BESIDE || (b >= 0 && b < ' ' && b != '\t') || b == 0x7f) {
          return Optional.of(Refusal.BAD_REQUEST);
        }
      }
      case SIZE_END -> {
        return line(b, left == 0 ? At.TRAILER_START : At.DATA);
      }
      case DATA_END -> {
        if (b != '\r') {
          return Optional.of(Refusal.BAD_REQUEST);
        }
        at = At.DATA_LF;
      }
      case DATA_LF -> {
        digits = 0;
        return line(b, At.SIZE);
      }
      case TRAILER_START -> {
        at = b == '\r' ? At.LAST_LF : At.TRAILER;
        if (at == At.TRAILER && (b <= ' ' || ++beside > MOST_BESIDE)) {
          return Optional.of(Refusal.BAD_REQUEST);
        }
      }
      case TRAILER_LF -> {
        return line(b, At.TRAILER_START);
      }
      case LAST_LF -> {
        return line(b, At.END);
      }
      case DATA, END -> throw new IllegalStateException("not between the parts of a body");
    }
    return Optional.empty();
  }

  private Optional<Refusal> size(byte b) {
    int digit = b < '0' || b > 'f' ? -1 : Character.digit(b, 16);
    if (digit >= 0 && digits < 8) {
      left = left << 4 | digit;
      digits++;
      return length + left > most ? Optional.of(Refusal.BODY_TOO_LARGE) : Optional.empty();
    }
    if (digits == 0 || (b != '\r' && b != ';')) {
      return Optional.of(Refusal.BAD_REQUEST);
    }
    at = b == '\r' ? At.SIZE_END : At.EXTENSION;
    return Optional.empty();
  }

  private Optional<Refusal> line(byte b, At next) {
    at = next;
    return b == '\n' ? Optional.empty() : Optional.of(Refusal.BAD_REQUEST);
  }

  private void append(byte[] bytes, int from, int count) {
    if (length + count > body.length) {
      body = Arrays.copyOf(body, Math.min(most, Math.max(length + count, body.length * 2)));
    }
    System.arraycopy(bytes, from, body, length, count);
    length += count;
  }
}
