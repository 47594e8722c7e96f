package press.tamizdat.demo;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** Softens a layer: a box of five pixels, both ways, twice over, which is nearly a bell. */
final class Blur {
  private Blur() {}

  /** In place; {@code layer} holds premultiplied pixels. */
  static void twice(BufferedImage layer) {
    int[] pixels = ((DataBufferInt) layer.getRaster().getDataBuffer()).getData();
    int w = layer.getWidth();
    int h = layer.getHeight();
    int[] other = new int[pixels.length];
    for (int i = 0; i < 2; i++) {
      lines(pixels, other, w, h, 1, w);
      lines(other, pixels, h, w, w, 1);
    }
  }

  private static void lines(int[] from, int[] to, int length, int lines, int step, int next) {
    for (int line = 0; line < lines; line++) {
      int start = line * next;
      for (int i = 0; i < length; i++) {
        int a = 0;
        int r = 0;
        int g = 0;
        int b = 0;
        for (int k = -2; k <= 2; k++) {
          int p = from[start + Math.clamp(i + k, 0, length - 1) * step];
          a += p >>> 24;
          r += (p >> 16) & 0xff;
          g += (p >> 8) & 0xff;
          b += p & 0xff;
        }
        to[start + i * step] = ((a / 5) << 24) | ((r / 5) << 16) | ((g / 5) << 8) | (b / 5);
      }
    }
  }
}
