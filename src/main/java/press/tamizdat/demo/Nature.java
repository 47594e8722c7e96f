package press.tamizdat.demo;

import static press.tamizdat.demo.Canvas.HEIGHT;
import static press.tamizdat.demo.Canvas.WIDTH;
import static press.tamizdat.demo.Canvas.down;
import static press.tamizdat.demo.Canvas.tone;

import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** Sky, land, water, trees and what falls from above. */
final class Nature {
  private Nature() {}

  /** A sky as the weather has it, down to the horizon. */
  static void sky(Canvas c, double horizon) {
    sky(c, horizon, c.weather.top, c.weather.low, c.weather.cloud);
  }

  static void sky(Canvas c, double horizon, double top, double low, double cloud) {
    c.box(down(0, tone(top), horizon, tone(low)), 0, 0, WIDTH, horizon + 1);
    if (c.weather != Weather.HEAVY) {
      double x = c.vary(120, 420);
      double y = horizon - c.vary(30, 150);
      c.glow(1, 0.9, x, y, c.vary(260, 420));
      c.glow(1, 0.9, x, y, 90);
    }
    clouds(c, horizon, cloud);
  }

  /** Banks of cloud, drawn together towards the horizon. */
  private static void clouds(Canvas c, double horizon, double strength) {
    BufferedImage sheet =
        new BufferedImage(WIDTH / 2, (int) horizon / 2 + 1, BufferedImage.TYPE_INT_ARGB);
    double shift = c.vary(0, 500);
    for (int y = 0; y < sheet.getHeight(); y++) {
      double depth = 60 / (horizon - 2 * y + 70);
      for (int x = 0; x < sheet.getWidth(); x++) {
        double n = c.noise.cloudy((x - 225) * depth / 42 + shift, depth * 14, 5);
        // Lit on their left: where the cloud grows denser to the right.
        double lit = n - c.noise.cloudy((x - 236) * depth / 42 + shift, depth * 14 + 0.12, 3);
        double body = Math.clamp((n - 0.46) * 5, 0, 1);
        double v = Math.clamp(0.62 + lit * 2.4, 0.2, 1);
        int alpha = (int) (255 * body * strength);
        int t = (int) (255 * v);
        sheet.setRGB(x, y, (alpha << 24) | (t << 16) | (t << 8) | t);
      }
    }
    c.image(sheet, 0, 0, WIDTH, horizon);
  }

  /** A ridge from edge to edge, lighter at its foot where the haze lies. */
  static void hills(Canvas c, double y, double height, double v, double haze, double rough) {
    int points = WIDTH / 6 + 2;
    double[] xy = new double[2 * points + 4];
    double shift = c.vary(0, 900);
    for (int i = 0; i < points; i++) {
      xy[2 * i] = 6.0 * i;
      xy[2 * i + 1] = y - height * c.noise.cloudy(6 * i / rough + shift, 3.3, 5);
    }
    xy[2 * points] = 6.0 * points;
    xy[2 * points + 1] = HEIGHT;
    xy[2 * points + 3] = HEIGHT;
    c.poly(down(y - height, tone(v), y + 20, tone(Math.min(1, v + haze))), xy);
  }

  /** What stands above the shore line appears in the water below it, shaken by waves. */
  static void water(Canvas c, double shore, double rough, double dark) {
    int top = (int) shore;
    double shift = c.vary(0, 50);
    int[] pixels = ((DataBufferInt) c.image.getRaster().getDataBuffer()).getData();
    for (int y = top; y < HEIGHT; y++) {
      double near = (y - top + 4.0) / (HEIGHT - top);
      double across = 1 / (30 + 150 * near);
      double down = (y - top) / (1.2 + 16 * near);
      for (int x = 0; x < WIDTH; x++) {
        double wave = c.noise.cloudy(x * across + shift, down, 2) - 0.5;
        double sway = wave * rough;
        int sx = Math.clamp(Math.round(x + sway * 40 * near), 0, WIDTH - 1);
        int sy = Math.clamp(Math.round(2 * top - y + sway * 130 * near), 0, top - 1);
        double shade = 1 - dark * (0.35 + 0.65 * near) + wave * 0.5 * rough;
        pixels[y * WIDTH + x] = scaled(pixels[sy * WIDTH + sx], shade);
      }
    }
  }

  private static int scaled(int p, double by) {
    int r = (int) Math.clamp(((p >> 16) & 0xff) * by, 0, 255);
    int g = (int) Math.clamp(((p >> 8) & 0xff) * by, 0, 255);
    int b = (int) Math.clamp((p & 0xff) * by, 0, 255);
    return (r << 16) | (g << 8) | b;
  }

