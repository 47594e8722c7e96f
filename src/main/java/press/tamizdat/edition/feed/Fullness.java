package press.tamizdat.edition.feed;

import java.util.List;

/**
 * How much of each entry a document has room for. Words go before pictures.
 *
 * @param summary characters of the standfirst at most
 */
record Fullness(boolean pictures, int summary) {
  /** From the fullest to the barest. */
  static final List<Fullness> WAYS =
      List.of(
          new Fullness(true, Integer.MAX_VALUE),
          new Fullness(false, Integer.MAX_VALUE),
          new Fullness(false, 320),
          new Fullness(false, 260),
          new Fullness(false, 210),
          new Fullness(false, 170),
          new Fullness(false, 130),
          new Fullness(false, 90),
          new Fullness(false, 50),
          new Fullness(false, 0));
}
