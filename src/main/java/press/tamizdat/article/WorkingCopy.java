package press.tamizdat.article;

import java.time.Instant;

/**
 * What somebody has typed and not yet saved, as the desk last heard of it.
 *
 * @param newer whether somebody else's revision is newer than what it was typed on top of
 */
public record WorkingCopy(Manuscript manuscript, Instant at, boolean newer) {
  public Content content() {
    return manuscript.content();
  }
}
