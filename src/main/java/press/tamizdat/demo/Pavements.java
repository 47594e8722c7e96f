package press.tamizdat.demo;

import static press.tamizdat.demo.Canvas.HEIGHT;
import static press.tamizdat.demo.Canvas.WIDTH;
import static press.tamizdat.demo.Canvas.across;
import static press.tamizdat.demo.Canvas.down;
import static press.tamizdat.demo.Canvas.round;
import static press.tamizdat.demo.Canvas.spot;
import static press.tamizdat.demo.Canvas.tone;

import java.awt.geom.Ellipse2D;

/** Scenes among people on foot. */
final class Pavements {
  private Pavements() {}

  static void marketStall(Canvas c) {
    c.all(down(0, tone(0.9), 330, tone(0.74)));
    Town.skyline(c, 360, 210, 0.8, 0.1);
    Nature.fog(c, 120, 380, 0.94, 0.6);
    c.box(down(350, tone(0.6), HEIGHT, tone(0.24)), 0, 350, WIDTH, 250);
    c.texture(0, 350, WIDTH, 250, 60, 10, 0.3);
    People.crowd(c, 30, 870, 392, 440, 150, c.count(7, 11));
    double x = c.vary(110, 180);
    for (double post : new double[] {x, x + 590}) {
      c.line(tone(0.1), 7, post, 130, post, HEIGHT);
    }
    People.figure(c, x + c.vary(210, 380), 560, 280, 0.1);
    awning(c, x - 40, 92, 670);
    Town.shade(c, 12, 0.4, x - 30, 190, x + 640, 190, x + 600, 250, x, 250);
    c.poly(
        down(440, tone(0.68), 480, tone(0.4)),
        x - 20,
        442,
        x + 600,
        442,
        x + 650,
        486,
        x - 60,
        486);
    c.box(down(486, tone(0.3), HEIGHT, tone(0.08)), x - 60, 486, 710, 120);
    for (int i = 0; i < 7; i++) {
      c.line(tone(0.06), 2, x - 40 + i * 110, 490, x - 40 + i * 110, HEIGHT);
    }
    for (int crate = 0; crate < 5; crate++) {
      produce(c, x - 26 + crate * 128, 478, crate == 2 ? 1 : c.vary(0.3, 0.8), crate == 2);
    }
    scales(c, x + 520, 452);
    c.vignette(0.35);
  }

  private static void awning(Canvas c, double x, double y, double w) {
    int n = 14;
    double step = w / n;
    for (int i = 0; i < n; i++) {
      double l = x + i * step;
      var paint =
          i % 2 == 0
              ? down(y - 46, tone(1), y + 70, tone(0.8))
              : down(y - 46, tone(0.36), y + 70, tone(0.18));
      double in = 0.9;
      double mid = x + w / 2;
      c.poly(
          paint,
          mid + (l - mid) * in,
          y - 46,
          mid + (l + step - mid) * in,
          y - 46,
          l + step,
          y + 70,
          l,
          y + 70);
      c.fill(paint, new Ellipse2D.Double(l, y + 58, step, 28));
    }
  }

  private static void produce(Canvas c, double x, double y, double v, boolean red) {
    c.poly(tone(0.2), x - 6, y - 8, x + 118, y - 8, x + 112, y + 26, x, y + 26);
    for (int row = 0; row < 4; row++) {
      for (int i = 0; i < 8 - row; i++) {
        double px = x + 8 + row * 6 + i * 14 + c.vary(-2, 2);
        double py = y - 6 - row * 10;
        var dark = red ? spot(0.35) : tone(v * 0.3);
        var bright = red ? spot(0.95) : tone(Math.min(1, v + 0.35));
        c.oval(round(px - 3, py - 3, 12, bright, dark), px, py, 9, 9);
      }
    }
    c.poly(
        down(y, tone(0.62), y + 30, tone(0.3)),
        x - 8,
        y,
        x + 120,
        y,
        x + 114,
        y + 28,
        x - 2,
        y + 28);
    c.line(tone(0.12), 1.5, x - 6, y + 14, x + 118, y + 14);
  }

  private static void scales(Canvas c, double x, double y) {
    c.poly(
        across(x, tone(0.9), x + 60, tone(0.3)),
        x,
        y + 26,
        x + 10,
        y - 10,
        x + 50,
        y - 10,
        x + 60,
        y + 26);
    c.oval(tone(0.98), x + 30, y + 6, 13, 13);
    c.line(tone(0.1), 1.8, x + 30, y + 6, x + 38, y - 3);
    c.blob(
        across(x, tone(0.9), x + 60, tone(0.3)),
        x - 10,
        y - 24,
        x + 70,
        y - 24,
        x + 50,
        y - 12,
        x + 10,
        y - 12);
  }

