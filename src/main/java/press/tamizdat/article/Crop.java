package press.tamizdat.article;

import java.util.Optional;

/**
 * A part of a photo, in pixels of the upright picture.
 *
 * @param x of its left edge; {@code y} of its top edge
 */
public record Crop(int x, int y, int width, int height) {
  /** A picture narrower or lower than this cannot be made out. */
  public static final int LEAST = 40;

  /** Proportions that newspapers use. */
  public enum Ratio {
    WIDE(16, 9),
    CLASSIC(3, 2),
    SQUARE(1, 1),
    TALL(4, 5);

    private final int across;
    private final int down;

    Ratio(int across, int down) {
      this.across = across;
      this.down = down;
    }

    /** Such as {@code 16:9}. */
    public String word() {
      return across + ":" + down;
    }

    /**
     * The largest part of these proportions that has the focal point as near its middle as can be.
     */
    public Crop around(FocalPoint focus, int width, int height) {
      double scale = Math.min((double) width / across, (double) height / down);
      int w = Math.clamp(Math.round(across * scale), 1, width);
      int h = Math.clamp(Math.round(down * scale), 1, height);
      return new Crop(
          Math.clamp(focus.x() * (long) width / 1000 - w / 2, 0, width - w),
          Math.clamp(focus.y() * (long) height / 1000 - h / 2, 0, height - h),
          w,
          h);
    }
  }

  /** Whether it lies in a picture of this size, and enough of it is left to look at. */
  public boolean fits(int allWidth, int allHeight) {
    return x >= 0
        && y >= 0
        && width >= Math.min(LEAST, allWidth)
        && height >= Math.min(LEAST, allHeight)
        && (long) x + width <= allWidth
        && (long) y + height <= allHeight;
  }

  /** The same part of the same picture at another size. */
  Crop scaled(int width, int height, int otherWidth, int otherHeight) {
    double across = (double) otherWidth / width;
    double down = (double) otherHeight / height;
    int left = Math.clamp(Math.round(x * across), 0, otherWidth - 1);
    int top = Math.clamp(Math.round(y * down), 0, otherHeight - 1);
    return new Crop(
        left,
        top,
        Math.clamp(Math.round(this.width * across), 1, otherWidth - left),
        Math.clamp(Math.round(this.height * down), 1, otherHeight - top));
  }

  /** As it is kept: {@code x,y,width,height}. */
  String text() {
    return x + "," + y + "," + width + "," + height;
  }

  static Optional<Crop> ofText(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String[] n = text.split(",", -1);
    return Optional.of(
        new Crop(
            Integer.parseInt(n[0]),
            Integer.parseInt(n[1]),
            Integer.parseInt(n[2]),
            Integer.parseInt(n[3])));
  }
}
