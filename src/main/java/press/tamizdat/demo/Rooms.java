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

/** Scenes indoors. */
final class Rooms {
  private Rooms() {}

  static void kitchenWindow(Canvas c) {
    c.all(across(0, tone(0.5), WIDTH, tone(0.24)));
    c.texture(0, 0, WIDTH, HEIGHT, 200, 200, 0.12);
    double x = c.vary(230, 280);
    c.box(down(50, tone(c.weather.top + 0.25), 400, tone(1)), x, 50, 400, 350);
    c.within(
        path(true, x, 50, x + 400, 50, x + 400, 400, x, 400),
        () ->
            c.soft(
                4,
                () -> {
                  for (int i = 0; i < 5; i++) {
                    double bx = x - 20 + i * 90;
                    double h = c.vary(70, 190);
                    c.box(tone(0.7), bx, 400 - h, 76, h);
                    Town.windows(c, bx + 4, 404 - h, 68, h, 9, 0.5, 0.1);
                  }
                  Nature.bare(c, x + 320, 420, 260, 0.4);
                }));
    for (double[] bar :
        new double[][] {
          {-14, 36, 428, 16},
          {-14, 396, 428, 14},
          {-14, 36, 16, 370},
          {398, 36, 16, 370},
          {192, 50, 14, 350},
          {0, 140, 400, 9}
        }) {
      c.box(across(x, tone(0.86), x + 400, tone(0.5)), x + bar[0], bar[1], bar[2], bar[3]);
    }
    curtain(c, x - 60, 1);
    curtain(c, x + 460, -1);
    c.poly(
        down(408, tone(0.95), 440, tone(0.6)),
        x - 50,
        410,
        x + 450,
        410,
        x + 480,
        440,
        x - 80,
        440);
    plant(c, x + 40, 414);
    c.box(down(440, tone(0.34), HEIGHT, tone(0.14)), 0, 440, WIDTH, 160);
    c.poly(down(480, tone(0.82), HEIGHT, tone(0.4)), 60, 480, 840, 480, 960, 600, -60, 600);
    Town.beam(c, 0.5, x + 30, 480, x + 300, 480, x + 330, 600, x - 60, 600);
    checks(c);
    kettle(c, c.vary(560, 620), 524);
    cup(c, c.vary(330, 380), 540);
    cup(c, c.vary(440, 480), 556);
    c.glow(1, 0.35, x + 200, 220, 420);
    c.vignette(0.4);
  }

  private static void checks(Canvas c) {
    for (int i = 0; i <= 16; i++) {
      c.line(
          i % 4 == 0 ? spot(0.75) : tone(0.5, 0.5), 1.6, 60 + i * 48.7, 480, -60 + i * 63.7, 600);
    }
    for (double y : new double[] {490, 504, 524, 552, 586}) {
      c.line(tone(0.5, 0.45), 1.6, 0, y, WIDTH, y);
    }
  }

  private static void curtain(Canvas c, double x, int side) {
    for (int i = 0; i < 6; i++) {
      double l = x + side * i * 15;
      c.blob(
          across(l - 12, tone(0.96, 0.92), l + 14, tone(0.55, 0.92)),
          l - 14,
          20,
          l + 14,
          20,
          l + 12 - side * 8 * i * 0.4,
          220,
          l + 12 - side * i * 6,
          396,
          l - 12 - side * i * 6,
          396,
          l - 12,
          220);
    }
    c.line(tone(0.15), 5, 150, 26, 750, 26);
  }

  private static void plant(Canvas c, double x, double foot) {
    for (int i = 0; i < 12; i++) {
      double a = -Math.PI * (0.12 + 0.76 * i / 11.0);
      double l = c.vary(50, 96);
      c.bow(
          tone(0.1),
          3,
          x,
          foot - 40,
          x + Math.cos(a) * l * 0.5,
          foot - 50 + Math.sin(a) * l * 0.6,
          x + Math.cos(a) * l,
          foot - 50 + Math.sin(a) * l);
      c.oval(
          across(x - 60, tone(0.4), x + 60, tone(0.08)),
          x + Math.cos(a) * l,
          foot - 50 + Math.sin(a) * l,
          14,
          9);
    }
    c.poly(
        across(x - 26, tone(0.9), x + 26, tone(0.2)),
        x - 28,
        foot - 46,
        x + 28,
        foot - 46,
        x + 20,
        foot + 6,
        x - 20,
        foot + 6);
  }

