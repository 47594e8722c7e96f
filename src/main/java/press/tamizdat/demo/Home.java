package press.tamizdat.demo;

import static press.tamizdat.demo.Canvas.HEIGHT;
import static press.tamizdat.demo.Canvas.WIDTH;
import static press.tamizdat.demo.Canvas.across;
import static press.tamizdat.demo.Canvas.down;
import static press.tamizdat.demo.Canvas.gradient;
import static press.tamizdat.demo.Canvas.path;
import static press.tamizdat.demo.Canvas.spot;
import static press.tamizdat.demo.Canvas.tone;

/** Scenes at home. */
final class Home {
  private Home() {}

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
}
