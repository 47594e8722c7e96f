package press.tamizdat.demo;

import static press.tamizdat.demo.Canvas.across;
import static press.tamizdat.demo.Canvas.curve;
import static press.tamizdat.demo.Canvas.tone;

/** A face turned to the left, as planes of light and shade. */
final class Face {
  private Face() {}

  /**
   * @param age 0 a young woman, 1 a man, 2 an old woman
   */
  static void draw(Canvas c, int age) {
    double jaw = age == 1 ? 12 : 0;
    c.blob(
        across(400, tone(0.7), 530, tone(0.1)),
        408,
        360,
        400,
        440,
        440,
        466,
        488,
        450,
        508,
        410,
        506,
        300);
    Town.shade(c, 6, 0.55, 396, 398, 470, 396, 520, 340, 530, 400, 440, 450, 410, 440);
    var head =
        curve(
            true,
            360,
            170,
            350,
            222,
            346,
            262,
            352,
            318,
            366,
            362 + jaw * 0.4,
            396,
            398 + jaw,
            432,
            404 + jaw,
            474,
            380 + jaw,
            516 + jaw * 0.5,
            326,
            532,
            262,
            528,
            190,
            500,
            136,
            440,
            112,
            388,
            126);
    c.fill(across(346, tone(0.98), 540, tone(0.56)), head);
    c.within(head, () -> planes(c, age));
    features(c, age);
    c.blob(
        across(516, tone(0.62), 546, tone(0.22)), 520, 236, 536, 228, 548, 246, 540, 286, 524, 296);
    c.bow(tone(0.12, 0.7), 2.5, 528, 244, 538, 250, 532, 276);
  }

  /** Where the light does not reach: the far side of the forehead, cheek and jaw. */
  private static void planes(Canvas c, int age) {
    c.soft(
        11,
        () -> {
          c.blob(
              tone(0.06, 0.78),
              474,
              100,
              470,
              170,
              480,
              222,
              470,
              268,
              484,
              310,
              460,
              360,
              432,
              420,
              600,
              440,
              600,
              100);
          c.oval(tone(0.2, 0.4), 398, 398, 30, 12);
        });
    c.soft(
        6,
        () -> {
          c.blob(tone(0.12, 0.62), 358, 236, 380, 224, 402, 234, 404, 256, 380, 262, 360, 254);
          c.blob(tone(0.1, 0.66), 424, 234, 448, 222, 480, 232, 482, 258, 450, 266, 426, 256);
          c.blob(
              tone(0.14, 0.6),
              404,
              226,
              418,
              240,
              420,
              290,
              426,
              314,
              400,
              320,
              398,
              300,
              404,
              270);
          c.blob(tone(0.2, 0.4), 380, 372, 420, 370, 414, 382, 388, 382);
          if (age == 1) {
            c.blob(tone(0.2, 0.3), 364, 330, 376, 390, 430, 410, 480, 384, 500, 340, 440, 350);
          }
        });
    c.glow(1, 0.6, 372, 292, 30);
    c.glow(1, 0.5, 386, 180, 50);
  }

  private static void features(Canvas c, int age) {
    double heavy = age == 1 ? 1.4 : 1;
    c.soft(
        1.8,
        () -> {
          c.bow(tone(0.08, 0.9), 5 * heavy, 356, 224, 374, 215, 398, 222);
          c.bow(tone(0.06, 0.9), 5.5 * heavy, 424, 222, 450, 212, 484, 224);
          c.blob(tone(0.74), 364, 246, 380, 239, 396, 246, 380, 252);
          c.blob(tone(0.62), 432, 247, 450, 239, 472, 247, 450, 254);
          c.oval(tone(0.04), 379, 245, 6, 6.5);
          c.oval(tone(0.04), 449, 246, 6.5, 7);
          c.bow(tone(0.03), 4, 361, 246, 378, 237, 398, 246);
          c.bow(tone(0.03), 4, 429, 247, 450, 237, 475, 248);
          c.bow(tone(0.1, 0.8), 3, 392, 296, 386, 310, 396, 318, 408, 315);
          c.oval(tone(0.06, 0.8), 399, 317, 5, 3);
          c.bow(tone(0.08, 0.9), 3.6, 380, 349, 396, 346, 404, 349, 418, 346, 442, 350);
          c.blob(
              tone(0.3, age == 0 ? 0.7 : 0.4),
              382,
              348,
              396,
              340,
              404,
              343,
              414,
              340,
              440,
              350,
              404,
              351);
          c.blob(tone(0.4, 0.5), 386, 352, 404, 354, 436, 352, 420, 364, 398, 364);
        });
    c.oval(tone(1), 377, 243, 1.8, 1.8);
    c.oval(tone(0.9), 447, 244, 1.8, 1.8);
    c.glow(1, 0.7, 384, 302, 10);
  }

  static void glasses(Canvas c) {
    for (double[] lens : new double[][] {{379, 248, 25, 21}, {451, 249, 31, 23}}) {
      double[] ring = new double[48];
      for (int i = 0; i < 24; i++) {
        ring[2 * i] = lens[0] + lens[2] * Math.cos(i * Math.PI / 11.5);
        ring[2 * i + 1] = lens[1] + lens[3] * Math.sin(i * Math.PI / 11.5);
      }
      c.bow(tone(0.04), 3.6, ring);
    }
    c.bow(tone(0.04), 3.6, 403, 244, 412, 238, 421, 244);
    c.line(tone(0.04), 3.6, 482, 244, 532, 240);
  }

  static void wrinkles(Canvas c) {
    c.soft(
        1.8,
        () -> {
          for (int i = 0; i < 3; i++) {
            c.bow(
                tone(0.2, 0.5), 2, 368 + i * 4, 186 + i * 11, 410, 182 + i * 11, 470, 188 + i * 11);
          }
          c.bow(tone(0.15, 0.6), 3, 374, 308, 362, 330, 366, 356);
          c.bow(tone(0.12, 0.6), 3, 424, 310, 444, 330, 448, 360);
          c.bow(tone(0.2, 0.6), 2, 362, 262, 380, 270, 396, 264);
          c.bow(tone(0.2, 0.6), 2, 432, 266, 452, 274, 474, 266);
          c.bow(tone(0.2, 0.5), 2, 482, 240, 496, 234);
          c.bow(tone(0.2, 0.5), 2, 482, 250, 498, 252);
          c.bow(tone(0.2, 0.5), 2, 380, 382, 400, 388, 424, 382);
        });
  }
}