  /** Short bright strokes on the water, longer and sparser towards the beholder. */
  static void glitter(Canvas c, double shore, double x, double spread, int many) {
    for (int i = 0; i < many; i++) {
      double near = Math.pow(c.vary(0, 1), 1.6);
      double y = shore + 4 + near * (HEIGHT - shore);
      double at = x + c.vary(-1, 1) * spread * (0.3 + near);
      double half = 3 + 26 * near * c.vary(0.3, 1);
      c.line(tone(1, 0.75), 0.8 + 2 * near, at - half, y, at + half, y + c.vary(-1, 1));
    }
  }

  /** A band of mist with frayed edges. */
  static void fog(Canvas c, double y0, double y1, double v, double alpha) {
    double middle = (y0 + y1) / 2;
    c.box(down(y0, tone(v, 0), middle, tone(v, alpha)), 0, y0, WIDTH, middle - y0);
    c.box(down(middle, tone(v, alpha), y1, tone(v, 0)), 0, middle, WIDTH, y1 - middle);
  }

  static void pine(Canvas c, double x, double foot, double h, double v) {
    Path2D tree = new Path2D.Double();
    tree.moveTo(x, foot - h);
    int tiers = 9;
    for (int side = 1; side >= -1; side -= 2) {
      for (int i = 1; i <= tiers; i++) {
        int t = side > 0 ? i : tiers - i + 1;
        double w = h * 0.2 * t / tiers * c.vary(0.75, 1.15);
        double y = foot - h + h * 0.92 * t / tiers;
        if (side > 0) {
          tree.lineTo(x + w, y);
          tree.lineTo(x + w * 0.45, y - h * 0.015);
        } else {
          tree.lineTo(x - w * 0.45, y - h * 0.015);
          tree.lineTo(x - w, y);
        }
      }
    }
    tree.closePath();
    c.box(tone(v * 0.8), x - h * 0.012, foot - h * 0.12, h * 0.024, h * 0.12);
    c.fill(tone(v), tree);
  }

  /** A bare tree that forks on and on. */
  static void bare(Canvas c, double x, double foot, double h, double v) {
    branch(c, x, foot, h * 0.34, -Math.PI / 2, h * 0.03, v, 6);
  }

  private static void branch(
      Canvas c, double x, double y, double length, double angle, double w, double v, int left) {
    double ex = x + Math.cos(angle) * length;
    double ey = y + Math.sin(angle) * length;
    c.line(tone(v), Math.max(0.7, w), x, y, ex, ey);
    if (left == 0) {
      return;
    }
    int forks = left > 4 ? 2 : c.count(2, 3);
    for (int i = 0; i < forks; i++) {
      double turn = c.vary(-0.75, 0.75);
      branch(c, ex, ey, length * c.vary(0.6, 0.82), angle + turn, w * 0.64, v, left - 1);
    }
  }

  static void grass(Canvas c, double y, double v, int many) {
    for (int i = 0; i < many; i++) {
      double x = c.vary(-10, WIDTH + 10);
      double h = c.vary(14, 60);
      double lean = c.vary(-14, 18);
      c.bow(tone(v, 0.9), c.vary(0.8, 2.2), x, y, x + lean * 0.3, y - h * 0.6, x + lean, y - h);
    }
  }

  static void snow(Canvas c, int many) {
    for (int i = 0; i < many; i++) {
      double r = c.vary(0.8, 1.5) * (c.maybe(0.12) ? 2.4 : 1);
      c.oval(tone(1, 0.85), c.vary(0, WIDTH), c.vary(0, HEIGHT), r, r);
    }
  }

  static void rain(Canvas c, int many) {
    for (int i = 0; i < many; i++) {
      double x = c.vary(0, WIDTH + 60);
      double y = c.vary(-30, HEIGHT);
      double l = c.vary(14, 42);
      c.line(tone(1, c.vary(0.15, 0.5)), c.vary(0.6, 1.4), x, y, x - l * 0.22, y + l);
    }
  }

  static void birds(Canvas c, double x, double y, double spread, int many) {
    for (int i = 0; i < many; i++) {
      double bx = x + c.vary(-spread, spread);
      double by = y + c.vary(-spread, spread) * 0.45;
      double s = c.vary(4, 9);
      c.bow(tone(0.12), 1.5, bx - s, by - s * 0.5, bx - s * 0.4, by - s * 0.6, bx, by);
      c.bow(tone(0.12), 1.5, bx, by, bx + s * 0.4, by - s * 0.7, bx + s, by - s * 0.4);
    }
  }

  static void smoke(Canvas c, double x, double y, double size, double v, double alpha) {
    c.soft(
        9,
        () -> {
          for (int i = 0; i < 26; i++) {
            double t = i / 26.0;
            double r = size * (0.25 + 1.6 * t) * c.vary(0.7, 1.2);
            double px = x + t * size * 7 + c.vary(-r, r) * 0.5;
            double py = y - Math.pow(t, 0.6) * size * 4 + c.vary(-r, r) * 0.4;
            c.oval(tone(v + c.vary(-0.12, 0.12), alpha * (1 - t * 0.85)), px, py, r, r * 0.8);
          }
        });
  }
}
