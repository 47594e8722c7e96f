package press.tamizdat.demo;

import static press.tamizdat.demo.Canvas.HEIGHT;
import static press.tamizdat.demo.Canvas.WIDTH;
import static press.tamizdat.demo.Canvas.across;
import static press.tamizdat.demo.Canvas.curve;
import static press.tamizdat.demo.Canvas.gradient;
import static press.tamizdat.demo.Canvas.spot;
import static press.tamizdat.demo.Canvas.tone;

/** Heads and shoulders, turned three quarters to the light; nobody in particular. */
final class Portraits {
  private Portraits() {}

  static void woman(Canvas c) {
    ground(c);
    boolean tied = c.maybe(0.5);
    if (!tied) {
      c.blob(
          across(300, tone(0.3), 560, tone(0.03)),
          420,
          92,
          340,
          130,
          322,
          230,
          300,
          360,
          320,
          450,
          420,
          470,
          560,
          460,
          596,
          360,
          580,
          210,
          530,
          120);
    } else {
      c.blob(
          across(500, tone(0.3), 620, tone(0.03)),
          540,
          150,
          600,
          160,
          626,
          210,
          600,
          262,
          548,
          250);
    }
    shoulders(c, c.vary(0.2, 0.4), 0);
    collar(c, c.maybe(0.5));
    Face.draw(c, 0);
    fringe(c, tied);
    c.vignette(0.3);
  }

  static void man(Canvas c) {
    ground(c);
    shoulders(c, c.vary(0.12, 0.3), 36);
    shirt(c);
    boolean beard = c.maybe(0.5);
    Face.draw(c, 1);
    c.blob(
        across(360, tone(0.34), 540, tone(0.03)),
        352,
        176,
        356,
        128,
        400,
        92,
        470,
        84,
        532,
        116,
        556,
        180,
        550,
        246,
        530,
        262,
        522,
        212,
        500,
        172,
        450,
        150,
        400,
        146,
        366,
        158);
    strands(c, 360, 130, 530, 110, 12);
    if (beard) {
      c.soft(
          5,
          () ->
              c.blob(
                  tone(0.1, 0.8),
                  366,
                  338,
                  392,
                  326,
                  430,
                  328,
                  470,
                  344,
                  524,
                  268,
                  520,
                  330,
                  486,
                  400,
                  436,
                  430,
                  392,
                  420,
                  372,
                  380));
      c.soft(3, () -> c.bow(tone(0.72, 0.8), 6, 386, 350, 404, 354, 424, 350));
    }
    if (c.maybe(0.4)) {
      Face.glasses(c);
    }
    c.vignette(0.3);
  }

  static void oldWoman(Canvas c) {
    ground(c);
    shoulders(c, c.vary(0.2, 0.34), -20);
    Face.draw(c, 2);
    boolean red = c.maybe(0.4);
    var scarf =
        red ? across(300, spot(0.9), 600, spot(0.2)) : across(300, tone(0.96), 600, tone(0.24));
    c.blob(
        scarf, 338, 214, 344, 150, 386, 96, 460, 80, 540, 110, 584, 190, 590, 290, 560, 370, 500,
        430, 430, 446, 440, 420, 500, 360, 520, 290, 520, 210, 480, 158, 410, 146, 366, 166);
    c.blob(scarf, 430, 424, 380, 440, 360, 500, 400, 520, 440, 470, 500, 530, 540, 490, 500, 430);
    for (int i = 0; i < 6; i++) {
      c.bow(
          tone(0.05, 0.4),
          3,
          366 + i * 24,
          150 - i * 5,
          470 + i * 16,
          120 + i * 14,
          570 - i * 8,
          250 + i * 26);
    }
    dots(c);
    Face.wrinkles(c);
    if (c.maybe(0.4)) {
      Face.glasses(c);
    }
    c.vignette(0.3);
  }

  private static void ground(Canvas c) {
    double v = c.vary(0.55, 0.85);
    c.all(gradient(0, 0, WIDTH, HEIGHT, tone(v * 0.55), tone(v)));
    if (c.maybe(0.5)) {
      c.soft(
          12,
          () -> {
            c.box(tone(0.98), 640, 40, 190, 330);
            c.box(tone(0.5), 728, 40, 12, 330);
            c.box(tone(0.5), 640, 190, 190, 10);
          });
    } else {
      c.soft(
          14,
          () -> {
            for (int i = 0; i < 9; i++) {
              c.box(
                  tone(c.vary(0.2, 0.7), 0.5),
                  i * 110 + c.vary(-20, 20),
                  c.vary(40, 200),
                  c.vary(60, 110),
                  500);
            }
          });
    }
    c.glow(1, 0.5, 690, 260, 380);
    c.texture(0, 0, WIDTH, HEIGHT, 130, 130, 0.16);
  }

