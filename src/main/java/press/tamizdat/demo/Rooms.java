package press.tamizdat.demo;

import static press.tamizdat.demo.Canvas.HEIGHT;
import static press.tamizdat.demo.Canvas.WIDTH;
import static press.tamizdat.demo.Canvas.across;
import static press.tamizdat.demo.Canvas.down;
import static press.tamizdat.demo.Canvas.gradient;
import static press.tamizdat.demo.Canvas.round;
import static press.tamizdat.demo.Canvas.spot;
import static press.tamizdat.demo.Canvas.tone;

/** Scenes in rooms that belong to everybody. */
final class Rooms {
  private Rooms() {}

  static void hospitalCorridor(Canvas c) {
    double gx = c.vary(420, 480);
    double gy = c.vary(240, 260);
    c.all(tone(0.8));
    c.poly(down(0, tone(0.66), gy, tone(0.96)), 0, 0, WIDTH, 0, gx + 60, gy - 60, gx - 60, gy - 60);
    c.poly(
        across(0, tone(0.86), gx, tone(0.96)), 0, 0, gx - 60, gy - 60, gx - 60, gy + 66, 0, HEIGHT);
    c.poly(
        across(gx, tone(0.74), WIDTH, tone(0.4)),
        WIDTH,
        0,
        gx + 60,
        gy - 60,
        gx + 60,
        gy + 66,
        WIDTH,
        HEIGHT);
    c.poly(
        across(0, tone(0.5), gx, tone(0.76)),
        0,
        380,
        gx - 60,
        gy + 20,
        gx - 60,
        gy + 66,
        0,
        HEIGHT);
    c.poly(
        across(gx, tone(0.5), WIDTH, tone(0.2)),
        WIDTH,
        380,
        gx + 60,
        gy + 20,
        gx + 60,
        gy + 66,
        WIDTH,
        HEIGHT);
    c.poly(
        down(gy + 60, tone(0.95), HEIGHT, tone(0.5)),
        0,
        HEIGHT,
        gx - 60,
        gy + 66,
        gx + 60,
        gy + 66,
        WIDTH,
        HEIGHT);
    c.box(tone(1), gx - 60, gy - 60, 120, 126);
    c.box(tone(0.55), gx - 44, gy - 40, 40, 106);
    c.box(tone(0.55), gx + 4, gy - 40, 40, 106);
    c.box(tone(1), gx - 36, gy - 30, 24, 34);
    c.box(tone(1), gx + 12, gy - 30, 24, 34);
    c.box(spot(0.85), gx - 12, gy - 56, 24, 7);
    c.box(spot(0.85), gx - 4, gy - 64, 8, 23);
    for (int i = 0; i < 5; i++) {
      double near = 1 / (1 + 0.62 * i);
      double far = 1 / (1.28 + 0.62 * i);
      door(c, gx, gy, -1, near, far, 0.62);
      door(c, gx, gy, 1, near, far, 0.3);
      double y0 = gy - gy * near * 1.02;
      double y1 = gy - gy * far * 1.02;
      c.poly(tone(1), gx - 90 * near, y0, gx + 90 * near, y0, gx + 90 * far, y1, gx - 90 * far, y1);
      c.soft(
          8,
          () ->
              c.poly(
                  tone(1, 0.8),
                  gx - 70 * near,
                  gy + 350 * near,
                  gx + 70 * near,
                  gy + 350 * near,
                  gx + 70 * far,
                  gy + 350 * far,
                  gx - 70 * far,
                  gy + 350 * far));
    }
    bed(c, gx + 150, 470);
    People.figure(c, gx - c.vary(20, 70), gy + 170, 190, c.maybe(0.5) ? 0.5 : 0.14);
    c.vignette(0.35);
  }

  private static void door(
      Canvas c, double gx, double gy, int side, double near, double far, double v) {
    double w = 450;
    double a = near * 0.96;
    double b = far * 1.06;
    c.poly(
        tone(v),
        gx + side * w * a,
        gy - 170 * a,
        gx + side * w * b,
        gy - 170 * b,
        gx + side * w * b,
        gy + 345 * b,
        gx + side * w * a,
        gy + 345 * a);
    c.poly(
        tone(v + 0.2),
        gx + side * w * a * 0.98,
        gy - 150 * a,
        gx + side * w * b * 1.02,
        gy - 150 * b,
        gx + side * w * b * 1.02,
        gy + 20 * b,
        gx + side * w * a * 0.98,
        gy + 20 * a);
    c.line(
        tone(0.15),
        3 * near,
        gx + side * w * a,
        gy + 345 * a,
        gx + side * w * a,
        gy - 170 * a,
        gx + side * w * b,
        gy - 170 * b,
        gx + side * w * b,
        gy + 345 * b);
  }

