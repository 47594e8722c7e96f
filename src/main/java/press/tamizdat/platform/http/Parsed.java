package press.tamizdat.platform.http;

/** What bytes turned out to be. */
sealed interface Parsed permits Request, Refusal, Parsed.Incomplete {
  /** Not wrong so far. */
  record Incomplete() implements Parsed {
    static final Incomplete YET = new Incomplete();
  }
}