  static void umbrellas(Canvas c) {
    c.all(down(0, tone(0.5), 380, tone(0.86)));
    Town.skyline(c, 350, 300, 0.62, 0.12);
    Nature.fog(c, 60, 400, 0.9, 0.7);
    c.box(down(340, tone(0.78), HEIGHT, tone(0.3)), 0, 340, WIDTH, 260);
    int many = c.count(17, 22);
    int red = c.count(many / 2, many - 3);
    for (int i = 0; i < many; i++) {
      double t = i / (many - 1.0);
      double h = 120 + 250 * t * t;
      double foot = 372 + 300 * t * t;
      double x = (i * 0.618 % 1) * 940 - 20 + c.vary(-26, 26);
      People.figure(c, x, foot, h, 0.4 - 0.34 * t);
      People.umbrella(c, x + h * 0.04, foot - h * 0.86, h * 0.34, 0.62 - 0.46 * t, i == red);
    }
    c.soft(
        3,
        () -> {
          for (int i = 0; i < 40; i++) {
            double y = c.vary(420, HEIGHT);
            double x = c.vary(0, WIDTH);
            c.line(tone(0.98, 0.4), 2, x, y, x + c.vary(10, 50), y);
          }
        });
    Nature.rain(c, 420);
    c.vignette(0.35);
  }

  static void nightStreet(Canvas c) {
    double horizon = c.vary(330, 350);
    double goX = c.vary(420, 500);
    c.all(down(0, tone(0.1), horizon, tone(0.42)));
    c.glow(0.9, 0.7, goX, horizon - 20, 260);
    for (int side = -1; side <= 1; side += 2) {
      for (int i = 6; i >= 0; i--) {
        facade(c, goX, horizon, side, i);
      }
    }
    c.poly(
        down(horizon, tone(0.6), HEIGHT, tone(0.12)),
        goX - 20,
        horizon + 16,
        goX + 20,
        horizon + 16,
        1000,
        600,
        -100,
        600);
    c.texture(0, horizon + 16, WIDTH, 260, 30, 6, 0.3);
    for (int i = 5; i >= 0; i--) {
      double s = Math.pow(0.62, i);
      double x = goX - 330 * s;
      double foot = horizon + 10 + 210 * s;
      Town.lamp(c, x, foot, 400 * s, 0.05, true);
      c.soft(
          6,
          () ->
              c.poly(
                  tone(1, 0.6),
                  x + 40 * s,
                  foot,
                  x + 70 * s,
                  foot,
                  x + 100 * s,
                  foot + 150 * s,
                  x + 10 * s,
                  foot + 150 * s));
    }
    c.soft(
        8,
        () ->
            c.poly(
                tone(1, 0.5),
                goX - 14,
                horizon + 18,
                goX + 14,
                horizon + 18,
                goX + 60,
                600,
                goX - 60,
                600));
    double x = goX + c.vary(10, 60);
    Town.shade(c, 5, 0.6, x - 16, 520, x + 12, 520, x + 110, 600, x + 40, 600);
    People.figure(c, x, 524, c.vary(150, 170), 0.04);
    if (c.maybe(0.6)) {
      People.umbrella(c, x + 6, 390, 56, 0.3, c.maybe(0.5));
      Nature.rain(c, 260);
    }
    c.vignette(0.4);
  }

  private static void facade(Canvas c, double goX, double horizon, int side, int i) {
    double near = Math.pow(0.66, i);
    double far = near * 0.68;
    double h = 560 * c.vary(0.8, 1.1);
    double x0 = goX + side * 520 * near;
    double x1 = goX + side * 520 * far;
    double v = 0.1 + 0.04 * i;
    c.poly(
        across(x0, tone(v * 0.6), x1, tone(v + 0.1)),
        x0,
        horizon + 16 + 190 * near,
        x0,
        horizon - h * near,
        x1,
        horizon - h * far,
        x1,
        horizon + 16 + 190 * far);
    for (int row = 0; row < 5; row++) {
      for (int col = 0; col < 3; col++) {
        double a = near + (far - near) * (col + 0.25) / 3;
        double b = near + (far - near) * (col + 0.75) / 3;
        double top = -0.9 + row * 0.22;
        double low = top + 0.12;
        c.poly(
            tone(c.maybe(0.3) ? c.vary(0.85, 1) : v * 0.5),
            goX + side * 520 * a,
            horizon + top * 520 * a,
            goX + side * 520 * b,
            horizon + top * 520 * b,
            goX + side * 520 * b,
            horizon + low * 520 * b,
            goX + side * 520 * a,
            horizon + low * 520 * a);
      }
    }
  }
}
