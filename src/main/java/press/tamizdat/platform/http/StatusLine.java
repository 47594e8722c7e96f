package press.tamizdat.platform.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** The first line of an answer (RFC 9112 §4), as bytes. */
final class StatusLine {
  private static final byte[][] LINES = new byte[600][];

  static {
    for (int status = 200; status < 600; status++) {
      LINES[status] = ("HTTP/1.1 " + status + " " + phrase(status) + "\r\n").getBytes(ISO_8859_1);
    }
  }

  private StatusLine() {}

  static byte[] of(int status) {
    return LINES[status];
  }

  static String phrase(int status) {
    return switch (status) {
      case 200 -> "OK";
      case 202 -> "Accepted";
      case 204 -> "No Content";
      case 206 -> "Partial Content";
      case 303 -> "See Other";
      case 304 -> "Not Modified";
      case 308 -> "Permanent Redirect";
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 408 -> "Request Timeout";
      case 410 -> "Gone";
      case 411 -> "Length Required";
      case 413 -> "Content Too Large";
      case 414 -> "URI Too Long";
      case 415 -> "Unsupported Media Type";
      case 416 -> "Range Not Satisfiable";
      case 417 -> "Expectation Failed";
      case 422 -> "Unprocessable Content";
      case 429 -> "Too Many Requests";
      case 431 -> "Request Header Fields Too Large";
      case 500 -> "Internal Server Error";
      case 501 -> "Not Implemented";
      case 503 -> "Service Unavailable";
      case 505 -> "HTTP Version Not Supported";
      default -> "";
    };
  }
}
