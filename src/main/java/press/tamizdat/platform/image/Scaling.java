package press.tamizdat.platform.image;

import java.awt.image.BufferedImage;

/**
 * Makes a picture smaller, in linear light: averaging coded sRGB values would darken every fine
 * pattern.
 *
 * <p>Rows are read once and added to the rows that they touch, so that a large picture needs no
 * second copy of itself.
 */
enum Scaling {
  /** Each pixel is the mean of the area under it: crisp. */
  AREA(0.5) {
    @Override
    double cumulative(double t) {
      return Math.clamp(t + 0.5, 0, 1);
    }
  },

  /**
   * A bell over four pixels (the cubic B-spline): soft, so that a printed screen or a woven cloth
   * becomes an even tone, not a moire that costs bytes.
   */
  BELL(2) {
    @Override
    double cumulative(double t) {
      double a = Math.clamp(Math.abs(t), 0, 2);
      double half =
          a < 1 ? a * 2 / 3 - a * a * a / 3 + a * a * a * a / 8 : 0.5 - Math.pow(2 - a, 4) / 24;
      return t < 0 ? 0.5 - half : 0.5 + half;
    }
  };

  private static final float[] LINEAR = new float[256];
  private static final byte[] CODED = new byte[4096];

  static {
    for (int i = 0; i < 256; i++) {
      double c = i / 255.0;
      LINEAR[i] = (float) (c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
    }
    for (int i = 0; i < CODED.length; i++) {
      double l = i / (CODED.length - 1.0);
      double c = l <= 0.0031308 ? l * 12.92 : 1.055 * Math.pow(l, 1 / 2.4) - 0.055;
      CODED[i] = (byte) Math.round(c * 255);
    }
  }

  private final double reach;

  Scaling(double reach) {
    this.reach = reach;
  }

  /** The kernel's integral up to {@code t}, in pixels of the target from a pixel's centre. */
  abstract double cumulative(double t);

  /** {@code source} at the given size, {@link BufferedImage#TYPE_INT_RGB}. */
  BufferedImage to(BufferedImage source, int width, int height) {
    int sourceWidth = source.getWidth();
    int sourceHeight = source.getHeight();
    Weights across = new Weights(sourceWidth, width);
    Weights down = new Weights(sourceHeight, height);
    // Each row's sum is made when it is first touched and let go when it is written.
    float[][] sums = new float[height][0];
    int done = 0;
    BufferedImage target = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[] row = new int[sourceWidth];
    float[] light = new float[sourceWidth * 3];
    float[] narrow = new float[width * 3];
    for (int y = 0; y < sourceHeight; y++) {
      source.getRGB(0, y, sourceWidth, 1, row, 0, sourceWidth);
      lighten(row, light);
      across.narrow(light, narrow);
      for (int t = done; t < height && down.first[t] <= y; t++) {
        if (y >= down.first[t] + down.share[t].length) {
          continue;
        }
        if (sums[t].length == 0) {
          sums[t] = new float[width * 3];
        }
        add(sums[t], narrow, down.share[t][y - down.first[t]]);
      }
      while (done < height && down.first[done] + down.share[done].length <= y + 1) {
        target.setRGB(0, done, width, 1, coded(sums[done]), 0, width);
        sums[done] = new float[0];
        done++;
      }
    }
    return target;
  }

  private static void lighten(int[] row, float[] light) {
    for (int x = 0; x < row.length; x++) {
      light[3 * x] = LINEAR[(row[x] >> 16) & 0xff];
      light[3 * x + 1] = LINEAR[(row[x] >> 8) & 0xff];
      light[3 * x + 2] = LINEAR[row[x] & 0xff];
    }
  }

  private static void add(float[] sum, float[] row, float share) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += row[i] * share;
    }
  }

  private static int[] coded(float[] light) {
    int[] row = new int[light.length / 3];
    for (int x = 0; x < row.length; x++) {
      row[x] = (code(light[3 * x]) << 16) | (code(light[3 * x + 1]) << 8) | code(light[3 * x + 2]);
    }
    return row;
  }

  private static int code(float light) {
    return CODED[Math.clamp(Math.round(light * (CODED.length - 1)), 0, CODED.length - 1)] & 0xff;
  }

  /** For each pixel of one target line: where it begins in the source, and the share of each. */
  private final class Weights {
    final int[] first;
    final float[][] share;

    Weights(int source, int target) {
      first = new int[target];
      share = new float[target][];
      double step = (double) source / target;
      for (int t = 0; t < target; t++) {
        double centre = (t + 0.5) * step;
        int from = (int) Math.max(0, Math.floor(centre - reach * step + 1e-9));
        int to = (int) Math.min(source, Math.ceil(centre + reach * step - 1e-9));
        first[t] = from;
        share[t] = new float[to - from];
        double all = 0;
        for (int s = from; s < to; s++) {
          double part = cumulative((s + 1 - centre) / step) - cumulative((s - centre) / step);
          share[t][s - from] = (float) part;
          all += part;
        }
        for (int i = 0; i < share[t].length; i++) {
          share[t][i] /= (float) all;
        }
      }
    }

    void narrow(float[] light, float[] out) {
      for (int t = 0; t < first.length; t++) {
        float r = 0;
        float g = 0;
        float b = 0;
        int at = first[t] * 3;
        for (float part : share[t]) {
          r += light[at] * part;
          g += light[at + 1] * part;
          b += light[at + 2] * part;
          at += 3;
        }
        out[3 * t] = r;
        out[3 * t + 1] = g;
        out[3 * t + 2] = b;
      }
    }
  }
}
