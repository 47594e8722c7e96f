package press.tamizdat.platform.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import press.tamizdat.platform.http.Request.Method;

/**
 * Reads request heads (RFC 9112 §2 to §6), strictly: what two readers could understand in two ways
 * is refused. Lines end with CRLF, names touch their colon, nothing is folded, one Host, one length
 * or none.
 *
 * <p>A parser is used by one thread; it keeps nothing of a request but the last Accept-Encoding,
 * which is nearly always the next one too.
 */
final class RequestParser {
  private static final int MAX_FIELDS = 100;

  /** Beyond it nothing is counted any more: it is too long in any case. */
  private static final long LONGEST = Long.MAX_VALUE / 20;

  private static final boolean[] TOKEN = new boolean[256];

  static {
    "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
        .chars()
        .forEach(c -> TOKEN[c] = true);
  }

  private final Limits limits;
  private final Set<String> curtainHosts;
  private byte[] lastAccept = new byte[0];
  private Accepted lastAccepted = Accepted.parse("");

  private byte[] bytes = new byte[0];
  private int at;
  private int limit;
  private int hosts;
  private int lengths;
  private int codings;
  private boolean chunked;
  private long length;
  private int start;
  private boolean close;
  private boolean curtain;
  private Accepted accepted = Accepted.IDENTITY_ONLY;
  private String ifNoneMatch = "";
  private String range = "";
  private String ifRange = "";

  /**
   * @param curtainHosts names, in lower case and without a port, at which an answer ends its
   *     connection
   */
  RequestParser(Limits limits, Set<String> curtainHosts) {
    this.limits = limits;
    this.curtainHosts = curtainHosts;
  }

  /** Where the request that was read last ends. */
  int end() {
    return at;
  }

  /** Reads one head at {@code from}, looking no further than {@code to}. */
  Parsed parse(byte[] source, int from, int to) {
    reset(source, from, to);
    while (at + 1 < limit && bytes[at] == '\r' && bytes[at + 1] == '\n') {
      at += 2; // RFC 9112 §2.2: left over by old peers after a body
    }
    start = at;
    try {
      int lineEnd = line(limits.requestLine(), Refusal.LINE_TOO_LONG);
      int methodEnd = find(' ', start, lineEnd);
      int targetEnd = find(' ', methodEnd + 1, lineEnd);
      boolean oldest = version(targetEnd + 1, lineEnd) == 0;
      check(isToken(start, methodEnd) && targetEnd > methodEnd + 1);
      for (int count = 0; ; count++) {
        int fieldStart = at;
        int fieldEnd = line(limits.head() - (at - start), Refusal.HEAD_TOO_LARGE);
        if (fieldEnd == fieldStart) {
          return request(start, methodEnd, targetEnd, oldest);
        }
        if (count == MAX_FIELDS) {
          return Refusal.HEAD_TOO_LARGE;
        }
        field(fieldStart, fieldEnd);
      }
    } catch (Stop stop) {
      return stop.parsed;
    }
  }

  private void reset(byte[] source, int from, int to) {
    bytes = source;
    at = from;
    limit = to;
    hosts = 0;
    lengths = 0;
    codings = 0;
    chunked = true;
    length = 0;
    close = false;
    curtain = false;
    accepted = Accepted.IDENTITY_ONLY;
    ifNoneMatch = "";
    range = "";
    ifRange = "";
  }

  /** The end of the line at hand, without its CRLF, which is passed over. */
  private int line(int longest, Refusal tooLong) {
    int stop = Math.min(limit, at + longest);
    for (int i = at; i < stop; i++) {
      byte c = bytes[i];
      if (c == '\n') {
        check(i > at && bytes[i - 1] == '\r');
        at = i + 1;
        return i - 1;
      }
      // A CR may only be followed by a LF; other controls are nobody's text.
      check(
          c >= ' '
              || c < 0
              || c == '\t'
              || (c == '\r' && (i + 1 == limit || bytes[i + 1] == '\n')));
      check(c != 0x7f);
    }
    throw new Stop(stop == limit && limit - at < longest ? Parsed.Incomplete.YET : tooLong);
  }

  private void field(int start, int end) {
    int colon = find(':', start, end);
    check(isToken(start, colon));
    int from = colon + 1;
    int to = end;
    while (from < to && isBlank(bytes[from])) {
      from++;
    }
    while (to > from && isBlank(bytes[to - 1])) {
      to--;
    }
    switch (colon - start) {
      case 4 -> {
        if (is("host", start)) {
          check(++hosts == 1 && isHost(from, to));
          curtain = !curtainHosts.isEmpty() && curtainHosts.contains(hostName(from, to));
        }
      }
      case 5 -> {
        if (is("range", start)) {
          range = join(range, from, to);
        }
      }
      case 8 -> {
        if (is("if-range", start)) {
          ifRange = join(ifRange, from, to);
        }
      }
      case 10 -> {
        if (is("connection", start)) {
          close |= text(from, to).toLowerCase(java.util.Locale.ROOT).contains("close");
        }
      }
      case 13 -> {
        if (is("if-none-match", start)) {
          ifNoneMatch = join(ifNoneMatch, from, to);
        }
      }
      case 14 -> {
        if (is("content-length", start)) {
          length(from, to);
        }
      }
      case 15 -> {
        if (is("accept-encoding", start)) {
          accept(from, to);
        }
      }
      case 17 -> {
        if (is("transfer-encoding", start)) {
          codings++;
          chunked &= to - from == 7 && is("chunked", from);
        }
      }
      default -> {}
    }
  }

