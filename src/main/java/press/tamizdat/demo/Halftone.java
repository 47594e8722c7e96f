package press.tamizdat.demo;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * Screens a painting as a newspaper's block-maker did: round dots on a lattice turned by 45 degrees
 * for the black ink, by 75 for the spot colour.
 *
 * <p>A dot is where a wave {@code cos(x)·cos(y)} is above the tone. Its edge is smoothed by the
 * wave's own slope, so that no larger picture has to be made and shrunk.
 */
final class Halftone {
  /** Between dots, in pixels: fine enough to blend when the picture is shown a fifth as wide. */
  private static final double PITCH = 8;

  private static final int[] PAPER = {246, 242, 232};
  private static final int[] INK = {30, 27, 25};
  private static final int[] SPOT = {178, 62, 48};

  /** Ink spreads in the paper: a dot prints a little larger than it was cut. */
  private static final double GAIN = 0.03;

  private static final double GAMMA = 1.75;
  private static final double[] LEVEL = levels();

  private Halftone() {}

  /** The wave's height above which a given share of the paper lies: index 1024 is all of it. */
  private static double[] levels() {
    int fine = 512;
    double[] heights = new double[fine * fine];
    for (int i = 0; i < heights.length; i++) {
      heights[i] =
          Math.cos((i % fine + 0.5) * Math.PI / fine) * Math.cos((i / fine + 0.5) * Math.PI / fine);
    }
    Arrays.sort(heights);
    double[] level = new double[1025];
    for (int i = 0; i < level.length; i++) {
      level[i] = heights[(int) ((1 - i / 1024.0) * (heights.length - 1))];
    }
    return level;
  }

  static BufferedImage screen(BufferedImage painting, int width, int height) {
    BufferedImage print = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    double[] red = new double[width];
    double[] green = new double[width];
    int[] row = new int[width];
    Wave black = new Wave(45);
    Wave second = new Wave(75);
    for (int y = 0; y < height; y++) {
      Rows.between(painting, (y + 0.5) * painting.getHeight() / height - 0.5, red, green);
      for (int x = 0; x < width; x++) {
        double ink = dot(black, x, y, cover(red[x]));
        double colour = red[x] - green[x];
        double extra = colour < 0.02 ? 0 : dot(second, x, y, Math.min(1, colour * 1.15));
        row[x] = mix(ink, extra);
      }
      print.setRGB(0, y, width, 1, row, 0, width);
    }
    return print;
  }

  private static double cover(double tone) {
    double cover = 1 - Math.pow(tone, GAMMA);
    return cover < 0.02 ? 0 : Math.min(1, cover + GAIN);
  }

  private static double dot(Wave wave, int x, int y, double cover) {
    if (cover <= 0 || cover >= 1) {
      return cover;
    }
    double at = cover * 1024;
    int low = (int) at;
    double level = LEVEL[low] + (LEVEL[low + 1] - LEVEL[low]) * (at - low);
    return wave.above(x, y, level);
  }

  private static int mix(double ink, double extra) {
    int pixel = 0;
    for (int band = 0; band < 3; band++) {
      double paper = PAPER[band] + (SPOT[band] - PAPER[band]) * extra;
      pixel = (pixel << 8) | (int) Math.round(paper + (INK[band] - paper) * ink);
    }
    return pixel;
  }

  /** The lattice: two waves whose product peaks once in each cell. */
  private static final class Wave {
    private static final double STEEP = Math.PI * Math.sqrt(2) / PITCH;

    private final double ax;
    private final double ay;

    Wave(double degrees) {
      // The product's cells stand on their corners, so the waves run 45 degrees off the lattice.
      double angle = Math.toRadians(degrees - 45);
      ax = Math.cos(angle) * STEEP;
      ay = Math.sin(angle) * STEEP;
    }

    /** How much of this pixel lies above the level. */
    double above(int x, int y, double level) {
      double u = ax * x + ay * y;
      double v = ax * y - ay * x;
      double cu = Math.cos(u);
      double cv = Math.cos(v);
      double slope = STEEP * Math.sqrt(cu * cu + cv * cv - 2 * cu * cu * cv * cv);
      return Math.clamp(0.5 + (cu * cv - level) / Math.max(slope, 0.12), 0, 1);
    }
  }
}
