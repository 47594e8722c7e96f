package press.tamizdat.demo;

import static press.tamizdat.demo.Canvas.HEIGHT;
import static press.tamizdat.demo.Canvas.WIDTH;
import static press.tamizdat.demo.Canvas.across;
import static press.tamizdat.demo.Canvas.down;
import static press.tamizdat.demo.Canvas.gradient;
import static press.tamizdat.demo.Canvas.round;
import static press.tamizdat.demo.Canvas.tone;

/** Scenes of court and prison. */
final class Courts {
  private Courts() {}

  static void courtroom(Canvas c) {
    c.all(gradient(0, 0, WIDTH, HEIGHT, tone(0.82), tone(0.3)));
    panels(c);
    window(c, 50, 40, 120, 240);
    Town.floor(c, 440, 0.52, 0.2, 450, 240, 16);
    emblem(c, 560, 110);
    bench(c);
    for (int i = 0; i < 3; i++) {
      judge(c, 470 + i * 96, 292 - (i == 1 ? 16 : 0), i == 1 ? 1.1 : 0.95);
    }
    c.box(down(290, tone(0.5), 440, tone(0.16)), 400, 300, 340, 136);
    for (int i = 0; i < 4; i++) {
      c.box(tone(0.1, 0.6), 412 + i * 82, 318, 66, 3);
      c.box(tone(0.1, 0.6), 412 + i * 82, 318, 3, 96);
      c.box(tone(0.6, 0.6), 412 + i * 82, 412, 66, 2);
    }
    c.poly(tone(0.72), 388, 296, 752, 296, 764, 306, 376, 306);
    dock(c, c.vary(90, 130));
    Town.beam(c, 0.34, 60, 120, 170, 60, 470, 560, 260, 600);
    backs(c);
    c.vignette(0.4);
  }

  private static void panels(Canvas c) {
    for (int i = 0; i < 12; i++) {
      c.box(tone(0.12, 0.18), i * 80, 0, 3, 440);
      c.box(tone(1, 0.2), i * 80 + 4, 0, 2, 440);
    }
    c.texture(0, 0, WIDTH, 440, 300, 20, 0.12);
    c.box(tone(0.2, 0.3), 0, 360, WIDTH, 4);
  }

  static void window(Canvas c, double x, double y, double w, double h) {
    c.box(tone(0.3), x - 8, y - 8, w + 16, h + 16);
    c.box(down(y, tone(1), y + h, tone(0.9)), x, y, w, h);
    c.box(tone(0.35), x + w / 2 - 3, y, 6, h);
    c.box(tone(0.35), x, y + h * 0.36, w, 6);
    c.glow(1, 0.5, x + w / 2, y + h / 2, w * 1.8);
  }

  private static void emblem(Canvas c, double x, double y) {
    c.oval(round(x - 14, y - 14, 60, tone(0.95), tone(0.3)), x, y, 44, 44);
    c.oval(tone(0.62), x, y, 34, 34);
    c.bow(tone(0.15), 4, x - 24, y - 4, x - 8, y - 12, x + 8, y - 4, x + 24, y - 12);
    c.bow(tone(0.15), 4, x - 24, y + 10, x - 8, y + 2, x + 8, y + 10, x + 24, y + 2);
  }

  private static void bench(Canvas c) {
    for (int i = 0; i < 3; i++) {
      double h = i == 1 ? 130 : 100;
      c.blob(
          across(440 + i * 96, tone(0.34), 500 + i * 96, tone(0.12)),
          436 + i * 96,
          300,
          438 + i * 96,
          300 - h,
          470 + i * 96,
          286 - h,
          502 + i * 96,
          300 - h,
          504 + i * 96,
          300);
    }
  }

  private static void judge(Canvas c, double x, double y, double s) {
    c.blob(
        across(x - 40 * s, tone(0.26), x + 30 * s, tone(0.03)),
        x - 44 * s,
        y + 20,
        x - 36 * s,
        y - 34 * s,
        x - 12 * s,
        y - 50 * s,
        x + 12 * s,
        y - 50 * s,
        x + 36 * s,
        y - 34 * s,
        x + 44 * s,
        y + 20);
    c.poly(
        tone(0.96),
        x - 8 * s,
        y - 50 * s,
        x + 8 * s,
        y - 50 * s,
        x + 3 * s,
        y - 20 * s,
        x - 3 * s,
        y - 20 * s);
    c.oval(across(x - 16 * s, tone(0.92), x + 12 * s, tone(0.34)), x, y - 68 * s, 15 * s, 19 * s);
    c.blob(
        tone(0.14),
        x - 15 * s,
        y - 76 * s,
        x,
        y - 90 * s,
        x + 16 * s,
        y - 78 * s,
        x + 16 * s,
        y - 62 * s,
        x + 8 * s,
        y - 80 * s);
  }

