package press.tamizdat.demo;

import static press.tamizdat.demo.Canvas.HEIGHT;
import static press.tamizdat.demo.Canvas.WIDTH;
import static press.tamizdat.demo.Canvas.across;
import static press.tamizdat.demo.Canvas.down;
import static press.tamizdat.demo.Canvas.gradient;
import static press.tamizdat.demo.Canvas.path;
import static press.tamizdat.demo.Canvas.round;
import static press.tamizdat.demo.Canvas.spot;
import static press.tamizdat.demo.Canvas.tone;

/** Scenes in halls that run towards a vanishing point. */
final class Halls {
  private Halls() {}

  static void serverRacks(Canvas c) {
    double gx = c.vary(400, 500);
    double gy = c.vary(270, 300);
    c.all(round(gx, gy, 560, tone(0.85), tone(0.1)));
    c.poly(
        down(gy, tone(0.86), HEIGHT, tone(0.2)),
        gx - 26,
        gy + 40,
        gx + 26,
        gy + 40,
        900,
        600,
        0,
        600);
    for (int i = 0; i < 9; i++) {
      double y = gy + 40 + 290 * Math.pow(i / 8.0, 2);
      c.line(tone(0.1, 0.5), 1 + i * 0.3, 0, y, WIDTH, y);
    }
    for (int side = -1; side <= 1; side += 2) {
      for (int i = 7; i >= 0; i--) {
        rack(c, gx, gy, side, Math.pow(0.7, i), Math.pow(0.7, i + 1) * 1.03);
      }
    }
    for (int i = 0; i < 6; i++) {
      double near = Math.pow(0.62, i);
      c.poly(
          tone(1),
          gx - 110 * near,
          gy - 330 * near,
          gx + 110 * near,
          gy - 330 * near,
          gx + 80 * near,
          gy - 250 * near,
          gx - 80 * near,
          gy - 250 * near);
      c.soft(
          8,
          () ->
              c.poly(
                  tone(1, 0.4),
                  gx - 90 * near,
                  gy + 320 * near,
                  gx + 90 * near,
                  gy + 320 * near,
                  gx + 66 * near,
                  gy + 240 * near,
                  gx - 66 * near,
                  gy + 240 * near));
    }
    c.bow(tone(0.08), 6, 120, -10, 240, 60, 380, 70, gx, gy - 120);
    c.bow(tone(0.08), 4, 190, -10, 300, 40, 400, 90, gx + 10, gy - 110);
    if (c.maybe(0.7)) {
      People.figure(c, gx + c.vary(-20, 30), gy + 170, 210, 0.06);
    }
    c.vignette(0.3);
  }

  private static void rack(Canvas c, double gx, double gy, int side, double near, double far) {
    double w = 470;
    c.poly(
        across(gx + side * w * near, tone(0.06), gx + side * w * far, tone(0.3)),
        gx + side * w * near,
        gy - 330 * near,
        gx + side * w * far,
        gy - 330 * far,
        gx + side * w * far,
        gy + 330 * far,
        gx + side * w * near,
        gy + 330 * near);
    int units = 20;
    for (int u = 0; u < units; u++) {
      double t = -300 + 600.0 * u / units;
      double a = near * 0.97;
      double b = far * 1.05;
      double v = c.vary(0.16, 0.5);
      c.poly(
          tone(v),
          gx + side * w * a,
          gy + t * a,
          gx + side * w * b,
          gy + t * b,
          gx + side * w * b,
          gy + (t + 22) * b,
          gx + side * w * a,
          gy + (t + 22) * a);
      for (int k = 0; k < 4; k++) {
        double m = a + (b - a) * (0.15 + 0.13 * k);
        if (c.maybe(0.7)) {
          c.oval(
              c.maybe(0.06) ? spot(0.95) : tone(1),
              gx + side * w * m,
              gy + (t + 11) * m,
              3.4 * m,
              3.4 * m);
        }
      }
      double m = a + (b - a) * 0.72;
      c.line(
          tone(0.04),
          7 * m,
          gx + side * w * m,
          gy + (t + 11) * m,
          gx + side * w * b * 1.02,
          gy + (t + 11) * b);
    }
  }

