package press.tamizdat.demo;

import static press.tamizdat.demo.Canvas.WIDTH;
import static press.tamizdat.demo.Canvas.across;
import static press.tamizdat.demo.Canvas.down;
import static press.tamizdat.demo.Canvas.spot;
import static press.tamizdat.demo.Canvas.tone;

/** Scenes where boats lie. */
final class Harbour {
  private Harbour() {}

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
