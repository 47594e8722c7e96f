package press.tamizdat.demo;

import static press.tamizdat.demo.Canvas.HEIGHT;
import static press.tamizdat.demo.Canvas.WIDTH;
import static press.tamizdat.demo.Canvas.across;
import static press.tamizdat.demo.Canvas.curve;
import static press.tamizdat.demo.Canvas.down;
import static press.tamizdat.demo.Canvas.path;
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

  static void mineTower(Canvas c) {
    double ground = c.vary(430, 455);
    Nature.sky(c, ground);
    Nature.hills(c, ground, 60, 0.62, 0.2, 170);
    c.poly(down(250, tone(0.5), ground, tone(0.74)), 560, ground, 700, 268, 780, 300, 980, ground);
    c.poly(tone(0.34), 700, 268, 780, 300, 980, ground, 760, ground);
    c.texture(path(true, 560, ground, 700, 268, 780, 300, 980, ground), 30, 60, 0.3);
    Nature.fog(c, ground - 100, ground + 10, 0.92, 0.6);
    double x = c.vary(270, 350);
    winding(c, x, ground + 8);
    Town.block(c, x + 140, ground + 10, 170, 92, 0.62, 0.12);
    c.poly(
        tone(0.2),
        x + 136,
        ground - 82,
        x + 266,
        ground - 82,
        x + 236,
        ground - 112,
        x + 160,
        ground - 112);
    c.box(down(ground + 6, tone(0.4), HEIGHT, tone(0.1)), 0, ground + 6, WIDTH, HEIGHT);
    c.texture(0, ground + 6, WIDTH, HEIGHT, 120, 10, 0.4);
    rails(c, x - 60, ground + 8);
    People.crowd(c, x + 90, x + 420, ground + 40, ground + 96, 110, c.count(4, 7));
    if (c.weather == Weather.HEAVY) {
      Nature.snow(c, 240);
    }
    c.vignette(0.3);
  }

  private static void winding(Canvas c, double x, double foot) {
    double top = foot - 330;
    for (double off : new double[] {-46, -16, 16, 46}) {
      c.line(tone(0.08), 7, x + off * 0.8, top + 34, x + off * 1.25, foot);
    }
    c.line(tone(0.08), 9, x + 20, top + 40, x + 176, foot);
    c.line(tone(0.08), 9, x + 4, top + 60, x + 130, foot);
    for (int i = 0; i < 7; i++) {
      double y = foot - 40 * i - 8;
      double half = 58 - 3.2 * i;
      c.line(tone(0.08), 3.5, x - half, y, x + half, y);
      c.line(tone(0.1), 2, x - half, y, x + half - 3, y - 40);
      c.line(tone(0.1), 2, x + half, y, x - half + 3, y - 40);
    }
    c.box(tone(0.08), x - 62, top + 30, 124, 10);
    for (double wx : new double[] {x - 26, x + 30}) {
      ring(c, wx, top + 2, 36);
    }
    c.line(tone(0.1), 1.8, x + 54, top - 18, x + 300, foot - 70);
    c.line(tone(0.1), 1.8, x + 4, top - 24, x + 290, foot - 70);
    c.poly(tone(0.1), x - 76, top + 30, x + 76, top + 30, x + 66, top + 22, x - 66, top + 22);
    c.poly(spot(0.82), x, top - 40, x + 44, top - 54, x, top - 66);
    c.line(tone(0.08), 2.5, x, top + 20, x, top - 68);
  }

  private static void ring(Canvas c, double x, double y, double r) {
    double[] xy = new double[2 * 33];
    for (int i = 0; i <= 32; i++) {
      xy[2 * i] = x + r * Math.cos(i * Math.PI / 16);
      xy[2 * i + 1] = y + r * Math.sin(i * Math.PI / 16);
    }
    c.line(tone(0.07), 5, xy);
    for (int i = 0; i < 32; i += 4) {
      c.line(tone(0.07), 2, x, y, xy[2 * i], xy[2 * i + 1]);
    }
  }

  private static void rails(Canvas c, double goX, double goY) {
    for (int i = 0; i < 16; i++) {
      double t = Math.pow(0.8, i);
      double y = goY + (640 - goY) * t;
      c.line(tone(0.06), 10 * t + 0.6, goX + (30 - goX) * t, y, goX + (330 - goX) * t, y);
    }
    c.line(tone(0.75), 5, goX, goY, 80, 640);
    c.line(tone(0.75), 5, goX, goY, 270, 640);
  }

  static void factoryChimneys(Canvas c) {
    double ground = c.vary(440, 470);
    Nature.sky(c, ground);
    double[] xs = {c.vary(500, 540), c.vary(610, 650), c.vary(720, 760), c.vary(250, 300)};
    for (int i = 0; i < xs.length; i++) {
      double h = i == 3 ? 350 : 230 + 24 * i;
      double w = i == 3 ? 24 : 16;
      Nature.smoke(c, xs[i], ground - h - 8, w * 1.3, i == 3 ? 0.25 : 0.45, 0.75);
      c.poly(
          across(xs[i] - w, tone(0.72), xs[i] + w, tone(0.12)),
          xs[i] - w * 0.6,
          ground - h,
          xs[i] + w * 0.6,
          ground - h,
          xs[i] + w,
          ground,
          xs[i] - w,
          ground);
      for (int band = 0; band < 2; band++) {
        double y = ground - h + 12 + 30 * band;
        c.box(i == 3 ? spot(0.8) : tone(0.18), xs[i] - w * 0.62, y, w * 1.24, 14);
      }
    }
    Nature.fog(c, ground - 170, ground - 10, 0.9, 0.6);
    double x = 120;
    for (int i = 0; i < 6; i++) {
      saw(c, x + i * 118, ground, 118, 70, 0.44);
    }
    Town.block(c, c.vary(20, 60), ground + 8, 150, 150, 0.5, 0.15);
    Town.block(c, 780, ground + 8, 170, 110, 0.4, 0.2);
    c.box(down(ground, tone(0.5), HEIGHT, tone(0.14)), 0, ground, WIDTH, HEIGHT);
    c.texture(0, ground, WIDTH, HEIGHT, 140, 9, 0.35);
    fence(c, HEIGHT - 20);
    Town.lamp(c, c.vary(90, 150), HEIGHT, 240, 0.06, c.weather == Weather.EVENING);
    People.crowd(c, 300, 640, ground + 46, ground + 90, 100, c.count(3, 8));
    c.vignette(0.3);
  }

  private static void saw(Canvas c, double x, double foot, double w, double h, double v) {
    c.box(down(foot - h, tone(v), foot, tone(v * 0.7)), x, foot - h, w, h);
    c.poly(
        tone(v + 0.35),
        x,
        foot - h,
        x,
        foot - h * 1.7,
        x + w * 0.3,
        foot - h * 1.7,
        x + w * 0.3,
        foot - h);
    c.poly(tone(v * 0.6), x, foot - h * 1.7, x + w, foot - h, x, foot - h);
    Town.windows(c, x + 8, foot - h * 0.8, w - 16, h * 0.6, 16, v * 0.4, 0.3);
  }

  private static void fence(Canvas c, double foot) {
    for (int i = 0; i < 19; i++) {
      c.line(tone(0.05), 4, i * 50, foot + 30, i * 50, foot - 56);
    }
    for (int i = 0; i < 4; i++) {
      c.line(tone(0.05), 1.4, 0, foot - 50 + i * 20, WIDTH, foot - 50 + i * 20);
    }
  }

  static void radioMast(Canvas c) {
    double ground = c.vary(470, 500);
    Nature.sky(c, ground);
    Nature.hills(c, ground, 90, 0.56, 0.3, 220);
    Nature.hills(c, ground + 8, 50, 0.3, 0.15, 110);
    double x = c.vary(330, 400);
    double top = 34;
    double foot = ground - 8;
    for (int side = -1; side <= 1; side += 2) {
      for (int i = 1; i <= 3; i++) {
        c.line(tone(0.12), 1.6, x, foot - (foot - top) * i / 3.3, x + side * 110 * i, foot + 14);
      }
    }
    c.line(tone(0.08), 4.5, x - 11, foot, x - 9, top + 30);
    c.line(tone(0.3), 3, x + 11, foot, x + 9, top + 30);
    for (int i = 0; i < 22; i++) {
      double y = foot - (foot - top - 30) * i / 22;
      double step = (foot - top - 30) / 22;
      c.line(
          i % 6 < 3 ? spot(0.7) : tone(0.15), 2.4, x - 10, y, x + 10, y - step, x - 10, y - step);
    }
    c.line(tone(0.08), 3, x, top + 30, x, top - 20);
    for (double y : new double[] {top + 60, top + 130}) {
      c.oval(across(x - 30, tone(0.98), x, tone(0.4)), x - 22, y, 13, 17);
      c.oval(tone(0.3), x + 22, y + 20, 10, 15);
    }
    Town.block(c, x + 50, ground, 120, 54, 0.75, 0.3);
    c.box(down(ground - 4, tone(0.3), HEIGHT, tone(0.05)), 0, ground - 4, WIDTH, HEIGHT);
    c.texture(0, ground - 4, WIDTH, HEIGHT, 90, 10, 0.35);
    Town.poles(c, 830, HEIGHT + 20, 250, x + 100, ground - 10, 0.06);
    Nature.grass(c, HEIGHT + 6, 0.04, 160);
    c.vignette(0.3);
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
