package press.tamizdat.demo;

import static press.tamizdat.demo.Canvas.HEIGHT;
import static press.tamizdat.demo.Canvas.WIDTH;
import static press.tamizdat.demo.Canvas.across;
import static press.tamizdat.demo.Canvas.down;
import static press.tamizdat.demo.Canvas.gradient;
import static press.tamizdat.demo.Canvas.path;
import static press.tamizdat.demo.Canvas.spot;
import static press.tamizdat.demo.Canvas.tone;

/** Scenes on the river. */
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
}
