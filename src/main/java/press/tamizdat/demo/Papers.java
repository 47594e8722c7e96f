package press.tamizdat.demo;

import static press.tamizdat.demo.Canvas.across;
import static press.tamizdat.demo.Canvas.curve;
import static press.tamizdat.demo.Canvas.down;
import static press.tamizdat.demo.Canvas.gradient;
import static press.tamizdat.demo.Canvas.round;
import static press.tamizdat.demo.Canvas.spot;
import static press.tamizdat.demo.Canvas.tone;

import java.awt.Color;
import java.awt.geom.RoundRectangle2D;

/** What words are written with and printed on. */
final class Papers {
  private Papers() {}

  static void newspaperStack(Canvas c) {
    Things.table(c, c.vary(230, 260));
    double x = c.vary(190, 240);
    double foot = 500;
    c.closer(c.vary(1.25, 1.4), x + 230, 560, () -> bundle(c, x, foot));
    if (c.maybe(0.5)) {
      c.soft(5, () -> c.oval(tone(0, 0.5), 760, 510, 66, 12));
      c.blob(
          across(690, tone(1), 780, tone(0.3)), 696, 440, 780, 440, 772, 496, 738, 510, 704, 496);
      c.oval(tone(0.9), 738, 440, 42, 12);
      c.oval(tone(0.1), 738, 441, 36, 9);
      c.bow(tone(0.5), 7, 778, 454, 806, 462, 774, 486);
    }
    c.vignette(0.4);
  }

  private static void bundle(Canvas c, double x, double foot) {
    Town.shade(
        c, 14, 0.7, x + 60, foot, x + 470, foot - 10, x + 640, foot + 20, x + 200, foot + 46);
    int sheets = c.count(12, 19);
    for (int i = 0; i < sheets; i++) {
      double y = foot - i * 13;
      double dx = c.vary(-9, 9);
      c.poly(
          across(x, tone(0.96), x + 300, tone(0.72)),
          x + dx,
          y - 13,
          x + 300 + dx,
          y + 4,
          x + 300 + dx,
          y + 15,
          x + dx,
          y - 2);
      c.poly(
          across(x + 300, tone(0.5), x + 480, tone(0.3)),
          x + 300 + dx,
          y + 4,
          x + 470 + dx,
          y - 56,
          x + 470 + dx,
          y - 45,
          x + 300 + dx,
          y + 15);
      c.line(tone(0.15), 1.6, x + dx, y - 1, x + 300 + dx, y + 16, x + 470 + dx, y - 44);
    }
    double top = foot - sheets * 13;
    c.poly(
        gradient(x, top - 60, x + 470, top, tone(1), tone(0.8)),
        x,
        top,
        x + 180,
        top - 62,
        x + 472,
        top - 44,
        x + 300,
        top + 18);
    page(c, x, top);
    c.line(tone(0.1), 5, x + 150, top + 8, x + 150, foot + 4);
    c.line(tone(0.1), 5, x + 388, top - 12, x + 388, foot - 22);
    c.line(tone(0.1), 4, x + 150, top + 8, x + 326, top - 54);
    c.line(tone(0.1), 4, x + 90, top - 30, x + 388, top - 12);
  }

  /** Headlines, a photo and columns on a page that lies flat: u to the right, w away from us. */
  private static void page(Canvas c, double x, double y) {
    bar(c, x, y, 0.08, 0.84, 0.92, 0.95, tone(0.1));
    bar(c, x, y, 0.08, 0.66, 0.7, 0.76, spot(0.8));
    bar(c, x, y, 0.08, 0.3, 0.48, 0.6, tone(0.3));
    for (int i = 0; i < 9; i++) {
      bar(c, x, y, 0.54, 0.6 - i * 0.06, 0.72, 0.62 - i * 0.06, tone(0.45));
      bar(c, x, y, 0.76, 0.6 - i * 0.06, 0.92, 0.62 - i * 0.06, tone(0.45));
    }
    for (int i = 0; i < 3; i++) {
      bar(c, x, y, 0.08, 0.24 - i * 0.06, 0.48, 0.26 - i * 0.06, tone(0.45));
    }
  }