  private String hostName(int from, int to) {
    int end = from;
    while (end < to && bytes[end] != ':') {
      end++;
    }
    return text(from, end).toLowerCase(java.util.Locale.ROOT);
  }

  private void length(int from, int to) {
    check(++lengths == 1 && from < to);
    for (int i = from; i < to; i++) {
      check(bytes[i] >= '0' && bytes[i] <= '9');
      length = length > LONGEST ? length : length * 10 + bytes[i] - '0';
    }
  }

  private void accept(int from, int to) {
    if (!Arrays.equals(bytes, from, to, lastAccept, 0, lastAccept.length)) {
      lastAccept = Arrays.copyOfRange(bytes, from, to);
      lastAccepted = Accepted.parse(text(from, to));
    }
    accepted = lastAccepted;
  }

  private Parsed request(int start, int methodEnd, int targetEnd, boolean oldest) {
    check(codings == 0 || (lengths == 0 && !oldest)); // smuggling: RFC 9112 §6.1
    check(hosts == 1 || oldest);
    Method method = method(start, methodEnd);
    if (method != Method.POST && (length > 0 || codings > 0)) {
      return Refusal.BODY_TOO_LARGE;
    }
    if (codings > 0 && !(chunked && codings == 1)) {
      return Refusal.UNKNOWN_CODING; // RFC 9112 §6.1
    }
    String path = path(method, methodEnd + 1, targetEnd);
    return new Request(
        method,
        path,
        close || oldest,
        curtain,
        queryStart(methodEnd + 1, targetEnd) < targetEnd,
        codings > 0 ? BodyReader.CHUNKED : lengths > 0 ? length : Request.UNSAID,
        accepted,
        ifNoneMatch,
        range,
        ifRange);
  }

  private int queryStart(int from, int to) {
    int at = from;
    while (at < to && bytes[at] != '?') {
      at++;
    }
    return at;
  }

  /**
   * More of the request that was read last, for the few that ask for it: to be called before the
   * next is read, while its bytes are still where they were.
   */
  Particulars particulars() {
    int lineEnd = start;
    while (bytes[lineEnd] != '\r') {
      lineEnd++;
    }
    int targetEnd = find(' ', find(' ', start, lineEnd) + 1, lineEnd);
    int query = Math.min(targetEnd, queryStart(start, targetEnd) + 1);
    Map<String, String> headers = new HashMap<>();
    for (int from = lineEnd + 2; bytes[from] != '\r'; ) {
      int to = from;
      while (bytes[to] != '\r') {
        to++;
      }
      int colon = find(':', from, to);
      headers.merge(
          text(from, colon).toLowerCase(java.util.Locale.ROOT),
          text(colon + 1, to).strip(),
          (before, more) -> before + ", " + more);
      from = to + 2;
    }
    return new Particulars(text(query, targetEnd), headers);
  }

  /**
   * @param query without its question mark
   * @param headers by name in lower case
   */
  record Particulars(String query, Map<String, String> headers) {
    String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  private Method method(int start, int end) {
    return switch (text(start, end)) {
      case "GET" -> Method.GET;
      case "HEAD" -> Method.HEAD;
      case "POST" -> Method.POST;
      case "OPTIONS" -> Method.OPTIONS;
      default -> Method.OTHER;
    };
  }

  /** What is not asked for with GET or HEAD needs no path: CONNECT has none, OPTIONS may have *. */
  private String path(Method method, int from, int to) {
    Optional<String> path = RequestPath.parse(bytes, from, to);
    check(path.isPresent() || method == Method.OPTIONS || method == Method.OTHER);
    return path.orElse("*");
  }

  /** The minor version of HTTP/1.x. */
  private int version(int from, int to) {
    check(to - from == 8 && text(from, from + 5).equals("HTTP/") && bytes[from + 6] == '.');
    int major = bytes[from + 5] - '0';
    int minor = bytes[from + 7] - '0';
    check(major >= 0 && major <= 9 && minor >= 0 && minor <= 9);
    if (major != 1) {
      throw new Stop(Refusal.VERSION);
    }
    return minor;
  }

  private int find(char wanted, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == wanted) {
        return i;
      }
    }
    throw new Stop(Refusal.BAD_REQUEST);
  }

  private boolean isToken(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!TOKEN[bytes[i] & 0xff]) {
        return false;
      }
    }
    return from < to;
  }

  private boolean isHost(int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] <= ' ' || bytes[i] == '/' || bytes[i] == '@' || bytes[i] == ',') {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether these bytes are this name, which is given in lower case; the length is known to fit.
   */
  private boolean is(String name, int from) {
    for (int i = 0; i < name.length(); i++) {
      int c = bytes[from + i];
      if ((c >= 'A' && c <= 'Z' ? c + 32 : c) != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBlank(byte c) {
    return c == ' ' || c == '\t';
  }

  private String text(int from, int to) {
    return new String(bytes, from, to - from, ISO_8859_1);
  }

  private String join(String before, int from, int to) {
    return before.isEmpty() ? text(from, to) : before + ", " + text(from, to);
  }

  private static void check(boolean right) {
    if (!right) {
      throw new Stop(Refusal.BAD_REQUEST);
    }
  }

  /**
   * Ends the reading of a head from within. Without a stack trace it costs no more than a return.
   */
  private static final class Stop extends RuntimeException {
    private final transient Parsed parsed;

    private Stop(Parsed parsed) {
      super(null, null, false, false);
      this.parsed = parsed;
    }
  }
}
