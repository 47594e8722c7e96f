package press.tamizdat.demo;

import static press.tamizdat.demo.Canvas.HEIGHT;
import static press.tamizdat.demo.Canvas.WIDTH;
import static press.tamizdat.demo.Canvas.across;
import static press.tamizdat.demo.Canvas.curve;
import static press.tamizdat.demo.Canvas.down;
import static press.tamizdat.demo.Canvas.gradient;
import static press.tamizdat.demo.Canvas.spot;
import static press.tamizdat.demo.Canvas.tone;

import java.awt.geom.RoundRectangle2D;

/** Things on a table or in a hand, in a low light from the left. */
final class Things {
  private Things() {}

  static void table(Canvas c, double edge) {
    double v = c.vary(0.3, 0.5);
    c.all(gradient(0, 0, WIDTH, edge, tone(v + 0.36), tone(v * 0.5)));
    c.glow(1, 0.45, c.vary(120, 260), 120, 420);
    c.box(gradient(0, edge, WIDTH, HEIGHT, tone(0.72), tone(0.26)), 0, edge, WIDTH, HEIGHT - edge);
    c.texture(0, edge, WIDTH, HEIGHT - edge, 260, 7, 0.34);
    for (int i = 1; i < 4; i++) {
      double y = edge + (HEIGHT - edge) * Math.pow(i / 4.0, 1.5);
      c.line(tone(0.08, 0.6), 1 + i, 0, y, WIDTH, y + 3);
    }
    c.line(tone(0.95, 0.6), 2, 0, edge, WIDTH, edge);
  }

  static void breadAndCoins(Canvas c) {
    table(c, c.vary(280, 310));
    double x = c.vary(210, 280);
    double y = 430;
    Town.shade(c, 12, 0.65, x, y, x + 420, y, x + 560, y + 36, x + 120, y + 50);
    c.poly(
        across(x, tone(0.86), x + 520, tone(0.4)),
        x - 60,
        y - 6,
        x + 20,
        y - 70,
        x + 560,
        y - 64,
        x + 520,
        y + 6);
    c.poly(tone(0.24), x - 60, y - 6, x + 520, y + 6, x + 520, y + 22, x - 60, y + 10);
    var loaf =
        curve(
            true, x, y - 30, x + 6, y - 120, x + 70, y - 178, x + 230, y - 196, x + 370, y - 170,
            x + 430, y - 100, x + 424, y - 30, x + 220, y - 22);
    c.fill(gradient(x, y - 190, x + 300, y, tone(0.86), tone(0.08)), loaf);
    c.texture(loaf, 22, 12, 0.22);
    for (int i = 0; i < 4; i++) {
      double sx = x + 80 + i * 82;
      c.soft(
          3,
          () -> {
            c.blob(tone(0.97), sx, y - 176, sx + 30, y - 180, sx + 62, y - 120, sx + 40, y - 118);
            c.bow(tone(0.1, 0.8), 4, sx + 32, y - 178, sx + 56, y - 150, sx + 64, y - 120);
          });
    }
    slice(c, x - 70, y + 6);
    int stacks = c.count(3, 5);
    for (int i = 0; i < stacks; i++) {
      coins(c, x + 240 + i * 76, y + 84 + (i % 2) * 26, c.count(2, 9 - i), i == 1);
    }
    for (int i = 0; i < 5; i++) {
      coin(c, x + c.vary(-140, 180), y + c.vary(70, 130), false);
    }
    c.vignette(0.4);
  }

  private static void slice(Canvas c, double x, double y) {
    c.soft(6, () -> c.oval(tone(0, 0.55), x + 90, y + 8, 120, 14));
    c.blob(
        tone(0.2), x - 50, y, x - 58, y - 90, x - 20, y - 134, x + 56, y - 136, x + 96, y - 90,
        x + 90, y);
    var crumb =
        curve(
            true, x - 40, y - 8, x - 46, y - 84, x - 14, y - 120, x + 50, y - 122, x + 82, y - 84,
            x + 78, y - 8);
    c.fill(across(x - 50, tone(1), x + 90, tone(0.7)), crumb);
    c.texture(crumb, 9, 9, 0.34);
  }

  private static void coins(Canvas c, double x, double y, int many, boolean red) {
    c.soft(6, () -> c.oval(tone(0, 0.6), x + 26, y + 6, 60, 14));
    for (int i = 0; i < many; i++) {
      coin(c, x + c.vary(-3, 3), y - i * 11, red && i == many - 1);
    }
  }

