package press.tamizdat.demo;

import static press.tamizdat.demo.Canvas.HEIGHT;
import static press.tamizdat.demo.Canvas.WIDTH;
import static press.tamizdat.demo.Canvas.down;
import static press.tamizdat.demo.Canvas.gradient;
import static press.tamizdat.demo.Canvas.spot;
import static press.tamizdat.demo.Canvas.tone;

/** Scenes between blocks of flats. */
final class Streets {
  private Streets() {}

  static void apartmentBlocks(Canvas c) {
    double ground = c.vary(450, 480);
    boolean dusk = c.weather == Weather.EVENING || c.weather == Weather.HEAVY;
    double lit = dusk ? 0.3 : 0.05;
    Nature.sky(c, ground);
    Town.skyline(c, ground - 20, 190, 0.78, lit * 0.5);
    Nature.fog(c, ground - 220, ground, 0.93, 0.55);
    Town.block(c, c.vary(330, 380), ground, 230, c.vary(270, 320), dusk ? 0.46 : 0.62, lit);
    Town.block(c, c.vary(590, 650), ground + 6, 330, c.vary(330, 400), dusk ? 0.36 : 0.52, lit);
    Town.block(c, c.vary(-70, -30), ground + 14, 350, c.vary(380, 420), dusk ? 0.34 : 0.8, lit);
    c.box(down(ground + 6, tone(0.66), HEIGHT, tone(0.2)), 0, ground + 8, WIDTH, HEIGHT);
    c.texture(0, ground + 8, WIDTH, HEIGHT, 90, 10, 0.3);
    for (int i = 0; i < 3; i++) {
      Nature.bare(c, 90 + 330 * i + c.vary(-60, 60), ground + 50, c.vary(170, 230), 0.1);
    }
    swings(c, c.vary(500, 600), ground + 92);
    People.crowd(c, 180, 480, ground + 60, ground + 100, 104, c.count(2, 5));
    c.line(tone(0.15), 1.5, 60, HEIGHT - 170, 420, HEIGHT - 150, 700, HEIGHT - 176);
    c.vignette(0.3);
  }

  private static void swings(Canvas c, double x, double foot) {
    for (double side : new double[] {0, 150}) {
      c.line(tone(0.08), 5, x + side - 22, foot, x + side, foot - 110, x + side + 22, foot);
    }
    c.line(tone(0.08), 5, x, foot - 110, x + 150, foot - 110);
    for (double s : new double[] {46, 104}) {
      c.line(
          tone(0.1),
          1.6,
          x + s,
          foot - 110,
          x + s - 8,
          foot - 34,
          x + s + 14,
          foot - 34,
          x + s + 8,
          foot - 110);
      c.line(spot(0.75), 5, x + s - 10, foot - 33, x + s + 16, foot - 33);
    }
  }

  static void tramStop(Canvas c) {
    double ground = c.vary(400, 420);
    double goX = c.vary(230, 290);
    boolean dusk = c.weather == Weather.EVENING;
    Nature.sky(c, ground - 90);
    c.box(tone(0.9), 0, ground - 90, WIDTH, 200);
    Town.skyline(c, ground - 30, 230, 0.72, dusk ? 0.3 : 0.08);
    Nature.fog(c, ground - 190, ground, 0.94, 0.65);
    Town.block(c, 640, ground + 10, 360, 380, dusk ? 0.36 : 0.58, dusk ? 0.3 : 0.06);
    c.box(down(ground - 30, tone(0.72), HEIGHT, tone(0.26)), 0, ground - 30, WIDTH, HEIGHT);
    c.texture(0, ground - 30, WIDTH, HEIGHT, 140, 8, 0.3);
    for (double x : new double[] {-40, 90, 330, 470}) {
      c.line(tone(0.1), 4, goX, ground - 30, x, HEIGHT);
      c.line(tone(0.95), 1.4, goX - 1, ground - 30, x - 5, HEIGHT);
    }
    tram(c, goX - 60, ground + 84, dusk);
    c.line(tone(0.1), 1.5, 0, 40, goX, ground - 120);
    c.line(tone(0.1), 1.5, 330, 0, goX, ground - 120);
    c.line(tone(0.1), 1.5, 0, 120, 900, 70);
    shelter(c, c.vary(540, 570), 540);
    People.figure(c, c.vary(470, 510), 566, 200, 0.08);
    if (c.maybe(0.5)) {
      Nature.rain(c, 160);
    }
    c.vignette(0.32);
  }

