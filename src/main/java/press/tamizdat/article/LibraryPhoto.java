package press.tamizdat.article;

import java.time.Instant;
import java.util.Optional;
import press.tamizdat.article.published.Photo;

/**
 * A photo in the desk's library.
 *
 * @param width of the upright picture that came in, in pixels; of the largest rendition where that
 *     is not known; {@code height} likewise
 * @param addedBy an account's id, where somebody at the desk added it
 * @param original the name of its original's file, if that was asked to be kept
 */
public record LibraryPhoto(
    Photo photo,
    PhotoText text,
    int width,
    int height,
    FocalPoint focus,
    Optional<Origin> croppedFrom,
    Optional<String> addedBy,
    Optional<String> original,
    Instant arrived) {

  /** What a photo was cut out of. */
  public record Origin(String photo, Crop crop) {}

  public String id() {
    return photo.id();
  }
}
