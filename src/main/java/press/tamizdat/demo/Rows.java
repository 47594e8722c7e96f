package press.tamizdat.demo;

import java.awt.image.BufferedImage;

/** Reads a painting between its pixels. */
final class Rows {
  private Rows() {}

  /** Red and green from 0 to 1 along the line at height {@code y}, stretched to the arrays. */
  static void between(BufferedImage painting, double y, double[] red, double[] green) {
    int w = painting.getWidth();
    int top = Math.clamp((int) Math.floor(y), 0, painting.getHeight() - 1);
    int below = Math.min(top + 1, painting.getHeight() - 1);
    double down = Math.clamp(y - top, 0, 1);
    int[] upper = new int[w];
    int[] lower = new int[w];
    painting.getRaster().getDataElements(0, top, w, 1, upper);
    painting.getRaster().getDataElements(0, below, w, 1, lower);
    for (int x = 0; x < red.length; x++) {
      double at = Math.clamp((x + 0.5) * w / red.length - 0.5, 0, w - 1.0);
      int left = (int) at;
      int right = Math.min(left + 1, w - 1);
      double part = at - left;
      red[x] = mean(upper, lower, left, right, part, down, 16);
      green[x] = mean(upper, lower, left, right, part, down, 8);
    }
  }

  private static double mean(
      int[] upper, int[] lower, int left, int right, double part, double down, int shift) {
    double top = band(upper[left], shift) * (1 - part) + band(upper[right], shift) * part;
    double bottom = band(lower[left], shift) * (1 - part) + band(lower[right], shift) * part;
    return (top * (1 - down) + bottom * down) / 255;
  }

  private static int band(int pixel, int shift) {
    return (pixel >> shift) & 0xff;
  }
}