  private static void coin(Canvas c, double x, double y, boolean red) {
    c.oval(tone(0.1), x, y + 9, 34, 13);
    c.box(across(x - 34, tone(0.85), x + 34, tone(0.14)), x - 34, y, 68, 9);
    c.oval(red ? spot(0.8) : across(x - 34, tone(1), x + 34, tone(0.5)), x, y, 34, 13);
    c.oval(red ? spot(0.6) : across(x - 34, tone(0.6), x + 34, tone(0.86)), x, y, 27, 9.5);
    c.oval(red ? spot(0.85) : across(x - 34, tone(0.9), x + 34, tone(0.6)), x + 1, y + 0.5, 25, 8);
  }

  static void phoneInHand(Canvas c) {
    c.all(gradient(0, 0, WIDTH, HEIGHT, tone(0.3), tone(0.1)));
    c.soft(
        16,
        () -> {
          for (int i = 0; i < c.count(9, 16); i++) {
            double r = c.vary(16, 46);
            c.oval(tone(c.vary(0.5, 1), 0.5), c.vary(0, WIDTH), c.vary(0, 360), r, r);
          }
        });
    double x = c.vary(330, 380);
    c.glow(0.95, 0.5, x + 110, 240, 380);
    c.blob(
        gradient(x, 300, x + 330, 640, tone(0.66), tone(0.05)),
        x + 40,
        400,
        x + 180,
        330,
        x + 270,
        300,
        x + 330,
        420,
        x + 350,
        520,
        x + 460,
        660,
        x + 40,
        660,
        x + 20,
        520);
    c.blob(
        tone(0.06),
        x + 60,
        640,
        x + 110,
        560,
        x + 360,
        548,
        x + 420,
        560,
        x + 520,
        660,
        x + 60,
        660);
    phone(c, x, 70);
    for (int i = 0; i < 4; i++) {
      double y = 250 + i * 62;
      c.blob(
          gradient(x + 200, y - 20, x + 290, y + 30, tone(0.92 - i * 0.06), tone(0.3)),
          x + 196,
          y + 4,
          x + 206,
          y - 18,
          x + 250,
          y - 20,
          x + 292,
          y + 6,
          x + 300,
          y + 44,
          x + 270,
          y + 44,
          x + 236,
          y + 26,
          x + 204,
          y + 24);
      c.bow(tone(0.15, 0.6), 2, x + 236, y - 16, x + 242, y, x + 238, y + 18);
    }
    c.blob(
        gradient(x - 70, 330, x + 80, 440, tone(0.97), tone(0.3)),
        x - 30,
        560,
        x - 62,
        470,
        x - 56,
        400,
        x - 30,
        350,
        x + 20,
        304,
        x + 60,
        300,
        x + 66,
        330,
        x + 36,
        372,
        x + 14,
        430,
        x + 50,
        500,
        x + 100,
        560,
        x + 40,
        600);
    c.blob(tone(0.97), x + 26, 312, x + 54, 302, x + 62, 320, x + 40, 338);
    c.bow(tone(0.3, 0.7), 2, x - 30, 410, x - 14, 396, x + 4, 394);
    c.vignette(0.35);
  }

  private static void phone(Canvas c, double x, double y) {
    c.fill(tone(0.03), new RoundRectangle2D.Double(x, y, 224, 440, 38, 38));
    c.fill(
        down(y, tone(1), y + 430, tone(0.9)),
        new RoundRectangle2D.Double(x + 9, y + 10, 206, 420, 28, 28));
    c.box(tone(0.2), x + 26, y + 40, 120, 12);
    c.box(down(y + 66, tone(0.4), y + 170, tone(0.16)), x + 22, y + 66, 180, 104);
    c.poly(
        tone(0.85),
        x + 22,
        y + 140,
        x + 80,
        y + 110,
        x + 130,
        y + 136,
        x + 202,
        y + 100,
        x + 202,
        y + 130,
        x + 22,
        y + 150);
    for (int i = 0; i < 3; i++) {
      c.box(tone(0.4), x + 22, y + 186 + i * 16, i == 2 ? 110 : 180, 6);
    }
    c.box(spot(0.86), x + 22, y + 250, 84, 22);
    for (int i = 0; i < 5; i++) {
      c.box(tone(0.5), x + 22, y + 292 + i * 16, i == 4 ? 90 : 180, 6);
    }
    c.box(tone(0.05), x + 88, y + 10, 48, 12);
  }
}
