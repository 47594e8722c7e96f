package press.tamizdat.article;

/**
 * The point of a photo that a crop must keep: a face, not the sky over it.
 *
 * @param x thousandths of the width, from the left edge whatever the language; 0 to 1000
 * @param y thousandths of the height, from the top
 */
public record FocalPoint(int x, int y) {
  public static final FocalPoint MIDDLE = new FocalPoint(500, 500);

  public FocalPoint {
    x = Math.clamp(x, 0, 1000);
    y = Math.clamp(y, 0, 1000);
  }

  /** The same point, as seen within a part of the picture; at its edge if it is outside. */
  FocalPoint within(Crop crop, int width, int height) {
    return new FocalPoint(
        Math.clamp((x * (long) width / 1000 - crop.x()) * 1000 / crop.width(), 0, 1000),
        Math.clamp((y * (long) height / 1000 - crop.y()) * 1000 / crop.height(), 0, 1000));
  }
}
