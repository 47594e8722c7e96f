package press.tamizdat.platform.image;

import java.awt.image.BufferedImage;
import java.util.List;

/**
 * The three sizes in which a picture is published, made from its pixels alone.
 *
 * <p>The small one is what a reader on a throttled connection gets, and it keeps its budget at any
 * price: first quality is given up, then width. The other two only aim at theirs. None is ever
 * larger than the original.
 */
public final class Renditions {
  /** Fits, with its headers, into what a freezing connection lets through. */
  public static final int SMALL_BYTES = 6_144;

  private static final int MEDIUM_BYTES = 40 * 1024;
  private static final int LARGE_BYTES = 120 * 1024;
  private static final int[] SMALL_WIDTHS = {320, 280, 240, 200, 160, 120, 80, 40, 16};
  private static final int BEST = 75;
  private static final int WORST = 25;
  private static final int FINE = 2;
  private static final int COARSE = 10;

  private Renditions() {}

  /** Small, medium and large, in that order. */
  public static List<Rendered> of(BufferedImage picture) {
    return List.of(
        small(picture),
        best(scaled(picture, 720, Scaling.AREA), MEDIUM_BYTES, COARSE),
        best(scaled(picture, 1280, Scaling.AREA), LARGE_BYTES, COARSE));
  }

  private static Rendered small(BufferedImage picture) {
    Rendered smallest = best(scaled(picture, SMALL_WIDTHS[0], Scaling.BELL), SMALL_BYTES, FINE);
    for (int i = 1; i < SMALL_WIDTHS.length && smallest.bytes().length > SMALL_BYTES; i++) {
      smallest = best(scaled(picture, SMALL_WIDTHS[i], Scaling.BELL), SMALL_BYTES, FINE);
    }
    if (smallest.bytes().length > SMALL_BYTES) {
      throw new IllegalStateException("a picture of 16 pixels across needs more than 6 KB");
    }
    return smallest;
  }

  /** As wide as asked; a tall picture is held to twice as high as that. */
  private static BufferedImage scaled(BufferedImage picture, int width, Scaling scaling) {
    double factor =
        Math.min(
            1, Math.min((double) width / picture.getWidth(), 2.0 * width / picture.getHeight()));
    int w = Math.max(1, (int) Math.round(picture.getWidth() * factor));
    int h = Math.max(1, (int) Math.round(picture.getHeight() * factor));
    return factor == 1 ? Scaling.AREA.to(picture, w, h) : scaling.to(picture, w, h);
  }

  /** The best quality that fits, or the worst if none does. */
  private static Rendered best(BufferedImage image, int budget, int step) {
    byte[] fits = Webp.write(image, BEST);
    if (fits.length <= budget) {
      return rendered(image, fits);
    }
    int tooGood = BEST;
    int good = WORST;
    fits = Webp.write(image, WORST);
    while (fits.length <= budget && tooGood - good > step) {
      int middle = (good + tooGood) / 2;
      byte[] tried = Webp.write(image, middle);
      if (tried.length <= budget) {
        good = middle;
        fits = tried;
      } else {
        tooGood = middle;
      }
    }
    return rendered(image, fits);
  }

  private static Rendered rendered(BufferedImage image, byte[] bytes) {
    return new Rendered(image.getWidth(), image.getHeight(), bytes);
  }
}
