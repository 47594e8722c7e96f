package press.tamizdat.article;

import java.util.Set;

/**
 * What a photo in an article still needs before readers may see it.
 *
 * @param figure 0 for the photo over the article, n for the nth picture of the body
 * @param photo its id; what the text calls it where the library has no such photo
 * @param caption to tell it from others, may be empty
 */
public record PhotoLack(int figure, String photo, String caption, Set<What> missing) {
  /** What can be missing. */
  public enum What {
    /**
     * The photo itself: it was removed from the library, or never was in it. An article must not be
     * published with it, because its page cannot be made.
     */
    PHOTO,
    CREDIT,
    ALTERNATIVE
  }

  public PhotoLack {
    missing = Set.copyOf(missing);
  }
}
