package press.tamizdat.demo;

import static press.tamizdat.demo.Canvas.HEIGHT;
import static press.tamizdat.demo.Canvas.WIDTH;
import static press.tamizdat.demo.Canvas.across;
import static press.tamizdat.demo.Canvas.curve;
import static press.tamizdat.demo.Canvas.down;
import static press.tamizdat.demo.Canvas.gradient;
import static press.tamizdat.demo.Canvas.path;
import static press.tamizdat.demo.Canvas.spot;
import static press.tamizdat.demo.Canvas.tone;

/** Scenes on the river and at its mouth. */
final class River {
  private River() {}

  static void ferryCrossing(Canvas c) {
    double shore = c.vary(250, 290);
    Nature.sky(c, shore);
    Nature.hills(c, shore, 90, 0.55, 0.3, 210);
    Nature.hills(c, shore + 4, 44, 0.34, 0.2, 90);
    Nature.water(c, shore + 6, 0.4, 0.2);
    Nature.glitter(c, shore + 10, 260, 160, 90);
    Nature.fog(c, shore - 30, shore + 30, 0.95, 0.5);
    double x = c.vary(200, 330);
    double y = shore + c.vary(84, 100);
    c.soft(7, () -> c.poly(tone(0.08, 0.7), x, y, x + 440, y, x + 400, y + 120, x + 60, y + 110));
    ferry(c, x, y);
    Nature.birds(c, x + 420, y - 170, 90, c.count(4, 9));
    pier(c);
    c.vignette(0.3);
  }

  private static void ferry(Canvas c, double x, double y) {
    Nature.smoke(c, x + 318, y - 150, 16, 0.4, 0.34);
    c.poly(
        down(y - 60, tone(0.3), y, tone(0.1)),
        x - 34,
        y - 62,
        x + 470,
        y - 52,
        x + 440,
        y - 4,
        x + 420,
        y,
        x + 30,
        y,
        x,
        y - 12);
    c.poly(tone(0.85), x - 34, y - 62, x + 470, y - 52, x + 468, y - 46, x - 31, y - 55);
    c.poly(tone(0.25), x - 34, y - 62, x - 66, y - 104, x - 60, y - 106, x - 20, y - 62);
    c.box(across(x + 90, tone(0.98), x + 400, tone(0.62)), x + 90, y - 104, 310, 46);
    c.box(across(x + 150, tone(0.96), x + 380, tone(0.55)), x + 150, y - 142, 230, 40);
    c.box(across(x + 160, tone(0.98), x + 250, tone(0.7)), x + 160, y - 178, 84, 38);
    Town.windows(c, x + 96, y - 98, 298, 36, 16, 0.16, 0.05);
    Town.windows(c, x + 156, y - 138, 218, 34, 14, 0.16, 0.1);
    c.box(tone(0.12), x + 166, y - 170, 72, 15);
    c.box(across(x + 300, tone(0.8), x + 340, tone(0.3)), x + 300, y - 190, 38, 50);
    c.box(spot(0.86), x + 300, y - 178, 38, 17);
    c.line(tone(0.2), 2.5, x + 205, y - 178, x + 205, y - 236);
    c.line(tone(0.2), 1, x + 205, y - 230, x - 20, y - 62);
    c.line(tone(0.2), 1, x + 205, y - 230, x + 440, y - 56);
    c.line(tone(0.92), 1.2, x + 150, y - 150, x + 380, y - 150);
    for (int i = 0; i < c.count(4, 8); i++) {
      People.figure(c, x + c.vary(250, 460), y - (c.maybe(0.5) ? 55 : 142), 30, 0.1);
    }
    c.line(tone(0.95, 0.8), 3, x - 16, y + 1, x + 120, y + 3);
    c.line(tone(0.95, 0.7), 2, x + 250, y + 2, x + 470, y + 6);
  }

