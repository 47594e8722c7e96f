package press.tamizdat.platform.http;

/** A content coding (RFC 9110 §8.4.1): how a file was compressed before it was stored. */
public enum Encoding {
  IDENTITY("identity", ""),
  GZIP("gzip", "-gz"),
  BROTLI("br", "-br"),
  ZSTD("zstd", "-zst");

  private final String token;
  private final String mark;

  Encoding(String token, String mark) {
    this.token = token;
    this.mark = mark;
  }

  /** Its name in {@code Content-Encoding}. */
  public String token() {
    return token;
  }

  /** What it adds to an entity tag, so that every encoding has a strong validator of its own. */
  String mark() {
    return mark;
  }
}
