package press.tamizdat.demo;

import static press.tamizdat.demo.Canvas.HEIGHT;
import static press.tamizdat.demo.Canvas.WIDTH;
import static press.tamizdat.demo.Canvas.across;
import static press.tamizdat.demo.Canvas.curve;
import static press.tamizdat.demo.Canvas.down;
import static press.tamizdat.demo.Canvas.tone;

/** Scenes among trees. */
final class Woods {
  private Woods() {}

  static void pineForest(Canvas c) {
    double ground = c.vary(420, 450);
    c.all(down(0, tone(0.86), ground, tone(0.98)));
    c.glow(1, 1, c.vary(250, 420), 190, 360);
    for (int layer = 0; layer < 4; layer++) {
      double v = 0.78 - 0.17 * layer;
      for (int i = 0; i < 26 - 4 * layer; i++) {
        Nature.pine(
            c,
            c.vary(-20, WIDTH + 20),
            ground - 50 + 22 * layer + c.vary(0, 10),
            c.vary(170, 260) + 40 * layer,
            v);
      }
      Nature.fog(c, 200, ground + 30, 0.97, 0.5 - 0.08 * layer);
    }
    c.box(down(ground - 10, tone(0.62), HEIGHT, tone(0.16)), 0, ground - 8, WIDTH, HEIGHT);
    c.texture(0, ground - 8, WIDTH, HEIGHT, 60, 12, 0.4);
    double bend = c.vary(-40, 60);
    c.blob(
        down(ground, tone(0.96), HEIGHT, tone(0.6)),
        420 + bend,
        ground - 8,
        450 + bend,
        ground + 40,
        380,
        ground + 90,
        350,
        640,
        600,
        640,
        530,
        ground + 90,
        480 + bend,
        ground + 40,
        440 + bend,
        ground - 8);
    for (double x : new double[] {-10, c.vary(70, 130), c.vary(690, 740), c.vary(820, 880)}) {
      trunk(c, x, c.vary(40, 66));
    }
    Town.beam(c, 0.28, 300, 0, 380, 0, 640, 470, 520, 480);
    Town.beam(c, 0.24, 480, 0, 530, 0, 800, 470, 720, 480);
    Nature.grass(c, HEIGHT + 6, 0.05, 150);
    if (c.maybe(0.5)) {
      People.figure(c, 440 + bend / 2, ground + 46, 66, 0.12);
    }
    c.vignette(0.35);
  }

  private static void trunk(Canvas c, double x, double w) {
    var shape =
        curve(
            true,
            x,
            -30,
            x + w * 0.06,
            300,
            x - w * 0.3,
            640,
            x + w * 1.3,
            640,
            x + w * 0.94,
            300,
            x + w * 0.9,
            -30);
    c.fill(across(x, tone(0.46), x + w, tone(0.03)), shape);
    c.texture(shape, 7, 36, 0.6);
    for (int i = 0; i < 5; i++) {
      double y = c.vary(10, 330);
      double side = c.maybe(0.5) ? -1 : 1;
      c.bow(
          tone(0.06),
          5,
          x + w / 2,
          y + 20,
          x + w / 2 + side * w,
          y,
          x + w / 2 + side * w * 2.2,
          y + 16);
    }
  }

