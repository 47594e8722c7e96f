package press.tamizdat.demo;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * Screens a painting as a newspaper's block-maker did: round dots on a lattice turned by 45
 * degrees, the second ink's between those of the first.
 *
 * <p>A dot is where a wave {@code cos(x)·cos(y)} is above the tone. Its edge is smoothed by the
 * wave's own slope, so that no larger picture has to be made and shrunk.
 */
final class Halftone {
  /** Between dots, in pixels: fine enough to blend when the picture is shown a fifth as wide. */
  private static final double PITCH = 8;

  private static final double STEEP = Math.PI * Math.sqrt(2) / PITCH;

  private static final int[] PAPER = {246, 242, 232};
  private static final int[] INK = {33, 28, 18};
  private static final int[] SPOT = {186, 58, 44};

  private static final int STEPS = 2048;
  private static final double[] COVER = covers();
  private static final double[] LEVEL = levels();

  private Halftone() {}

  /** How much ink a tone needs. What is nearly white stays paper, what is nearly black closes. */
  private static double[] covers() {
    // Ink spreads in the paper: a dot prints a little larger than it was cut.
    double gain = 0.02;
    double[] covers = new double[STEPS + 1];
    for (int i = 0; i < covers.length; i++) {
      double cover = 1.03 - Math.pow(Math.min(1, 1.1 * i / STEPS), 1.45);
      covers[i] = cover < 0.05 ? 0 : Math.min(1, cover + gain);
    }
    return covers;
  }

  /** The height of the wave above which a given share of the paper lies. */
  private static double[] levels() {
    int fine = 512;
    double[] heights = new double[fine * fine];
    for (int y = 0; y < fine; y++) {
      for (int x = 0; x < fine; x++) {
        heights[y * fine + x] =
            Math.cos((x + 0.5) * Math.PI / fine) * Math.cos((y + 0.5) * Math.PI / fine);
      }
    }
    Arrays.sort(heights);
    double[] levels = new double[STEPS + 1];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = heights[(int) ((1 - (double) i / STEPS) * (heights.length - 1))];
    }
    return levels;
  }

  static BufferedImage screen(BufferedImage painting, int width, int height) {
    BufferedImage print = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    double[] red = new double[width];
    double[] green = new double[width];
    int[] row = new int[width];
    double[] across = wave(width);
    double[] down = wave(height);
    for (int y = 0; y < height; y++) {
      Rows.between(painting, (y + 0.5) * painting.getHeight() / height - 0.5, red, green);
      for (int x = 0; x < width; x++) {
        double ink = dot(across[x], down[y], COVER[(int) (red[x] * STEPS)]);
        double colour = Math.min(1, (red[x] - green[x]) * 1.15);
        // The second ink's dots stand between the first one's.
        row[x] = mix(ink, colour < 0.02 ? 0 : dot(-across[x], down[y], colour));
      }
      print.setRGB(0, y, width, 1, row, 0, width);
    }
    return print;
  }

  /** Two such waves, one across and one down, peak together on a lattice turned by 45 degrees. */
  private static double[] wave(int length) {
    double[] wave = new double[length];
    for (int i = 0; i < length; i++) {
      wave[i] = Math.cos(i * STEEP);
    }
    return wave;
  }

  /** How much of a pixel lies in a dot that covers a given share of its cell. */
  private static double dot(double across, double down, double cover) {
    if (cover <= 0 || cover >= 1) {
      return cover;
    }
    double level = LEVEL[(int) (cover * STEPS)];
    double a = across * across;
    double d = down * down;
    double slope = STEEP * Math.sqrt(a + d - 2 * a * d);
    return Math.clamp(0.5 + (across * down - level) / Math.max(slope, 0.12), 0, 1);
  }

  private static int mix(double ink, double extra) {
    int pixel = 0;
    for (int band = 0; band < 3; band++) {
      double paper = PAPER[band] + (SPOT[band] - PAPER[band]) * extra;
      pixel = (pixel << 8) | (int) Math.round(paper + (INK[band] - paper) * ink);
    }
    return pixel;
  }
}