  private static void pier(Canvas c) {
    c.poly(down(480, tone(0.2), HEIGHT, tone(0.05)), 0, 520, 250, 545, 330, HEIGHT, 0, HEIGHT);
    c.texture(path(true, 0, 520, 250, 545, 330, 600, 0, 600), 80, 5, 0.25);
    for (double[] post : new double[][] {{48, 410, 24}, {176, 452, 18}, {250, 480, 13}}) {
      c.box(
          across(post[0], tone(0.42), post[0] + post[2], tone(0.04)),
          post[0],
          post[1],
          post[2],
          HEIGHT - post[1]);
      c.oval(tone(0.5), post[0] + post[2] / 2, post[1], post[2] / 2, post[2] / 6);
    }
    c.bow(tone(0.06), 5, 60, 440, 120, 490, 184, 470, 220, 500, 256, 496);
    People.figure(c, c.vary(105, 125), 556, c.vary(150, 165), 0.07);
  }

  static void harbourCranes(Canvas c) {
    double shore = c.vary(380, 410);
    Nature.sky(c, shore);
    Nature.hills(c, shore, 50, 0.6, 0.25, 160);
    for (int i = 0; i < 3; i++) {
      crane(c, 690 - i * 40 + c.vary(-30, 30), shore, 190 + 16 * i, 0.55 - 0.06 * i);
    }
    Nature.fog(c, shore - 130, shore + 30, 0.9, 0.55);
    crane(c, c.vary(470, 520), shore + 8, 300, 0.26);
    crane(c, c.vary(170, 240), shore + 14, 360, 0.1);
    boolean red = c.maybe(0.5);
    for (int i = 0; i < 46; i++) {
      double x = (i % 15) * 62 - 20;
      double y = shore + 14 - 24 * (i / 15 + 1) * (i / 15 < 1 || c.maybe(0.6) ? 1 : 0);
      double v = c.vary(0.16, 0.62);
      c.box(red && i % 15 == 5 ? spot(0.75) : tone(v), x, y, 60, 23);
      for (int k = 1; k < 8; k++) {
        c.line(tone(v * 0.6, 0.7), 1, x + k * 7.5, y + 2, x + k * 7.5, y + 21);
      }
    }
    c.box(down(shore + 14, tone(0.3), shore + 34, tone(0.12)), 0, shore + 14, WIDTH, 20);
    Nature.water(c, shore + 34, 0.9, 0.32);
    Nature.glitter(c, shore + 40, 300, 260, 80);
    tug(c, c.vary(520, 640), shore + 110);
    Nature.birds(c, 420, 120, 140, c.count(3, 9));
    c.vignette(0.3);
  }

  private static void crane(Canvas c, double x, double foot, double h, double v) {
    double w = h * 0.26;
    double thick = h * 0.022;
    c.line(tone(v), thick, x, foot, x + w * 0.2, foot - h * 0.6);
    c.line(tone(v), thick, x + w, foot, x + w * 0.8, foot - h * 0.6);
    c.line(tone(v), thick * 0.6, x + w * 0.06, foot - h * 0.2, x + w * 0.94, foot - h * 0.2);
    c.line(tone(v), thick * 0.4, x, foot, x + w * 0.9, foot - h * 0.3);
    c.line(tone(v), thick * 0.4, x + w, foot, x + w * 0.1, foot - h * 0.3);
    c.box(
        across(x, tone(v + 0.25), x + w, tone(v)), x + w * 0.1, foot - h * 0.68, w * 0.8, h * 0.1);
    double tipX = x - h * 0.55;
    double tipY = foot - h * c.vary(0.92, 1.06);
    c.line(tone(v), thick, x + w * 0.5, foot - h * 0.62, tipX, tipY);
    c.line(tone(v), thick * 0.7, x + w * 0.75, foot - h * 0.68, x + w * 0.6, foot - h);
    c.line(tone(v), thick * 0.5, x + w * 0.6, foot - h, tipX, tipY);
    c.line(tone(v), thick * 0.5, x + w * 0.6, foot - h, x + w * 1.3, foot - h * 0.62);
    c.box(tone(v), x + w * 0.9, foot - h * 0.7, w * 0.5, h * 0.1);
    for (int i = 1; i < 9; i++) {
      double t = i / 9.0;
      double bx = x + w * 0.5 + (tipX - x - w * 0.5) * t;
      double by = foot - h * 0.62 + (tipY - foot + h * 0.62) * t;
      c.line(tone(v), thick * 0.35, bx, by, bx + h * 0.03, by - h * 0.05 * (1 - t));
    }
    double hook = foot - h * c.vary(0.3, 0.5);
    c.line(tone(v), 1.2, tipX, tipY, tipX, hook);
    c.oval(tone(v), tipX, hook, h * 0.012, h * 0.02);
  }