  private static void bar(
      Canvas c, double x, double y, double u0, double w0, double u1, double w1, Color v) {
    c.poly(
        v,
        px(x, u0, w0),
        py(y, u0, w0),
        px(x, u1, w0),
        py(y, u1, w0),
        px(x, u1, w1),
        py(y, u1, w1),
        px(x, u0, w1),
        py(y, u0, w1));
  }

  private static double px(double x, double u, double w) {
    return x + 300 * u + 176 * w;
  }

  private static double py(double y, double u, double w) {
    return y + 18 * u - 62 * w;
  }

  static void typewriter(Canvas c) {
    Things.table(c, c.vary(290, 320));
    double x = c.vary(210, 260);
    double y = 500;
    Town.shade(c, 14, 0.75, x, y, x + 450, y, x + 600, y + 40, x + 120, y + 60);
    double tilt = c.vary(-8, 8);
    c.poly(
        gradient(x, 40, x + 300, 300, tone(1), tone(0.84)),
        x + 104 + tilt,
        44,
        x + 356 + tilt,
        40,
        x + 350,
        262,
        x + 104,
        262);
    for (int i = 0; i < 9; i++) {
      c.line(
          tone(0.4),
          3,
          x + 130 + tilt * (1 - i / 9.0),
          76 + i * 19,
          x + (i % 4 == 3 ? 230 : 326) + tilt * (1 - i / 9.0),
          75 + i * 19);
    }
    c.box(down(238, tone(0.75), 282, tone(0.04)), x - 20, 240, 500, 42);
    c.line(tone(0.95), 2, x - 16, 250, x + 470, 250);
    for (double knob : new double[] {x - 44, x + 478}) {
      c.fill(
          down(236, tone(0.6), 290, tone(0.03)),
          new RoundRectangle2D.Double(knob, 236, 28, 50, 10, 10));
    }
    c.line(tone(0.85), 6, x - 20, 246, x - 70, 216, x - 84, 220);
    var body =
        curve(
            true, x - 6, 290, x + 60, 274, x + 400, 274, x + 466, 290, x + 486, 400, x + 500, 500,
            x + 230, 512, x - 40, 500, x - 24, 400);
    c.fill(gradient(x, 280, x + 460, 500, tone(0.52), tone(0.04)), body);
    c.bow(tone(0.9, 0.8), 3, x + 4, 300, x + 60, 284, x + 400, 284, x + 452, 296);
    c.blob(
        tone(0.04),
        x + 130,
        300,
        x + 230,
        288,
        x + 330,
        300,
        x + 350,
        350,
        x + 230,
        372,
        x + 110,
        350);
    for (int i = 0; i < 19; i++) {
      double a = Math.PI * (0.12 + 0.76 * i / 18.0);
      c.line(
          tone(0.72),
          2,
          x + 230 - Math.cos(a) * 30,
          300,
          x + 230 - Math.cos(a) * 112,
          330 + Math.sin(a) * 32);
    }
    for (double spool : new double[] {x + 66, x + 394}) {
      c.oval(across(spool - 40, tone(0.7), spool + 40, tone(0.1)), spool, 312, 42, 18);
      c.oval(tone(0.06), spool, 312, 12, 5);
    }
    c.bow(spot(0.8), 4, x + 100, 308, x + 190, 288, x + 270, 288, x + 360, 308);
    for (int row = 0; row < 4; row++) {
      for (int i = 0; i < 11; i++) {
        double kx = x + 8 - row * 9 + row * 6 + i * (41 + row * 1.4);
        double ky = 396 + row * 26;
        c.line(tone(0.02), 3, kx, ky + 4, kx, ky + 14);
        c.oval(tone(0.02), kx, ky + 3, 15, 10);
        c.oval(round(kx - 5, ky - 4, 18, tone(1), tone(0.44)), kx, ky, 13.5, 8.5);
      }
    }
    c.fill(
        down(492, tone(0.8), 506, tone(0.2)),
        new RoundRectangle2D.Double(x + 90, 492, 270, 13, 10, 10));
    c.vignette(0.4);
  }
}