  private static void shoulders(Canvas c, double v, double broad) {
    var coat =
        curve(
            true,
            180 - broad,
            660,
            200 - broad,
            540,
            270 - broad,
            480,
            380,
            446,
            430,
            470,
            520,
            440,
            640 + broad,
            480,
            720 + broad,
            550,
            750 + broad,
            660);
    c.fill(across(190, tone(v + 0.42), 640, tone(v * 0.2)), coat);
    c.texture(coat, 14, 22, 0.24);
    c.within(
        coat,
        () ->
            c.soft(
                9,
                () ->
                    c.blob(
                        tone(0, 0.6), 500, 430, 600, 500, 560, 660, 800, 660, 760, 520, 640, 460)));
    for (int i = 0; i < 4; i++) {
      c.bow(
          tone(0, 0.3),
          4,
          290 - i * 20,
          480 + i * 26,
          320 - i * 14,
          540 + i * 20,
          310 - i * 20,
          620);
    }
  }

  private static void collar(Canvas c, boolean red) {
    var cloth =
        red ? across(360, spot(0.92), 560, spot(0.3)) : across(360, tone(0.98), 560, tone(0.4));
    c.blob(cloth, 376, 430, 396, 410, 450, 440, 520, 396, 548, 430, 520, 486, 450, 508, 392, 478);
    c.bow(tone(0.05, 0.5), 3, 384, 446, 440, 474, 530, 430);
    c.bow(tone(0.05, 0.5), 3, 392, 464, 446, 492, 524, 456);
  }

  private static void shirt(Canvas c) {
    c.poly(across(360, tone(1), 540, tone(0.5)), 388, 432, 520, 414, 476, 600, 420, 600);
    c.poly(tone(0.96), 380, 426, 402, 410, 436, 476, 404, 500);
    c.poly(tone(0.6), 436, 476, 520, 396, 540, 424, 476, 506);
    if (c.maybe(0.5)) {
      c.poly(c.maybe(0.5) ? spot(0.7) : tone(0.14), 428, 474, 448, 474, 462, 640, 426, 640);
    }
  }

  private static void fringe(Canvas c, boolean tied) {
    var hair = across(340, tone(0.42), 560, tone(0.03));
    if (tied) {
      c.blob(
          hair, 350, 196, 356, 136, 404, 92, 476, 88, 540, 126, 560, 200, 546, 262, 530, 270, 524,
          214, 490, 166, 430, 140, 384, 150);
    } else {
      c.blob(
          hair, 430, 108, 380, 112, 344, 150, 330, 230, 324, 330, 344, 400, 352, 330, 350, 250, 366,
          190, 410, 150, 440, 128);
      c.blob(
          hair, 426, 106, 480, 92, 546, 130, 580, 220, 590, 340, 570, 450, 520, 440, 528, 340, 530,
          250, 506, 180, 450, 140);
      strands(c, 330, 220, 350, 400, 9);
      strands(c, 540, 180, 570, 430, 9);
    }
    strands(c, 370, 130, 530, 120, 14);
  }

  private static void strands(Canvas c, double x0, double y0, double x1, double y1, int many) {
    for (int i = 0; i < many; i++) {
      double dx = c.vary(-12, 12);
      double dy = c.vary(-14, 14);
      c.bow(
          tone(c.maybe(0.5) ? 0.75 : 0.02, 0.4),
          1.6,
          x0 + dx,
          y0 + dy,
          (x0 + x1) / 2 + dx,
          (y0 + y1) / 2 + dy - 14,
          x1 + dx,
          y1 + dy);
    }
  }

  private static void dots(Canvas c) {
    for (int i = 0; i < 60; i++) {
      double a = c.vary(-2.4, 0.6);
      double r = c.vary(0.78, 1);
      double x = 455 + Math.cos(a) * 130 * r;
      double y = 250 + Math.sin(a) * 170 * r;
      if (y < 130 || x > 535) {
        c.oval(tone(x < 450 ? 0.3 : 0.9, 0.6), x, y, 4, 4);
      }
    }
  }
}
