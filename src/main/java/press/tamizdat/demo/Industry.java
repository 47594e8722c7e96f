package press.tamizdat.demo;

import static press.tamizdat.demo.Canvas.HEIGHT;
import static press.tamizdat.demo.Canvas.WIDTH;
import static press.tamizdat.demo.Canvas.across;
import static press.tamizdat.demo.Canvas.down;
import static press.tamizdat.demo.Canvas.path;
import static press.tamizdat.demo.Canvas.spot;
import static press.tamizdat.demo.Canvas.tone;

/** Scenes of work that is seen from afar. */
final class Industry {
  private Industry() {}

  static void mineTower(Canvas c) {
    double ground = c.vary(430, 455);
    Nature.sky(c, ground);
    Nature.hills(c, ground, 60, 0.62, 0.2, 170);
    c.poly(down(250, tone(0.5), ground, tone(0.74)), 560, ground, 700, 268, 780, 300, 980, ground);
    c.poly(tone(0.34), 700, 268, 780, 300, 980, ground, 760, ground);
    c.texture(path(true, 560, ground, 700, 268, 780, 300, 980, ground), 30, 60, 0.3);
    Nature.fog(c, ground - 100, ground + 10, 0.92, 0.6);
    double x = c.vary(270, 350);
    winding(c, x, ground + 8);
    Town.block(c, x + 140, ground + 10, 170, 92, 0.62, 0.12);
    c.poly(
        tone(0.2),
        x + 136,
        ground - 82,
        x + 266,
        ground - 82,
        x + 236,
        ground - 112,
        x + 160,
        ground - 112);
    c.box(down(ground + 6, tone(0.4), HEIGHT, tone(0.1)), 0, ground + 6, WIDTH, HEIGHT);
    c.texture(0, ground + 6, WIDTH, HEIGHT, 120, 10, 0.4);
    rails(c, x - 60, ground + 8);
    People.crowd(c, x + 90, x + 420, ground + 40, ground + 96, 110, c.count(4, 7));
    if (c.weather == Weather.HEAVY) {
      Nature.snow(c, 240);
    }
    c.vignette(0.3);
  }

  private static void winding(Canvas c, double x, double foot) {
    double top = foot - 330;
    for (double off : new double[] {-46, -16, 16, 46}) {
      c.line(tone(0.08), 7, x + off * 0.8, top + 34, x + off * 1.25, foot);
    }
    c.line(tone(0.08), 9, x + 20, top + 40, x + 176, foot);
    c.line(tone(0.08), 9, x + 4, top + 60, x + 130, foot);
    for (int i = 0; i < 7; i++) {
      double y = foot - 40 * i - 8;
      double half = 58 - 3.2 * i;
      c.line(tone(0.08), 3.5, x - half, y, x + half, y);
      c.line(tone(0.1), 2, x - half, y, x + half - 3, y - 40);
      c.line(tone(0.1), 2, x + half, y, x - half + 3, y - 40);
    }
    c.box(tone(0.08), x - 62, top + 30, 124, 10);
    for (double wx : new double[] {x - 26, x + 30}) {
      ring(c, wx, top + 2, 36);
    }
    c.line(tone(0.1), 1.8, x + 54, top - 18, x + 300, foot - 70);
    c.line(tone(0.1), 1.8, x + 4, top - 24, x + 290, foot - 70);
    c.poly(tone(0.1), x - 76, top + 30, x + 76, top + 30, x + 66, top + 22, x - 66, top + 22);
    c.poly(spot(0.82), x, top - 40, x + 44, top - 54, x, top - 66);
    c.line(tone(0.08), 2.5, x, top + 20, x, top - 68);
  }

  private static void ring(Canvas c, double x, double y, double r) {
    double[] xy = new double[2 * 33];
    for (int i = 0; i <= 32; i++) {
      xy[2 * i] = x + r * Math.cos(i * Math.PI / 16);
      xy[2 * i + 1] = y + r * Math.sin(i * Math.PI / 16);
    }
    c.line(tone(0.07), 5, xy);
    for (int i = 0; i < 32; i += 4) {
      c.line(tone(0.07), 2, x, y, xy[2 * i], xy[2 * i + 1]);
    }
  }

  private static void rails(Canvas c, double goX, double goY) {
    for (int i = 0; i < 16; i++) {
      double t = Math.pow(0.8, i);
      double y = goY + (640 - goY) * t;
      c.line(tone(0.06), 10 * t + 0.6, goX + (30 - goX) * t, y, goX + (330 - goX) * t, y);
    }
    c.line(tone(0.75), 5, goX, goY, 80, 640);
    c.line(tone(0.75), 5, goX, goY, 270, 640);
  }