  static void suitcaseAtStation(Canvas c) {
    double gx = c.vary(620, 700);
    double gy = c.vary(250, 270);
    c.all(round(gx, gy, 700, tone(1), tone(0.52)));
    for (int i = 7; i >= 0; i--) {
      arch(c, gx, gy, Math.pow(0.72, i), 0.08 + 0.08 * i);
    }
    c.poly(
        down(gy, tone(0.85), HEIGHT, tone(0.36)),
        gx - 30,
        gy + 42,
        gx - 8,
        gy + 42,
        760,
        600,
        -500,
        600);
    c.poly(
        down(gy, tone(0.5), HEIGHT, tone(0.1)),
        gx - 8,
        gy + 42,
        gx + 30,
        gy + 42,
        1300,
        600,
        760,
        600);
    c.line(tone(0.98), 3, gx - 10, gy + 42, 730, HEIGHT);
    for (double end : new double[] {840, 960}) {
      c.line(tone(0.8), 3, gx + (end > 900 ? 10 : 2), gy + 42, end, HEIGHT);
    }
    c.soft(
        3,
        () -> {
          c.poly(
              across(gx + 10, tone(0.6), WIDTH, tone(0.2)),
              gx + 26,
              gy + 40,
              gx + 26,
              gy - 26,
              WIDTH,
              gy - 170,
              WIDTH,
              gy + 250);
          for (int i = 0; i < 8; i++) {
            double a = Math.pow(0.7, i);
            double b = Math.pow(0.7, i + 0.7);
            double w = WIDTH - gx - 26;
            c.poly(
                tone(0.08),
                gx + 26 + w * a,
                gy - 20 - 110 * a,
                gx + 26 + w * b,
                gy - 20 - 110 * b,
                gx + 26 + w * b,
                gy - 10,
                gx + 26 + w * a,
                gy - 10);
          }
        });
    c.soft(2, () -> People.crowd(c, gx - 190, gx - 60, gy + 70, gy + 110, 96, c.count(3, 6)));
    Nature.fog(c, gy - 60, gy + 110, 1, 0.4);
    clock(c, c.vary(330, 400), 90);
    suitcase(c, c.vary(150, 210), 530);
    c.vignette(0.35);
  }

  private static void arch(Canvas c, double gx, double gy, double s, double v) {
    double w = 620 * s;
    c.bow(
        tone(v),
        16 * s + 1,
        gx - w,
        gy + 310 * s,
        gx - w,
        gy - 120 * s,
        gx - w * 0.62,
        gy - 300 * s,
        gx,
        gy - 370 * s,
        gx + w * 0.62,
        gy - 300 * s,
        gx + w,
        gy - 120 * s);
    for (int i = -3; i <= 3; i++) {
      double bx = gx + i * w * 0.24;
      double top = gy - (370 - 22 * i * i * 0.9) * s;
      c.line(tone(v), 3 * s + 0.5, bx, top, gx + i * w * 0.17, gy - (370 - 16 * i * i) * s * 0.72);
    }
  }

  private static void clock(Canvas c, double x, double y) {
    c.line(tone(0.08), 6, x, 0, x, y - 40);
    c.oval(tone(0.06), x, y, 44, 44);
    c.oval(round(x - 10, y - 10, 50, tone(1), tone(0.8)), x, y, 37, 37);
    for (int i = 0; i < 12; i++) {
      double a = i * Math.PI / 6;
      c.line(
          tone(0.1),
          3,
          x + 30 * Math.cos(a),
          y + 30 * Math.sin(a),
          x + 35 * Math.cos(a),
          y + 35 * Math.sin(a));
    }
    double hour = c.vary(0, 6.28);
    c.line(tone(0.05), 4.5, x, y, x + 18 * Math.cos(hour), y + 18 * Math.sin(hour));
    c.line(tone(0.05), 3, x, y, x + 29 * Math.cos(hour * 12), y + 29 * Math.sin(hour * 12));
  }

  private static void suitcase(Canvas c, double x, double foot) {
    Town.shade(
        c, 10, 0.65, x + 20, foot, x + 300, foot - 16, x + 470, foot + 16, x + 160, foot + 44);
    boolean red = c.maybe(0.5);
    var front =
        red
            ? gradient(x, foot - 190, x + 250, foot, spot(0.9), spot(0.34))
            : gradient(x, foot - 190, x + 250, foot, tone(0.66), tone(0.2));
    c.bow(
        tone(0.06),
        12,
        x + 88,
        foot - 190,
        x + 96,
        foot - 226,
        x + 156,
        foot - 228,
        x + 166,
        foot - 192);
    c.poly(tone(0.14), x + 250, foot - 188, x + 306, foot - 206, x + 306, foot - 30, x + 250, foot);
    c.poly(
        tone(red ? 0.3 : 0.8),
        x,
        foot - 192,
        x + 60,
        foot - 210,
        x + 306,
        foot - 206,
        x + 250,
        foot - 188);
    var face = path(true, x, foot - 192, x + 250, foot - 188, x + 250, foot, x, foot + 4);
    c.fill(front, face);
    c.texture(face, 20, 20, 0.22);
    for (double s : new double[] {44, 190}) {
      c.box(tone(0.08), x + s, foot - 191, 18, 193);
      c.box(tone(0.92), x + s + 1, foot - 120, 16, 13);
    }
    for (double[] corner : new double[][] {{0, -192}, {222, -190}, {0, -24}, {222, -26}}) {
      c.box(tone(0.1), x + corner[0], foot + corner[1], 28, 28);
    }
    c.box(tone(0.95), x + 104, foot - 90, 52, 32);
    c.line(tone(0.3), 2, x + 112, foot - 80, x + 148, foot - 80);
    c.line(tone(0.3), 2, x + 112, foot - 70, x + 138, foot - 70);
  }
}