  private static void tram(Canvas c, double x, double foot, boolean lights) {
    c.oval(tone(0, 0.5), x + 60, foot, 150, 12);
    c.poly(
        down(foot - 230, tone(0.62), foot, tone(0.22)),
        x + 118,
        foot - 222,
        x + 232,
        foot - 176,
        x + 232,
        foot - 46,
        x + 118,
        foot - 6);
    c.poly(
        tone(0.12),
        x + 124,
        foot - 196,
        x + 228,
        foot - 160,
        x + 228,
        foot - 108,
        x + 124,
        foot - 110);
    for (int i = 1; i < 5; i++) {
      c.line(tone(0.5), 3, x + 124 + i * 22, foot - 192 + i * 8, x + 124 + i * 22, foot - 106);
    }
    c.blob(
        down(foot - 240, tone(0.96), foot, tone(0.7)),
        x - 4,
        foot - 4,
        x - 8,
        foot - 120,
        x + 4,
        foot - 224,
        x + 60,
        foot - 238,
        x + 114,
        foot - 226,
        x + 122,
        foot - 120,
        x + 120,
        foot - 4,
        x + 60,
        foot);
    c.poly(spot(0.84), x - 7, foot - 92, x + 121, foot - 92, x + 121, foot - 42, x - 6, foot - 42);
    c.blob(
        gradient(x, foot - 200, x + 110, foot - 110, tone(0.55), tone(0.08)),
        x + 6,
        foot - 112,
        x + 10,
        foot - 194,
        x + 60,
        foot - 202,
        x + 106,
        foot - 194,
        x + 112,
        foot - 112,
        x + 60,
        foot - 108);
    c.box(tone(0.15), x + 30, foot - 226, 60, 15);
    for (double lx : new double[] {x + 20, x + 98}) {
      c.oval(tone(1), lx, foot - 68, 9, 9);
      c.glow(1, 0.9, lx, foot - 68, lights ? 56 : 22);
    }
    c.box(tone(0.06), x, foot - 18, 120, 18);
    c.line(tone(0.1), 3, x + 70, foot - 236, x + 110, foot - 268, x + 66, foot - 300);
  }

  private static void shelter(Canvas c, double x, double foot) {
    c.poly(
        tone(0.9, 0.35),
        x + 10,
        foot - 230,
        x + 300,
        foot - 230,
        x + 300,
        foot - 10,
        x + 10,
        foot - 10);
    People.figure(c, x + c.vary(80, 120), foot, 186, 0.16);
    People.figure(c, x + c.vary(170, 240), foot + 4, 176, 0.12);
    c.box(tone(0.2), x + 150, foot - 66, 150, 8);
    for (double px : new double[] {x, x + 150, x + 310}) {
      c.line(tone(0.06), 7, px, foot + 6, px, foot - 236);
    }
    c.poly(
        down(foot - 262, tone(0.4), foot - 230, tone(0.06)),
        x - 40,
        foot - 240,
        x + 10,
        foot - 262,
        x + 370,
        foot - 262,
        x + 370,
        foot - 234,
        x - 40,
        foot - 230);
    c.line(tone(0.08), 5, x - 70, foot + 10, x - 70, foot - 250);
    c.box(tone(0.95), x - 92, foot - 262, 44, 34);
    c.oval(spot(0.8), x - 70, foot - 245, 11, 11);
  }
}
