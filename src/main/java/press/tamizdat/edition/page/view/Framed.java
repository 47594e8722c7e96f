package press.tamizdat.edition.page.view;

/**
 * A page, in its frame.
 *
 * @param <T> the same page
 */
public interface Framed<T> {
  Frame frame();

  /** The same page in another frame. */
  T framed(Frame other);
}
