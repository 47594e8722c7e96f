package press.tamizdat.demo;

import static press.tamizdat.demo.Canvas.HEIGHT;
import static press.tamizdat.demo.Canvas.WIDTH;
import static press.tamizdat.demo.Canvas.across;
import static press.tamizdat.demo.Canvas.down;
import static press.tamizdat.demo.Canvas.spot;
import static press.tamizdat.demo.Canvas.tone;

/** Scenes in open country. */
final class Country {
  private Country() {}

  static void dryReservoir(Canvas c) {
    double shore = c.vary(215, 245);
    Nature.sky(c, shore, 0.72, 0.97, 0.35);
    Nature.hills(c, shore, 70, 0.6, 0.2, 170);
    dam(c, shore + 18);
    c.box(down(shore + 14, tone(0.86), HEIGHT, tone(0.62)), 0, shore + 14, WIDTH, HEIGHT);
    c.blob(
        down(shore + 16, tone(0.98), shore + 60, tone(0.7)),
        180,
        shore + 30,
        420,
        shore + 22,
        640,
        shore + 34,
        560,
        shore + 52,
        330,
        shore + 48);
    c.texture(0, shore + 14, WIDTH, HEIGHT, 200, 18, 0.25);
    cracks(c, shore + 40);
    double x = c.vary(500, 600);
    c.soft(5, () -> c.poly(tone(0, 0.5), x - 20, 470, x + 210, 486, x + 260, 506, x + 40, 500));
    c.blob(
        down(400, tone(0.5), 490, tone(0.1)),
        x - 40,
        424,
        x + 60,
        440,
        x + 170,
        426,
        x + 226,
        396,
        x + 190,
        462,
        x + 130,
        484,
        x + 10,
        476);
    c.bow(tone(0.9), 3, x - 38, 426, x + 60, 442, x + 170, 428, x + 224, 398);
    c.bow(tone(0.06), 2, x + 222, 400, x + 250, 460, x + 300, 476);
    People.figure(c, c.vary(190, 300), 470, 130, 0.1);
    c.vignette(0.28);
  }

  private static void dam(Canvas c, double y) {
    c.poly(
        down(y - 76, tone(0.84), y, tone(0.5)),
        480,
        y - 70,
        WIDTH,
        y - 84,
        WIDTH,
        y + 6,
        480,
        y + 2);
    for (int i = 0; i < 9; i++) {
      double x = 500 + i * 46;
      c.poly(tone(0.3), x, y - 58, x + 16, y - 59, x + 22, y, x - 2, y);
    }
    c.line(tone(0.2), 3, 476, y - 71, WIDTH, y - 85);
    for (int i = 0; i < 4; i++) {
      double y2 = y + 4 + i * 5;
      c.line(tone(0.95, 0.6), 1.5, 0, y2, 480 - i * 30, y2);
    }
  }

  /** Plates of dried mud, in perspective. */
  private static void cracks(Canvas c, double from) {
    int rows = 15;
    double[][] xs = new double[rows + 1][];
    double[][] ys = new double[rows + 1][];
    for (int r = 0; r <= rows; r++) {
      double near = Math.pow(r / (double) rows, 2.1);
      int n = 30;
      xs[r] = new double[n];
      ys[r] = new double[n];
      for (int i = 0; i < n; i++) {
        double spread = 46 + 150 * near;
        xs[r][i] = 450 + (i - n / 2.0 + (r % 2) * 0.5 + c.vary(-0.28, 0.28)) * spread;
        ys[r][i] = from + (HEIGHT + 40 - from) * near + c.vary(-0.3, 0.3) * (6 + 60 * near);
      }
    }
    for (int r = 0; r < rows; r++) {
      double width = 0.8 + 7 * Math.pow(r / (double) rows, 2);
      for (int i = 0; i < xs[r].length - 1; i++) {
        c.line(tone(0.12), width, xs[r][i], ys[r][i], xs[r][i + 1], ys[r][i + 1]);
        c.line(
            tone(0.97, 0.7),
            width * 0.4,
            xs[r][i],
            ys[r][i] + width,
            xs[r][i + 1],
            ys[r][i + 1] + width);
        if (c.maybe(0.85)) {
          c.line(tone(0.12), width, xs[r][i], ys[r][i], xs[r + 1][i], ys[r + 1][i]);
        }
      }
    }
  }