  private static void tug(Canvas c, double x, double y) {
    c.soft(6, () -> c.poly(tone(0.05, 0.7), x, y, x + 130, y, x + 110, y + 40, x + 20, y + 36));
    c.poly(tone(0.1), x - 14, y - 26, x + 60, y - 16, x + 138, y - 20, x + 128, y, x + 6, y);
    c.box(across(x + 30, tone(0.95), x + 84, tone(0.5)), x + 30, y - 50, 52, 34);
    c.box(tone(0.1), x + 36, y - 44, 40, 9);
    c.box(spot(0.8), x + 92, y - 48, 14, 30);
    c.line(tone(0.1), 2, x + 56, y - 50, x + 56, y - 84);
    Nature.smoke(c, x + 99, y - 50, 9, 0.35, 0.4);
    c.line(tone(1, 0.8), 2.5, x - 16, y + 1, x + 60, y + 4);
  }

  static void railwayBridge(Canvas c) {
    double shore = c.vary(385, 415);
    Nature.sky(c, shore);
    Nature.hills(c, shore, 80, 0.6, 0.25, 190);
    Nature.hills(c, shore + 4, 36, 0.34, 0.2, 60);
    Nature.fog(c, shore - 60, shore + 20, 0.95, 0.5);
    double deck = shore - c.vary(118, 140);
    for (int i = 0; i < 3; i++) {
      double x = -150 + i * 372;
      c.poly(
          across(x - 24, tone(0.62), x + 40, tone(0.18)),
          x - 20,
          deck,
          x + 26,
          deck,
          x + 40,
          shore + 8,
          x - 34,
          shore + 8);
    }
    train(c, deck);
    for (int i = 0; i < 3; i++) {
      truss(c, -127 + i * 372, deck, 372, 110);
    }
    Nature.water(c, shore + 6, 0.8, 0.3);
    Nature.glitter(c, shore + 10, 300, 240, 90);
    c.blob(tone(0.06), -60, 640, -30, 540, 90, 548, 220, 590, 330, 640);
    Nature.grass(c, HEIGHT + 4, 0.05, 130);
    c.vignette(0.3);
  }

  private static void truss(Canvas c, double x, double deck, double w, double h) {
    double v = 0.1;
    int bays = 8;
    c.box(tone(v), x, deck - 4, w, 14);
    c.line(tone(0.55), 1.5, x, deck - 4, x + w, deck - 4);
    double[] top = new double[2 * (bays + 1)];
    for (int i = 0; i <= bays; i++) {
      top[2 * i] = x + w * i / bays;
      top[2 * i + 1] = deck - h * Math.pow(Math.sin(Math.PI * i / bays), 0.55);
    }
    c.line(tone(v), 7, top);
    for (int i = 0; i < bays; i++) {
      c.line(tone(v), 3.5, top[2 * i], top[2 * i + 1], top[2 * i], deck);
      boolean rises = i < bays / 2;
      c.line(
          tone(v),
          2.6,
          top[2 * i],
          rises ? deck : top[2 * i + 1],
          top[2 * i + 2],
          rises ? top[2 * i + 3] : deck);
    }
  }

