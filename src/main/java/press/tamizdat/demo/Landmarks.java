package press.tamizdat.demo;

import static press.tamizdat.demo.Canvas.HEIGHT;
import static press.tamizdat.demo.Canvas.WIDTH;
import static press.tamizdat.demo.Canvas.across;
import static press.tamizdat.demo.Canvas.curve;
import static press.tamizdat.demo.Canvas.down;
import static press.tamizdat.demo.Canvas.path;
import static press.tamizdat.demo.Canvas.spot;
import static press.tamizdat.demo.Canvas.tone;

/** Scenes with one thing by which everybody knows the place. */
final class Landmarks {
  private Landmarks() {}

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
}
