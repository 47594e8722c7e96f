package press.tamizdat.demo;

import static press.tamizdat.demo.Canvas.HEIGHT;
import static press.tamizdat.demo.Canvas.WIDTH;
import static press.tamizdat.demo.Canvas.across;
import static press.tamizdat.demo.Canvas.curve;
import static press.tamizdat.demo.Canvas.down;
import static press.tamizdat.demo.Canvas.gradient;
import static press.tamizdat.demo.Canvas.round;
import static press.tamizdat.demo.Canvas.spot;
import static press.tamizdat.demo.Canvas.tone;

import java.awt.Color;
import java.awt.geom.RoundRectangle2D;

/** Things on a table, in a low light from the left. */
final class Things {
  private Things() {}

  private static void table(Canvas c, double edge) {
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

  static void newspaperStack(Canvas c) {
    table(c, c.vary(230, 260));
    double x = c.vary(190, 240);
    double foot = 500;
    c.closer(c.vary(1.25, 1.4), x + 230, 560, () -> bundle(c, x, foot));
    if (c.maybe(0.5)) {
      c.soft(5, () -> c.oval(tone(0, 0.5), 760, 510, 66, 12));
      c.blob(
          across(690, tone(1), 780, tone(0.3)), 696, 440, 780, 440, 772, 496, 738, 510, 704, 496);
      c.oval(tone(0.9), 738, 440, 42, 12);
      c.oval(tone(0.1), 738, 441, 36, 9);
      c.bow(tone(0.5), 7, 778, 454, 806, 462, 774, 486);
    }
    c.vignette(0.4);
  }

  private static void bundle(Canvas c, double x, double foot) {
    Town.shade(
        c, 14, 0.7, x + 60, foot, x + 470, foot - 10, x + 640, foot + 20, x + 200, foot + 46);
    int sheets = c.count(12, 19);
    for (int i = 0; i < sheets; i++) {
      double y = foot - i * 13;
      double dx = c.vary(-9, 9);
      c.poly(
          across(x, tone(0.96), x + 300, tone(0.72)),
          x + dx,
          y - 13,
          x + 300 + dx,
          y + 4,
          x + 300 + dx,
          y + 15,
          x + dx,
          y - 2);
      c.poly(
          across(x + 300, tone(0.5), x + 480, tone(0.3)),
          x + 300 + dx,
          y + 4,
          x + 470 + dx,
          y - 56,
          x + 470 + dx,
          y - 45,
          x + 300 + dx,
          y + 15);
      c.line(tone(0.15), 1.6, x + dx, y - 1, x + 300 + dx, y + 16, x + 470 + dx, y - 44);
    }
    double top = foot - sheets * 13;
    c.poly(
        gradient(x, top - 60, x + 470, top, tone(1), tone(0.8)),
        x,
        top,
        x + 180,
        top - 62,
        x + 472,
        top - 44,
        x + 300,
        top + 18);
    page(c, x, top);
    c.line(tone(0.1), 5, x + 150, top + 8, x + 150, foot + 4);
    c.line(tone(0.1), 5, x + 388, top - 12, x + 388, foot - 22);
    c.line(tone(0.1), 4, x + 150, top + 8, x + 326, top - 54);
    c.line(tone(0.1), 4, x + 90, top - 30, x + 388, top - 12);
  }

  /** Headlines, a photo and columns on a page that lies flat: u to the right, w away from us. */
  private static void page(Canvas c, double x, double y) {
    bar(c, x, y, 0.08, 0.84, 0.92, 0.95, tone(0.1));
    bar(c, x, y, 0.08, 0.66, 0.7, 0.76, spot(0.8));
    bar(c, x, y, 0.08, 0.3, 0.48, 0.6, tone(0.3));
    for (int i = 0; i < 9; i++) {
      bar(c, x, y, 0.54, 0.6 - i * 0.06, 0.72, 0.62 - i * 0.06, tone(0.45));
      bar(c, x, y, 0.76, 0.6 - i * 0.06, 0.92, 0.62 - i * 0.06, tone(0.45));
    }
    for (int i = 0; i < 3; i++) {
      bar(c, x, y, 0.08, 0.24 - i * 0.06, 0.48, 0.26 - i * 0.06, tone(0.45));
    }
  }

  private static void bar(
      Canvas c, double x, double y, double u0, double w0, double u1, double w1, Color v) {
    c.poly(
        v,
        px(x, u0, w0),
        py(y, u0, w0),
        px(x, u1, w0),
        py(y, u1, w0),
        px(x, u1, w1),
        py(y, u1, w1),
        px(x, u0, w1),
        py(y, u0, w1));
  }

  private static double px(double x, double u, double w) {
    return x + 300 * u + 176 * w;
  }

  private static double py(double y, double u, double w) {
    return y + 18 * u - 62 * w;
  }

  static void typewriter(Canvas c) {
    table(c, c.vary(290, 320));
    double x = c.vary(210, 260);
    double y = 500;
    Town.shade(c, 14, 0.75, x, y, x + 450, y, x + 600, y + 40, x + 120, y + 60);
    double tilt = c.vary(-8, 8);
    c.poly(
        gradient(x, 40, x + 300, 300, tone(1), tone(0.84)),
        x + 104 + tilt,
        44,
        x + 356 + tilt,
        40,
        x + 350,
        262,
        x + 104,
        262);
    for (int i = 0; i < 9; i++) {
      c.line(
          tone(0.4),
          3,
          x + 130 + tilt * (1 - i / 9.0),
          76 + i * 19,
          x + (i % 4 == 3 ? 230 : 326) + tilt * (1 - i / 9.0),
          75 + i * 19);
    }
    c.box(down(238, tone(0.75), 282, tone(0.04)), x - 20, 240, 500, 42);
    c.line(tone(0.95), 2, x - 16, 250, x + 470, 250);
    for (double knob : new double[] {x - 44, x + 478}) {
      c.fill(
          down(236, tone(0.6), 290, tone(0.03)),
          new RoundRectangle2D.Double(knob, 236, 28, 50, 10, 10));
    }
    c.line(tone(0.85), 6, x - 20, 246, x - 70, 216, x - 84, 220);
    var body =
        curve(
            true, x - 6, 290, x + 60, 274, x + 400, 274, x + 466, 290, x + 486, 400, x + 500, 500,
            x + 230, 512, x - 40, 500, x - 24, 400);
    c.fill(gradient(x, 280, x + 460, 500, tone(0.52), tone(0.04)), body);
    c.bow(tone(0.9, 0.8), 3, x + 4, 300, x + 60, 284, x + 400, 284, x + 452, 296);
    c.blob(
        tone(0.04),
        x + 130,
        300,
        x + 230,
        288,
        x + 330,
        300,
        x + 350,
        350,
        x + 230,
        372,
        x + 110,
        350);
    for (int i = 0; i < 19; i++) {
      double a = Math.PI * (0.12 + 0.76 * i / 18.0);
      c.line(
          tone(0.72),
          2,
          x + 230 - Math.cos(a) * 30,
          300,
          x + 230 - Math.cos(a) * 112,
          330 + Math.sin(a) * 32);
    }
    for (double spool : new double[] {x + 66, x + 394}) {
      c.oval(across(spool - 40, tone(0.7), spool + 40, tone(0.1)), spool, 312, 42, 18);
      c.oval(tone(0.06), spool, 312, 12, 5);
    }
    c.bow(spot(0.8), 4, x + 100, 308, x + 190, 288, x + 270, 288, x + 360, 308);
    for (int row = 0; row < 4; row++) {
      for (int i = 0; i < 11; i++) {
        double kx = x + 8 - row * 9 + row * 6 + i * (41 + row * 1.4);
        double ky = 396 + row * 26;
        c.line(tone(0.02), 3, kx, ky + 4, kx, ky + 14);
        c.oval(tone(0.02), kx, ky + 3, 15, 10);
        c.oval(round(kx - 5, ky - 4, 18, tone(1), tone(0.44)), kx, ky, 13.5, 8.5);
      }
    }
    c.fill(
        down(492, tone(0.8), 506, tone(0.2)),
        new RoundRectangle2D.Double(x + 90, 492, 270, 13, 10, 10));
    c.vignette(0.4);
  }
}