  private static void train(Canvas c, double deck) {
    double x = c.vary(-200, 250);
    for (int i = 0; i < 6; i++) {
      double cx = x + i * 152;
      c.box(down(deck - 54, tone(0.75), deck - 6, tone(0.3)), cx, deck - 54, 146, 46);
      Town.windows(c, cx + 5, deck - 48, 136, 24, 14, 0.2, 0.4);
      c.box(i == 0 ? spot(0.8) : tone(0.5), cx, deck - 22, 146, 7);
    }
  }

  static void riverFlood(Canvas c) {
    double shore = c.vary(250, 280);
    Nature.sky(c, shore, 0.38, 0.86, 0.85);
    Nature.hills(c, shore, 40, 0.55, 0.3, 120);
    for (int i = 0; i < 9; i++) {
      Nature.bare(c, c.vary(0, WIDTH), shore + 12, c.vary(50, 90), 0.35);
    }
    drowned(c, c.vary(560, 640), shore + 26, 120, 0.42);
    drowned(c, c.vary(330, 380), shore + 44, 150, 0.3);
    Nature.water(c, shore + 44, 0.9, 0.25);
    drowned(c, c.vary(30, 90), shore + 130, 260, 0.18);
    Town.poles(c, 800, shore + 220, 330, 380, shore + 30, 0.08);
    c.soft(6, () -> c.poly(tone(0.05, 0.5), 70, shore + 132, 330, shore + 132, 300, 540, 110, 520));
    boat(c, c.vary(450, 560), shore + c.vary(210, 240));
    for (int i = 0; i < 26; i++) {
      double x = c.vary(0, WIDTH);
      double y = c.vary(shore + 70, HEIGHT);
      c.line(tone(0.1, 0.7), c.vary(1, 5), x, y, x + c.vary(10, 60), y + c.vary(-3, 3));
    }
    Nature.glitter(c, shore + 60, 500, 400, 70);
    if (c.weather == Weather.HEAVY) {
      Nature.rain(c, 260);
    }
    c.vignette(0.35);
  }

  private static void drowned(Canvas c, double x, double y, double w, double v) {
    double h = w * 0.26;
    c.box(across(x, tone(v + 0.5), x + w * 0.62, tone(v + 0.38)), x, y - h, w * 0.62, h);
    c.poly(tone(v + 0.1), x + w * 0.62, y - h, x + w, y - h * 1.04, x + w, y, x + w * 0.62, y);
    c.poly(
        gradient(x, y - h * 2.4, x, y - h, tone(v + 0.1), tone(v + 0.22)),
        x + w * 0.27,
        y - h * 2.3,
        x + w * 0.72,
        y - h * 2.25,
        x + w * 1.06,
        y - h * 0.98,
        x + w * 0.66,
        y - h * 0.92);
    c.poly(tone(v + 0.44), x, y - h, x + w * 0.62, y - h, x + w * 0.27, y - h * 2.26);
    c.line(
        tone(v),
        w / 60,
        x - w * 0.05,
        y - h * 0.86,
        x + w * 0.27,
        y - h * 2.32,
        x + w * 0.66,
        y - h * 0.9);
    c.box(tone(0.06), x + w * 0.12, y - h * 0.75, w * 0.1, h * 0.5);
    c.box(tone(0.06), x + w * 0.38, y - h * 0.75, w * 0.1, h * 0.5);
    c.box(tone(v + 0.2), x + w * 0.68, y - h * 2.6, w * 0.07, h * 0.6);
  }

  private static void boat(Canvas c, double x, double y) {
    c.soft(5, () -> c.oval(tone(0, 0.6), x + 90, y + 14, 110, 18));
    People.figure(c, x + 52, y + 12, 92, 0.1);
    People.figure(c, x + 118, y + 10, 76, 0.12);
    c.blob(
        down(y - 24, tone(0.5), y + 14, tone(0.05)),
        x - 16,
        y - 24,
        x + 60,
        y - 16,
        x + 140,
        y - 17,
        x + 204,
        y - 28,
        x + 176,
        y + 10,
        x + 90,
        y + 16,
        x + 12,
        y + 11);
    c.bow(tone(0.85), 2.5, x - 14, y - 23, x + 60, y - 15, x + 140, y - 16, x + 202, y - 27);
    c.line(tone(0.08), 4, x + 40, y - 60, x - 40, y + 30);
  }

