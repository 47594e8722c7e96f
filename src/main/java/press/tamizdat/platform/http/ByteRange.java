package press.tamizdat.platform.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One range of bytes (RFC 9110 §14.1.2), resolved against a length.
 *
 * @param from the first byte
 * @param length 0 if no byte of the range is there
 */
record ByteRange(long from, long length) {
  /** 18 digits fit into a long; more than that is no length of ours. */
  private static final Pattern SINGLE = Pattern.compile("(?i:bytes)=(\\d{0,18})-(\\d{0,18})");

  /** Empty for several ranges, other units and bad syntax: then the answer is the whole. */
  static Optional<ByteRange> parse(String header, long length) {
    Matcher parts = SINGLE.matcher(header);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String first = parts.group(1);
    String last = parts.group(2);
    if (first.isEmpty()) {
      return last.isEmpty() ? Optional.empty() : Optional.of(suffix(Long.parseLong(last), length));
    }
    long from = Long.parseLong(first);
    long to = last.isEmpty() ? Long.MAX_VALUE : Long.parseLong(last);
    return to < from ? Optional.empty() : Optional.of(between(from, to, length));
  }

  private static ByteRange suffix(long count, long length) {
    long there = Math.min(count, length);
    return new ByteRange(length - there, there);
  }

  private static ByteRange between(long from, long to, long length) {
    return new ByteRange(from, from >= length ? 0 : Math.min(to, length - 1) - from + 1);
  }

  boolean isNowhere() {
    return length == 0;
  }

  /** As {@code Content-Range} has it. */
  String of(long whole) {
    return "bytes " + from + "-" + (from + length - 1) + "/" + whole;
  }
}