  private static void bed(Canvas c, double x, double y) {
    Town.shade(c, 9, 0.5, x - 20, y + 66, x + 240, y + 100, x + 280, y + 120, x, y + 90);
    for (double[] leg : new double[][] {{0, 60}, {60, 44}, {236, 104}, {270, 76}}) {
      c.line(tone(0.1), 6, x + leg[0], y, x + leg[0], y + leg[1]);
      c.oval(tone(0.06), x + leg[0], y + leg[1] + 4, 8, 8);
    }
    c.poly(
        across(x, tone(1), x + 280, tone(0.66)),
        x - 6,
        y - 6,
        x + 64,
        y - 26,
        x + 280,
        y + 10,
        x + 244,
        y + 36);
    c.poly(tone(0.62), x - 6, y - 6, x + 244, y + 36, x + 244, y + 56, x - 6, y + 14);
    c.blob(tone(0.95), x + 2, y - 10, x + 50, y - 36, x + 96, y - 26, x + 60, y - 6);
    c.line(tone(0.12), 6, x - 8, y + 14, x - 8, y - 60, x + 64, y - 76, x + 64, y - 20);
    c.line(tone(0.12), 5, x + 244, y + 56, x + 244, y - 6, x + 280, y - 26, x + 280, y + 14);
    c.line(tone(0.1), 3, x + 20, y, x + 20, y - 190);
    c.blob(tone(0.9, 0.9), x + 8, y - 190, x + 32, y - 190, x + 28, y - 150, x + 12, y - 150);
  }

  static void schoolDesk(Canvas c) {
    c.all(across(0, tone(0.84), WIDTH, tone(0.5)));
    Courts.window(c, 30, 30, 130, 300);
    double x = c.vary(300, 330);
    c.box(tone(0.5), x - 12, 58, 524, 214);
    c.box(gradient(x, 70, x + 500, 260, tone(0.3), tone(0.14)), x, 70, 500, 190);
    c.texture(x, 70, 500, 190, 120, 30, 0.26);
    chalk(c, x);
    Town.floor(c, 390, 0.62, 0.26, 460, 200, 18);
    desk(c, 520, 380, 0.5);
    desk(c, 720, 400, 0.56);
    desk(c, 330, 390, 0.52);
    Town.beam(c, 0.4, 60, 330, 150, 330, 600, 600, 300, 600);
    double dx = c.vary(230, 320);
    desk(c, dx, 470, 1.2);
    double bx = dx + 40;
    c.poly(
        across(bx, tone(1), bx + 190, tone(0.7)),
        bx,
        456,
        bx + 80,
        436,
        bx + 106,
        456,
        bx + 20,
        480);
    c.poly(
        across(bx, tone(0.9), bx + 190, tone(0.64)),
        bx + 80,
        436,
        bx + 160,
        424,
        bx + 200,
        444,
        bx + 106,
        456);
    for (int i = 1; i < 5; i++) {
      c.line(tone(0.3, 0.5), 1.2, bx + 6 + i * 4, 458 + i * 4, bx + 84 + i * 4, 439 + i * 4);
    }
    c.line(spot(0.85), 5, bx + 150, 452, bx + 210, 424);
    c.oval(round(bx + 244, 412, 30, spot(0.98), spot(0.4)), bx + 250, 420, 21, 20);
    c.bow(tone(0.1), 3, bx + 250, 402, bx + 252, 392, bx + 258, 388);
    c.vignette(0.35);
  }

  private static void chalk(Canvas c, double x) {
    int kind = c.count(0, 2);
    if (kind == 0) {
      c.line(tone(0.92, 0.8), 3, x + 60, 230, x + 60, 96, x + 56, 104);
      c.line(tone(0.92, 0.8), 3, x + 40, 214, x + 240, 214);
      c.bow(tone(0.92, 0.8), 3, x + 64, 210, x + 120, 190, x + 160, 110, x + 220, 96);
    } else if (kind == 1) {
      c.line(tone(0.92, 0.8), 3, x + 50, 220, x + 210, 220, x + 50, 110, x + 50, 220);
      c.line(tone(0.92, 0.8), 3, x + 50, 205, x + 65, 205, x + 65, 220);
    } else {
      c.bow(tone(0.92, 0.8), 3, x + 60, 130, x + 110, 150, x + 90, 190, x + 160, 200, x + 220, 230);
      c.bow(
          tone(0.92, 0.8), 3, x + 80, 110, x + 140, 140, x + 130, 176, x + 190, 180, x + 250, 210);
    }
    for (int i = 0; i < 4; i++) {
      c.bow(
          tone(0.9, 0.55),
          2.4,
          x + 300,
          110 + i * 32,
          x + 340,
          106 + i * 32,
          x + 380,
          112 + i * 32,
          x + c.vary(410, 470),
          108 + i * 32);
    }
  }

  private static void desk(Canvas c, double x, double y, double s) {
    Town.shade(
        c,
        9,
        0.5,
        x,
        y + 130 * s,
        x + 330 * s,
        y + 130 * s,
        x + 400 * s,
        y + 160 * s,
        x + 60 * s,
        y + 160 * s);
    for (double[] leg : new double[][] {{20, 20}, {304, 10}, {90, -20}, {350, -30}}) {
      c.line(tone(0.12), 7 * s, x + leg[0] * s, y + 10 * s, x + leg[0] * s, y + (120 + leg[1]) * s);
    }
    c.poly(
        across(x, tone(0.86), x + 360 * s, tone(0.42)),
        x,
        y,
        x + 80 * s,
        y - 56 * s,
        x + 370 * s,
        y - 56 * s,
        x + 330 * s,
        y);
    c.box(across(x, tone(0.5), x + 330 * s, tone(0.2)), x, y, 330 * s, 16 * s);
    c.line(tone(0.3, 0.5), 1.2, x + 40 * s, y - 28 * s, x + 350 * s, y - 28 * s);
  }
}