  static void lighthouse(Canvas c) {
    double shore = c.vary(380, 410);
    Nature.sky(c, shore);
    c.box(down(shore, tone(0.62), HEIGHT, tone(0.3)), 0, shore, WIDTH, HEIGHT - shore);
    c.texture(0, shore, WIDTH, HEIGHT - shore, 120, 7, 0.4);
    Nature.glitter(c, shore, 280, 240, 80);
    double x = c.vary(560, 620);
    double foot = shore - 30;
    c.soft(
        10,
        () -> {
          c.poly(tone(1, 0.5), x, foot - 258, 0, foot - 380, 0, foot - 250);
          c.poly(tone(1, 0.35), x, foot - 258, WIDTH, foot - 330, WIDTH, foot - 250);
        });
    c.blob(
        down(shore - 60, tone(0.34), shore + 80, tone(0.06)),
        x - 190,
        shore + 40,
        x - 120,
        shore - 8,
        x - 60,
        shore - 38,
        x + 60,
        shore - 42,
        x + 150,
        shore - 20,
        980,
        shore - 50,
        980,
        shore + 130,
        x,
        shore + 90);
    c.texture(x - 200, shore - 50, 560, 180, 40, 14, 0.5);
    c.poly(
        across(x - 36, tone(1), x + 36, tone(0.36)),
        x - 22,
        foot - 236,
        x + 22,
        foot - 236,
        x + 36,
        foot,
        x - 36,
        foot);
    for (int i = 0; i < 2; i++) {
      double y = foot - 60 - 96 * i;
      double half = 36 - 14 * (foot - y) / 236;
      c.poly(spot(0.8), x - half, y, x + half, y, x + half - 3, y - 44, x - half + 3, y - 44);
    }
    c.within(
        path(true, x + 4, foot - 236, x + 22, foot - 236, x + 36, foot, x + 10, foot),
        () ->
            c.poly(
                tone(0, 0.35), x + 4, foot - 236, x + 60, foot - 236, x + 60, foot, x + 10, foot));
    c.box(tone(0.1), x - 32, foot - 244, 64, 9);
    c.box(across(x - 18, tone(1), x + 18, tone(0.8)), x - 18, foot - 274, 36, 30);
    c.poly(tone(0.12), x - 24, foot - 274, x + 24, foot - 274, x, foot - 302);
    c.glow(1, 0.95, x, foot - 258, 60);
    c.box(across(x + 50, tone(0.95), x + 140, tone(0.6)), x + 50, foot - 46, 96, 46);
    c.poly(tone(0.2), x + 42, foot - 44, x + 154, foot - 44, x + 132, foot - 80, x + 64, foot - 80);
    c.box(tone(0.1), x + 74, foot - 30, 14, 18);
    breakers(c, shore);
    Nature.birds(c, 250, 160, 120, c.count(4, 10));
    c.vignette(0.3);
  }

  private static void breakers(Canvas c, double shore) {
    for (int row = 0; row < 4; row++) {
      double y = shore + 60 + row * 40;
      double shift = c.vary(0, 60);
      for (int i = -1; i < 12; i++) {
        double x = i * 90 + shift + row * 20;
        c.bow(
            tone(0.96, 0.85),
            2 + row * 1.6,
            x,
            y,
            x + 26,
            y - 6 - row * 2,
            x + 60,
            y + 2,
            x + 84,
            y + 4);
      }
    }
    c.blob(tone(0.06), -40, 640, -20, 560, 60, 520, 150, 545, 240, 590, 300, 640);
    c.texture(curve(true, -40, 640, -20, 560, 60, 520, 150, 545, 240, 590, 300, 640), 24, 14, 0.35);
  }