  static void borderRoad(Canvas c) {
    double horizon = c.vary(270, 300);
    double goX = c.vary(400, 480);
    Nature.sky(c, horizon);
    Nature.hills(c, horizon, 90, 0.55, 0.3, 200);
    for (int i = 0; i < 34; i++) {
      double x = c.vary(-20, WIDTH + 20);
      Nature.pine(
          c, x, horizon + 10 + Math.abs(x - goX) * 0.05, 40 + Math.abs(x - goX) * 0.14, 0.24);
    }
    c.box(down(horizon + 4, tone(0.76), HEIGHT, tone(0.4)), 0, horizon + 4, WIDTH, HEIGHT);
    c.texture(0, horizon + 4, WIDTH, HEIGHT, 120, 12, 0.35);
    c.poly(
        down(horizon, tone(0.62), HEIGHT, tone(0.24)),
        goX - 6,
        horizon + 4,
        goX + 6,
        horizon + 4,
        860,
        600,
        60,
        600);
    for (int i = 0; i < 9; i++) {
      double near = Math.pow(0.62, i);
      double y = horizon + 4 + (HEIGHT - horizon) * near;
      double y2 = horizon + 4 + (HEIGHT - horizon) * near * 0.8;
      c.poly(
          tone(0.96), goX - 9 * near, y, goX + 9 * near, y, goX + 7 * near, y2, goX - 7 * near, y2);
    }
    booth(c, goX - 300, horizon + 130);
    barrier(c, goX - 196, horizon + 138);
    Town.poles(c, 840, 520, 330, goX + 30, horizon, 0.1);
    if (c.maybe(0.6)) {
      People.figure(c, goX + c.vary(40, 110), horizon + 190, 130, 0.09);
    }
    if (c.weather == Weather.HEAVY) {
      Nature.snow(c, 260);
    }
    c.vignette(0.3);
  }

  private static void booth(Canvas c, double x, double foot) {
    c.oval(tone(0, 0.3), x + 60, foot, 110, 10);
    c.box(across(x, tone(0.95), x + 76, tone(0.84)), x, foot - 116, 66, 116);
    c.poly(tone(0.42), x + 66, foot - 116, x + 104, foot - 110, x + 104, foot - 4, x + 66, foot);
    c.box(tone(0.1), x + 12, foot - 92, 42, 38);
    c.poly(tone(0.1), x + 74, foot - 90, x + 96, foot - 87, x + 96, foot - 50, x + 74, foot - 52);
    c.poly(
        tone(0.12),
        x - 12,
        foot - 112,
        x + 70,
        foot - 116,
        x + 120,
        foot - 108,
        x + 100,
        foot - 128,
        x + 2,
        foot - 130);
  }

  private static void barrier(Canvas c, double x, double foot) {
    c.box(across(x, tone(0.5), x + 16, tone(0.1)), x, foot - 62, 16, 64);
    for (int i = 0; i < 8; i++) {
      c.poly(
          i % 2 == 0 ? spot(0.86) : tone(0.97),
          x - 30 + i * 46,
          foot - 66 - i * 3,
          x + 16 + i * 46,
          foot - 69 - i * 3,
          x + 16 + i * 46,
          foot - 58 - i * 3,
          x - 30 + i * 46,
          foot - 55 - i * 3);
    }
    c.box(tone(0.1), x - 44, foot - 72, 20, 24);
    c.line(tone(0.12), 5, x + 330, foot + 4, x + 330, foot - 78);
  }
}