  private static void kettle(Canvas c, double x, double foot) {
    c.soft(6, () -> c.oval(tone(0, 0.6), x + 50, foot + 4, 110, 14));
    c.bow(tone(0.1), 9, x - 44, foot - 96, x, foot - 146, x + 44, foot - 96);
    c.poly(
        across(x - 100, tone(0.8), x, tone(0.3)),
        x - 54,
        foot - 50,
        x - 100,
        foot - 96,
        x - 88,
        foot - 102,
        x - 40,
        foot - 72);
    c.blob(
        across(x - 70, tone(0.98), x + 70, tone(0.1)),
        x - 66,
        foot,
        x - 70,
        foot - 50,
        x - 40,
        foot - 94,
        x + 40,
        foot - 94,
        x + 70,
        foot - 50,
        x + 66,
        foot,
        x,
        foot + 6);
    c.oval(tone(0.3), x, foot - 96, 34, 8);
    c.oval(tone(0.1), x, foot - 106, 8, 8);
    c.soft(
        9,
        () ->
            c.bow(
                tone(1, 0.6),
                14,
                x - 96,
                foot - 110,
                x - 120,
                foot - 170,
                x - 96,
                foot - 220,
                x - 130,
                foot - 290));
  }

  private static void cup(Canvas c, double x, double foot) {
    c.soft(5, () -> c.oval(tone(0, 0.5), x + 24, foot, 50, 9));
    c.bow(tone(0.6), 6, x + 24, foot - 34, x + 44, foot - 26, x + 22, foot - 10);
    c.blob(
        across(x - 30, tone(1), x + 30, tone(0.4)),
        x - 30,
        foot - 42,
        x + 30,
        foot - 42,
        x + 24,
        foot - 8,
        x + 10,
        foot,
        x - 10,
        foot,
        x - 24,
        foot - 8);
    c.oval(tone(0.9), x, foot - 43, 30, 9);
    c.oval(tone(0.2), x, foot - 42, 25, 6.5);
  }

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
    Power.window(c, 30, 30, 130, 300);
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

  static void bookshelf(Canvas c) {
    c.all(tone(0.12));
    double x = -20;
    int red = c.count(4, 40);
    int book = 0;
    for (int shelf = 0; shelf < 3; shelf++) {
      double foot = 186 + shelf * 200;
      c.box(down(foot - 190, tone(0.02), foot, tone(0.18)), 0, foot - 186, WIDTH, 186);
      x = -10;
      while (x < WIDTH) {
        double w = c.vary(20, 48);
        double h = c.vary(118, 168);
        if (c.maybe(0.07)) {
          x += w * 1.4;
        } else if (c.maybe(0.08)) {
          leaning(c, x + 6, foot, w, h);
          x += w + h * 0.3;
        } else {
          spine(c, x, foot, w, h, book++ == red);
          x += w + 1;
        }
      }
      c.box(down(foot, tone(0.72), foot + 18, tone(0.28)), 0, foot, WIDTH, 16);
      c.texture(0, foot, WIDTH, 16, 60, 3, 0.4);
      Town.shade(c, 9, 0.6, 0, foot + 16, WIDTH, foot + 16, WIDTH, foot + 44, 0, foot + 44);
    }
    Town.beam(c, 0.22, 100, 0, 360, 0, 760, 600, 340, 600);
    c.glow(1, 0.22, 260, 200, 420);
    c.all(across(420, tone(0, 0), WIDTH, tone(0, 0.5)));
    c.vignette(0.4);
  }

  private static void spine(Canvas c, double x, double foot, double w, double h, boolean red) {
    double v = c.vary(0.25, 0.95);
    var cloth =
        red
            ? gradient(x, 0, x + w, 0, spot(0.95), spot(0.4))
            : gradient(x, 0, x + w, 0, tone(v), tone(v * 0.42));
    c.box(cloth, x, foot - h, w, h);
    c.line(tone(0.02, 0.8), 1.6, x + w, foot - h, x + w, foot);
    double band = v > 0.55 ? 0.15 : 0.9;
    if (c.maybe(0.6)) {
      c.box(tone(band, 0.8), x + 1, foot - h * 0.86, w - 3, 3);
      c.box(tone(band, 0.8), x + 1, foot - h * 0.8, w - 3, 2);
      c.box(tone(band, 0.8), x + 1, foot - h * 0.16, w - 3, 3);
    }
    if (c.maybe(0.6)) {
      c.box(tone(band, 0.55), x + w * 0.36, foot - h * 0.68, w * 0.24, h * c.vary(0.2, 0.42));
    } else {
      c.box(tone(band, 0.7), x + w * 0.14, foot - h * 0.7, w * 0.66, h * 0.16);
    }
  }

  private static void leaning(Canvas c, double x, double foot, double w, double h) {
    double lean = h * 0.26;
    double v = c.vary(0.4, 0.9);
    c.poly(
        gradient(x, 0, x + w + lean, 0, tone(v), tone(v * 0.5)),
        x + lean,
        foot - h,
        x + lean + w,
        foot - h + w * 0.3,
        x + w,
        foot,
        x,
        foot - 2);
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