  static void fishingBoats(Canvas c) {
    double shore = c.vary(240, 270);
    Nature.sky(c, shore);
    Nature.hills(c, shore, 70, 0.55, 0.3, 180);
    Town.skyline(c, shore + 6, 44, 0.7, 0);
    Nature.water(c, shore + 8, 0.6, 0.2);
    Nature.glitter(c, shore + 12, 300, 240, 90);
    int many = c.count(3, 4);
    for (int i = 0; i < many; i++) {
      double t = (i + 0.6) / many;
      smack(
          c, c.vary(60, 300) + (i % 2) * 330, shore + 40 + t * 190, 0.35 + 0.75 * t, i == many - 1);
    }
    Nature.birds(c, 500, 150, 160, c.count(5, 11));
    c.vignette(0.3);
  }

  private static void smack(Canvas c, double x, double y, double s, boolean red) {
    c.soft(
        6,
        () -> {
          c.poly(
              tone(0.05, 0.65),
              x,
              y,
              x + 250 * s,
              y,
              x + 220 * s,
              y + 60 * s,
              x + 40 * s,
              y + 56 * s);
          c.line(tone(0.1, 0.5), 6 * s, x + 110 * s, y, x + 116 * s, y + 150 * s);
        });
    c.blob(
        down(y - 64 * s, tone(0.55), y, tone(0.08)),
        x - 30 * s,
        y - 62 * s,
        x + 60 * s,
        y - 40 * s,
        x + 170 * s,
        y - 38 * s,
        x + 262 * s,
        y - 52 * s,
        x + 246 * s,
        y - 8 * s,
        x + 200 * s,
        y + 4 * s,
        x + 40 * s,
        y + 4 * s,
        x + 4 * s,
        y - 20 * s);
    c.bow(
        red ? spot(0.85) : tone(0.95),
        6 * s,
        x - 26 * s,
        y - 58 * s,
        x + 60 * s,
        y - 37 * s,
        x + 170 * s,
        y - 35 * s,
        x + 256 * s,
        y - 48 * s);
    c.box(
        across(x + 160 * s, tone(0.98), x + 214 * s, tone(0.5)),
        x + 160 * s,
        y - 96 * s,
        54 * s,
        60 * s);
    c.box(tone(0.1), x + 166 * s, y - 88 * s, 40 * s, 16 * s);
    c.box(tone(0.3), x + 154 * s, y - 100 * s, 66 * s, 6 * s);
    c.line(tone(0.1), 5 * s, x + 110 * s, y - 36 * s, x + 112 * s, y - 226 * s);
    c.line(tone(0.1), 3 * s, x + 112 * s, y - 60 * s, x + 210 * s, y - 170 * s);
    c.line(tone(0.1), 1.4 * s, x + 112 * s, y - 222 * s, x - 24 * s, y - 62 * s);
    c.line(tone(0.1), 1.4 * s, x + 112 * s, y - 222 * s, x + 256 * s, y - 52 * s);
    c.line(
        tone(0.1),
        1.2 * s,
        x + 112 * s,
        y - 222 * s,
        x + 210 * s,
        y - 170 * s,
        x + 206 * s,
        y - 90 * s);
    for (int i = 0; i < 5; i++) {
      c.bow(
          tone(0.2, 0.8),
          1.4 * s,
          x + 112 * s,
          y - (200 - 30 * i) * s,
          x + (70 - 8 * i) * s,
          y - (110 - 8 * i) * s,
          x + (30 + 4 * i) * s,
          y - 48 * s);
    }
    for (int i = 0; i < 5; i++) {
      c.oval(tone(0.08), x + (50 + i * 34) * s, y - 20 * s, 9 * s, 10 * s);
    }
    People.figure(c, x + 80 * s, y - 28 * s, 84 * s, 0.1);
  }
}
