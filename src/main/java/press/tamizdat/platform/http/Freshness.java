package press.tamizdat.platform.http;

/** How long a reader's browser may keep an answer (RFC 9111 §5.2). */
public enum Freshness {
  /** The path names the bytes; they never change. */
  FOREVER("public, max-age=31536000, immutable"),
  /** For a minute without asking, then asking by validator. */
  BRIEFLY("public, max-age=60"),
  /** Not at all: an answer to one reader only. */
  NEVER("no-store");

  private final String directive;

  Freshness(String directive) {
    this.directive = directive;
  }

  String directive() {
    return directive;
  }
}
