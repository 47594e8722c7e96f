package press.tamizdat.edition.page.view;

import java.util.List;

/**
 * The page of corrections.
 *
 * @param more whether earlier ones are not on this page
 */
public record Errata(Frame frame, List<Erratum> corrections, boolean more, Link archive)
    implements Framed<Errata> {
  @Override
  public Errata framed(Frame other) {
    return new Errata(other, corrections, more, archive);
  }

  /** What was put right, when, and under which story. */
  public record Erratum(Moment at, Link story, String text) {}
}