  private static void dock(Canvas c, double x) {
    People.figure(c, x + 90, 470, 210, 0.12);
    c.poly(tone(1, 0.16), x, 220, x + 190, 236, x + 190, 500, x, 520);
    for (int i = 0; i <= 7; i++) {
      c.line(tone(0.1), i % 7 == 0 ? 8 : 4, x + i * 27, 222 + i * 2, x + i * 27, 520 - i * 3);
    }
    c.line(tone(0.1), 8, x, 222, x + 190, 236);
    c.poly(
        down(420, tone(0.4), 520, tone(0.1)), x - 4, 410, x + 194, 416, x + 194, 502, x - 4, 524);
  }

  private static void backs(Canvas c) {
    for (int i = 0; i < 8; i++) {
      double x = 20 + i * 124 + c.vary(-24, 24);
      double y = 556 + c.vary(-10, 10);
      c.blob(
          tone(0.05),
          x - 62,
          640,
          x - 54,
          y,
          x - 20,
          y - 22,
          x + 20,
          y - 22,
          x + 54,
          y,
          x + 62,
          640);
      c.oval(across(x - 26, tone(0.3), x + 20, tone(0.04)), x, y - 46, 24, 29);
    }
  }

  static void prisonGate(Canvas c) {
    double foot = c.vary(450, 470);
    Nature.sky(c, foot, 0.42, 0.88, 0.8);
    tower(c, c.vary(90, 150), foot - 40);
    c.box(down(foot - 190, tone(0.66), foot, tone(0.42)), 0, foot - 190, WIDTH, 190);
    c.texture(0, foot - 190, WIDTH, 190, 60, 40, 0.3);
    for (int i = 0; i < 8; i++) {
      c.line(tone(0.2, 0.6), 2, i * 122, foot - 190, i * 122, foot);
    }
    wire(c, foot - 196);
    double x = c.vary(400, 470);
    c.poly(
        across(x - 40, tone(0.8), x + 360, tone(0.3)),
        x - 40,
        foot,
        x - 40,
        foot - 270,
        x + 320,
        foot - 270,
        x + 320,
        foot);
    c.box(tone(0.3), x - 52, foot - 282, 384, 16);
    c.texture(x - 40, foot - 270, 360, 270, 40, 50, 0.25);
    c.box(tone(0.08), x, foot - 226, 280, 228);
    for (int half = 0; half < 2; half++) {
      double l = x + 6 + half * 136;
      c.box(across(l, tone(0.4), l + 132, tone(0.14)), l, foot - 220, 132, 220);
      for (int i = 1; i < 4; i++) {
        c.line(tone(0.06), 3, l, foot - 220 + i * 55, l + 132, foot - 220 + i * 55);
      }
      for (int i = 0; i < 24; i++) {
        c.oval(tone(0.6), l + 10 + (i % 6) * 22, foot - 208 + (i / 6) * 55, 2, 2);
      }
    }
    c.box(tone(0.9), x + 158, foot - 120, 44, 98);
    c.box(tone(0.05), x + 162, foot - 116, 36, 94);
    Town.lamp(c, x - 76, foot, 236, 0.08, true);
    c.box(down(foot, tone(0.62), HEIGHT, tone(0.24)), 0, foot, WIDTH, HEIGHT);
    c.texture(0, foot, WIDTH, HEIGHT, 90, 8, 0.4);
    for (int i = 0; i < c.count(2, 4); i++) {
      People.figure(c, 120 + i * 62 + c.vary(-10, 10), 560 + c.vary(-10, 8), 150, 0.08);
    }
    if (c.maybe(0.5)) {
      Nature.snow(c, 300);
    }
    c.vignette(0.35);
  }

  private static void wire(Canvas c, double y) {
    for (int i = 0; i < 46; i++) {
      double x = i * 20;
      c.bow(tone(0.1), 1.6, x, y + 4, x - 9, y - 12, x + 6, y - 28, x + 20, y - 12, x + 12, y + 4);
    }
    for (int i = 0; i < 8; i++) {
      c.line(tone(0.1), 4, i * 122, y + 6, i * 122, y - 40);
    }
  }

  private static void tower(Canvas c, double x, double foot) {
    for (double off : new double[] {0, 90}) {
      c.line(tone(0.14), 7, x + off, foot, x + 10 + off * 0.78, foot - 240);
    }
    for (int i = 0; i < 4; i++) {
      double y = foot - i * 60;
      c.line(tone(0.14), 3, x + 3 * i, y, x + 88 - 3 * i, y - 60);
      c.line(tone(0.14), 3, x + 88 - 3 * i, y, x + 3 * i, y - 60);
    }
    c.box(across(x - 20, tone(0.62), x + 110, tone(0.2)), x - 16, foot - 300, 122, 66);
    c.box(tone(0.08), x - 6, foot - 288, 102, 28);
    c.poly(tone(0.12), x - 34, foot - 298, x + 124, foot - 298, x + 45, foot - 344);
    c.oval(tone(1), x + 112, foot - 262, 9, 9);
    c.glow(1, 0.9, x + 112, foot - 262, 46);
    c.soft(8, () -> c.poly(tone(1, 0.45), x + 114, foot - 266, 460, foot + 10, 300, foot + 30));
  }
}