  static void factoryChimneys(Canvas c) {
    double ground = c.vary(440, 470);
    Nature.sky(c, ground);
    double[] xs = {c.vary(500, 540), c.vary(610, 650), c.vary(720, 760), c.vary(250, 300)};
    for (int i = 0; i < xs.length; i++) {
      double h = i == 3 ? 350 : 230 + 24 * i;
      double w = i == 3 ? 24 : 16;
      Nature.smoke(c, xs[i], ground - h - 8, w * 1.3, i == 3 ? 0.25 : 0.45, 0.75);
      c.poly(
          across(xs[i] - w, tone(0.72), xs[i] + w, tone(0.12)),
          xs[i] - w * 0.6,
          ground - h,
          xs[i] + w * 0.6,
          ground - h,
          xs[i] + w,
          ground,
          xs[i] - w,
          ground);
      for (int band = 0; band < 2; band++) {
        double y = ground - h + 12 + 30 * band;
        c.box(i == 3 ? spot(0.8) : tone(0.18), xs[i] - w * 0.62, y, w * 1.24, 14);
      }
    }
    Nature.fog(c, ground - 170, ground - 10, 0.9, 0.6);
    double x = 120;
    for (int i = 0; i < 6; i++) {
      saw(c, x + i * 118, ground, 118, 70, 0.44);
    }
    Town.block(c, c.vary(20, 60), ground + 8, 150, 150, 0.5, 0.15);
    Town.block(c, 780, ground + 8, 170, 110, 0.4, 0.2);
    c.box(down(ground, tone(0.5), HEIGHT, tone(0.14)), 0, ground, WIDTH, HEIGHT);
    c.texture(0, ground, WIDTH, HEIGHT, 140, 9, 0.35);
    fence(c, HEIGHT - 20);
    Town.lamp(c, c.vary(90, 150), HEIGHT, 240, 0.06, c.weather == Weather.EVENING);
    People.crowd(c, 300, 640, ground + 46, ground + 90, 100, c.count(3, 8));
    c.vignette(0.3);
  }

  private static void saw(Canvas c, double x, double foot, double w, double h, double v) {
    c.box(down(foot - h, tone(v), foot, tone(v * 0.7)), x, foot - h, w, h);
    c.poly(
        tone(v + 0.35),
        x,
        foot - h,
        x,
        foot - h * 1.7,
        x + w * 0.3,
        foot - h * 1.7,
        x + w * 0.3,
        foot - h);
    c.poly(tone(v * 0.6), x, foot - h * 1.7, x + w, foot - h, x, foot - h);
    Town.windows(c, x + 8, foot - h * 0.8, w - 16, h * 0.6, 16, v * 0.4, 0.3);
  }

  private static void fence(Canvas c, double foot) {
    for (int i = 0; i < 19; i++) {
      c.line(tone(0.05), 4, i * 50, foot + 30, i * 50, foot - 56);
    }
    for (int i = 0; i < 4; i++) {
      c.line(tone(0.05), 1.4, 0, foot - 50 + i * 20, WIDTH, foot - 50 + i * 20);
    }
  }

  static void radioMast(Canvas c) {
    double ground = c.vary(470, 500);
    Nature.sky(c, ground);
    Nature.hills(c, ground, 90, 0.56, 0.3, 220);
    Nature.hills(c, ground + 8, 50, 0.3, 0.15, 110);
    double x = c.vary(330, 400);
    double top = 34;
    double foot = ground - 8;
    for (int side = -1; side <= 1; side += 2) {
      for (int i = 1; i <= 3; i++) {
        c.line(tone(0.12), 1.6, x, foot - (foot - top) * i / 3.3, x + side * 110 * i, foot + 14);
      }
    }
    c.line(tone(0.08), 4.5, x - 11, foot, x - 9, top + 30);
    c.line(tone(0.3), 3, x + 11, foot, x + 9, top + 30);
    for (int i = 0; i < 22; i++) {
      double y = foot - (foot - top - 30) * i / 22;
      double step = (foot - top - 30) / 22;
      c.line(
          i % 6 < 3 ? spot(0.7) : tone(0.15), 2.4, x - 10, y, x + 10, y - step, x - 10, y - step);
    }
    c.line(tone(0.08), 3, x, top + 30, x, top - 20);
    for (double y : new double[] {top + 60, top + 130}) {
      c.oval(across(x - 30, tone(0.98), x, tone(0.4)), x - 22, y, 13, 17);
      c.oval(tone(0.3), x + 22, y + 20, 10, 15);
    }
    Town.block(c, x + 50, ground, 120, 54, 0.75, 0.3);
    c.box(down(ground - 4, tone(0.3), HEIGHT, tone(0.05)), 0, ground - 4, WIDTH, HEIGHT);
    c.texture(0, ground - 4, WIDTH, HEIGHT, 90, 10, 0.35);
    Town.poles(c, 830, HEIGHT + 20, 250, x + 100, ground - 10, 0.06);
    Nature.grass(c, HEIGHT + 6, 0.04, 160);
    c.vignette(0.3);
  }
}
