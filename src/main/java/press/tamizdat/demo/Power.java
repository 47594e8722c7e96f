package press.tamizdat.demo;

import static press.tamizdat.demo.Canvas.HEIGHT;
import static press.tamizdat.demo.Canvas.WIDTH;
import static press.tamizdat.demo.Canvas.across;
import static press.tamizdat.demo.Canvas.down;
import static press.tamizdat.demo.Canvas.gradient;
import static press.tamizdat.demo.Canvas.round;
import static press.tamizdat.demo.Canvas.spot;
import static press.tamizdat.demo.Canvas.tone;

import java.awt.geom.Arc2D;

/** Scenes where power shows itself. */
final class Power {
  private Power() {}

  static void assemblyBuilding(Canvas c) {
    double foot = c.vary(400, 420);
    Nature.sky(c, foot);
    Town.skyline(c, foot, 120, 0.8, 0);
    Nature.fog(c, foot - 140, foot, 0.94, 0.6);
    double x = c.vary(400, 480);
    c.box(across(x - 360, tone(0.94), x + 360, tone(0.42)), x - 350, foot - 150, 700, 150);
    Town.windows(c, x - 340, foot - 140, 180, 130, 22, 0.34, 0.05);
    Town.windows(c, x + 166, foot - 140, 180, 130, 22, 0.24, 0.05);
    c.box(tone(0.6), x - 358, foot - 158, 716, 10);
    dome(c, x, foot - 210);
    c.box(across(x - 160, tone(0.4), x + 160, tone(0.16)), x - 150, foot - 156, 300, 156);
    for (int i = 0; i < 8; i++) {
      double px = x - 148 + i * 40;
      c.poly(
          across(px, tone(1), px + 18, tone(0.36)),
          px + 1,
          foot - 156,
          px + 17,
          foot - 156,
          px + 19,
          foot,
          px - 1,
          foot);
    }
    c.box(across(x - 170, tone(0.98), x + 170, tone(0.6)), x - 168, foot - 174, 336, 20);
    c.poly(
        across(x - 170, tone(0.95), x + 170, tone(0.5)),
        x - 176,
        foot - 174,
        x,
        foot - 226,
        x + 176,
        foot - 174);
    c.poly(tone(0.5), x - 120, foot - 180, x, foot - 214, x + 120, foot - 180);
    for (int i = 0; i < 8; i++) {
      double t = i * 8;
      c.box(
          down(foot + t, tone(0.98), foot + t + 8, tone(0.52)),
          x - 190 - t * 1.4,
          foot + t,
          380 + t * 2.8,
          8);
    }
    c.box(down(foot + 64, tone(0.72), HEIGHT, tone(0.34)), 0, foot + 64, WIDTH, HEIGHT);
    c.poly(tone(0.6), 0, foot + 30, x - 290, foot + 30, x - 280, foot + 66, 0, foot + 66);
    c.poly(tone(0.5), x + 290, foot + 30, WIDTH, foot + 30, WIDTH, foot + 66, x + 280, foot + 66);
    c.texture(0, foot + 64, WIDTH, HEIGHT, 90, 7, 0.25);
    c.line(tone(0.15), 3, x, foot - 328, x, foot - 392);
    c.poly(
        spot(0.84),
        x + 2,
        foot - 390,
        x + 54,
        foot - 382 + c.vary(-5, 5),
        x + 48,
        foot - 362,
        x + 2,
        foot - 360);
    People.crowd(c, 40, 860, foot + 76, HEIGHT - 20, 110, c.count(9, 16));
    Nature.birds(c, 250, 120, 110, c.count(3, 9));
    c.vignette(0.3);
  }

  private static void dome(Canvas c, double x, double y) {
    c.box(across(x - 90, tone(0.96), x + 90, tone(0.36)), x - 86, y - 34, 172, 54);
    for (int i = 0; i < 11; i++) {
      c.box(tone(0.22), x - 78 + i * 15, y - 26, 6, 34);
    }
    c.fill(
        across(x - 90, tone(0.9), x + 90, tone(0.14)),
        new Arc2D.Double(x - 88, y - 122, 176, 180, 0, 180, Arc2D.CHORD));
    for (int i = -3; i <= 3; i++) {
      c.bow(tone(0.2, 0.5), 1.6, x + i * 27, y - 34, x + i * 22, y - 84, x + i * 3, y - 120);
    }
    c.box(tone(0.4), x - 10, y - 134, 20, 18);
  }