  static void snowVillage(Canvas c) {
    double ground = c.vary(290, 320);
    Nature.sky(c, ground, c.weather.top * 0.8, 0.88, 0.6);
    Nature.hills(c, ground, 130, 0.72, 0.2, 230);
    for (int i = 0; i < 40; i++) {
      Nature.pine(c, c.vary(-20, WIDTH + 20), ground + 12, c.vary(50, 110), 0.34);
    }
    c.box(down(ground, tone(0.9), HEIGHT, tone(1)), 0, ground + 6, WIDTH, HEIGHT);
    c.texture(0, ground + 6, WIDTH, HEIGHT, 240, 26, 0.16);
    church(c, c.vary(560, 620), ground + 26);
    for (int i = 0; i < 6; i++) {
      cottage(c, 60 + i * 135 + c.vary(-24, 24), ground + 40 + (i % 3) * 34, 62 + 14 * (i % 3));
    }
    cottage(c, c.vary(80, 140), 500, 150);
    c.blob(
        down(ground + 60, tone(0.8), HEIGHT, tone(0.66)),
        470,
        ground + 60,
        520,
        ground + 120,
        430,
        480,
        470,
        640,
        690,
        640,
        560,
        480,
        600,
        ground + 120,
        500,
        ground + 60);
    for (int i = 0; i < 9; i++) {
      c.line(tone(0.2), 5, 560 + i * 46, 560 - i * 9, 562 + i * 46, 510 - i * 9);
    }
    c.line(tone(0.22), 3.5, 560, 526, 930, 452);
    People.figure(c, c.vary(480, 540), 520, 96, 0.1);
    Nature.snow(c, 320);
    c.vignette(0.25);
  }

  private static void cottage(Canvas c, double x, double foot, double w) {
    double h = w * 0.42;
    c.oval(tone(0.3, 0.3), x + w * 0.7, foot, w * 0.8, w * 0.06);
    c.box(across(x, tone(0.5), x + w, tone(0.2)), x, foot - h, w, h);
    for (int i = 1; i < 6; i++) {
      c.line(tone(0.1, 0.6), 1, x, foot - h * i / 6, x + w, foot - h * i / 6);
    }
    c.poly(
        tone(0.96),
        x - w * 0.12,
        foot - h * 0.9,
        x + w * 0.2,
        foot - h * 1.9,
        x + w * 0.82,
        foot - h * 1.9,
        x + w * 1.12,
        foot - h * 0.9);
    c.poly(
        tone(0.68),
        x + w * 0.6,
        foot - h * 1.9,
        x + w * 0.82,
        foot - h * 1.9,
        x + w * 1.12,
        foot - h * 0.9,
        x + w * 0.86,
        foot - h * 0.9);
    c.line(tone(0.2), w / 40, x - w * 0.12, foot - h * 0.88, x + w * 1.12, foot - h * 0.88);
    for (double wx : new double[] {0.16, 0.56}) {
      c.box(tone(0.98), x + w * wx, foot - h * 0.68, w * 0.17, h * 0.36);
      c.line(
          tone(0.2),
          w / 70,
          x + w * (wx + 0.085),
          foot - h * 0.68,
          x + w * (wx + 0.085),
          foot - h * 0.32);
    }
    c.glow(1, 0.35, x + w * 0.24, foot - h * 0.5, w * 0.3);
    c.box(tone(0.24), x + w * 0.62, foot - h * 2.2, w * 0.09, h * 0.5);
    Nature.smoke(c, x + w * 0.66, foot - h * 2.24, w * 0.07, 0.72, 0.5);
  }

  private static void church(Canvas c, double x, double foot) {
    c.box(across(x, tone(0.98), x + 50, tone(0.6)), x, foot - 110, 46, 110);
    c.box(across(x + 40, tone(0.9), x + 120, tone(0.6)), x + 44, foot - 56, 84, 56);
    c.poly(tone(0.5), x + 40, foot - 54, x + 132, foot - 54, x + 118, foot - 82, x + 46, foot - 82);
    c.blob(
        tone(0.16),
        x + 2,
        foot - 112,
        x - 2,
        foot - 136,
        x + 23,
        foot - 176,
        x + 48,
        foot - 136,
        x + 44,
        foot - 112);
    c.line(tone(0.12), 2.5, x + 23, foot - 176, x + 23, foot - 200);
    c.line(tone(0.12), 2, x + 16, foot - 192, x + 30, foot - 192);
    c.box(tone(0.15), x + 16, foot - 92, 13, 24);
  }
}
