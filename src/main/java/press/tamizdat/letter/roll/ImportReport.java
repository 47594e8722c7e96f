package press.tamizdat.letter.roll;

/** Who is told how an import goes on. Nothing that is told holds an address. */
public interface ImportReport {
  /** Why a line was passed over. */
  enum Why {
    /** The line is no record: a stray quote, bytes that are not UTF-8. */
    MALFORMED,
    NOT_AN_ADDRESS,
    /** The same address stood in the file before. */
    TWICE,
    /** It names no letter that the publication has in this language. */
    NO_LETTER
  }

  /**
   * A line was passed over.
   *
   * @param line from 1
   */
  void passedOver(long line, Why why);

  /** So many lines are done for good. */
  void progress(long lines, long added);
}