  static void ballotBox(Canvas c) {
    c.all(gradient(0, 0, WIDTH, 420, tone(0.88), tone(0.5)));
    c.soft(
        7,
        () -> {
          for (int i = 0; i < 4; i++) {
            c.box(tone(0.42), 40 + i * 226, 60, 150, 330);
            c.box(down(60, tone(0.96), 390, tone(0.6)), 52 + i * 226, 72, 126, 300);
          }
          for (int i = 0; i < c.count(3, 6); i++) {
            People.figure(c, c.vary(40, 860), 420, 250, 0.4);
          }
        });
    c.poly(down(420, tone(0.62), HEIGHT, tone(0.22)), 0, 440, WIDTH, 420, WIDTH, HEIGHT, 0, HEIGHT);
    c.texture(0, 430, WIDTH, 200, 300, 10, 0.25);
    double x = c.vary(280, 340);
    Town.shade(c, 12, 0.6, x + 20, 520, x + 420, 490, x + 560, 530, x + 120, 574);
    c.poly(
        across(x, tone(0.97), x + 250, tone(0.82)), x, 290, x + 236, 306, x + 236, 560, x + 6, 530);
    c.poly(
        across(x + 236, tone(0.42), x + 360, tone(0.24)),
        x + 236,
        306,
        x + 356,
        274,
        x + 350,
        500,
        x + 236,
        560);
    c.poly(
        gradient(x, 270, x + 340, 300, tone(1), tone(0.74)),
        x,
        290,
        x + 130,
        262,
        x + 356,
        274,
        x + 236,
        306);
    c.poly(tone(0.04), x + 112, 284, x + 236, 276, x + 246, 281, x + 122, 290);
    c.oval(spot(0.84), x + 116, 424, 46, 48);
    c.line(tone(0.98), 8, x + 94, 424, x + 112, 444, x + 142, 398);
    c.line(tone(0.2), 2, x + 2, 316, x + 236, 334, x + 354, 300);
    hand(c, x + 180, 276);
    c.vignette(0.35);
  }

  /** A hand from above lets a folded paper into the slot. */
  private static void hand(Canvas c, double x, double y) {
    c.poly(
        across(x - 60, tone(1), x + 50, tone(0.8)),
        x - 52,
        y - 86,
        x + 40,
        y - 98,
        x + 50,
        y + 4,
        x - 44,
        y + 10);
    c.line(tone(0.5), 1.5, x - 50, y - 40, x + 44, y - 50);
    c.blob(
        across(x, tone(0.36), x + 260, tone(0.06)),
        x + 120,
        y - 150,
        x + 190,
        y - 120,
        x + 520,
        y - 270,
        x + 640,
        y - 460,
        x + 330,
        y - 330);
    c.blob(tone(0.95), x + 104, y - 156, x + 130, y - 178, x + 186, y - 118, x + 162, y - 104);
    c.blob(
        gradient(x, y - 150, x + 60, y - 40, tone(0.94), tone(0.46)),
        x + 122,
        y - 156,
        x + 60,
        y - 150,
        x + 6,
        y - 120,
        x - 14,
        y - 84,
        x - 8,
        y - 60,
        x + 10,
        y - 66,
        x + 30,
        y - 82,
        x + 40,
        y - 52,
        x + 56,
        y - 54,
        x + 84,
        y - 78,
        x + 130,
        y - 90,
        x + 160,
        y - 112);
    c.bow(tone(0.25), 2.4, x + 30, y - 84, x + 60, y - 108, x + 96, y - 118);
    c.bow(tone(0.25), 2, x + 54, y - 58, x + 70, y - 82, x + 102, y - 96);
  }

  static void theatreCurtain(Canvas c) {
    c.all(tone(0.05));
    double light = c.vary(330, 560);
    boolean red = c.maybe(0.7);
    int folds = c.count(22, 28);
    for (int i = 0; i < folds; i++) {
      double x = i * 900.0 / folds - 10;
      double w = 900.0 / folds + 10;
      double near = Math.exp(-Math.pow((x - light) / 300, 2));
      double v = 0.2 + 0.7 * near;
      var bright = red ? spot(v) : tone(v);
      var dark = red ? spot(v * 0.2) : tone(v * 0.18);
      double sway = c.vary(-9, 9);
      c.blob(
          across(x, bright, x + w * 0.8, dark),
          x,
          -20,
          x + w * 0.5,
          -24,
          x + w,
          -20,
          x + w + sway,
          240,
          x + w * 1.05,
          470,
          x + w * 0.5,
          480,
          x - 3,
          470,
          x + sway,
          240);
    }
    c.soft(14, () -> c.oval(tone(1, 0.34), light, 250, 190, 210));
    for (int i = 0; i < 6; i++) {
      double x = i * 164 - 60;
      c.blob(
          down(-10, tone(0.1), 110, tone(0.44)),
          x,
          -20,
          x + 200,
          -20,
          x + 180,
          60,
          x + 100,
          106,
          x + 20,
          60);
      c.bow(tone(0.75), 4, x + 6, 30, x + 50, 88, x + 100, 106, x + 150, 88, x + 194, 30);
    }
    c.box(down(462, tone(0.5), 520, tone(0.16)), 0, 466, WIDTH, 60);
    c.soft(8, () -> c.oval(tone(1, 0.85), light, 492, 150, 20));
    People.figure(c, light, 494, c.vary(176, 190), 0.06);
    Town.shade(c, 5, 0.6, light - 16, 494, light + 14, 494, light + 120, 516, light + 66, 520);
    for (int row = 0; row < 2; row++) {
      for (int i = 0; i < 12; i++) {
        double x = i * 82 - 20 + row * 40;
        double y = 552 + row * 34;
        c.blob(
            tone(0.03),
            x - 38,
            650,
            x - 34,
            y + 10,
            x - 12,
            y - 6,
            x + 12,
            y - 6,
            x + 34,
            y + 10,
            x + 38,
            650);
        c.oval(round(x - 2, y - 34, 26, tone(0.1), tone(0.02)), x, y - 22, 15, 19);
        c.bow(tone(0.6, 0.7), 1.6, x - 14, y - 26, x - 4, y - 40, x + 10, y - 38);
      }
    }
    c.vignette(0.4);
  }
}
