package press.tamizdat.edition.reading;

/** How the bytes of an object are written: as they are, or compressed (RFC 9110, section 8.4.1). */
public enum Encoding {
  IDENTITY(""),
  GZIP(".gz"),
  BROTLI(".br");

  private final String suffix;

  Encoding(String suffix) {
    this.suffix = suffix;
  }

  /** What the file's name ends with. */
  public String suffix() {
    return suffix;
  }
}
