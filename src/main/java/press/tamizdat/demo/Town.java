package press.tamizdat.demo;

import static press.tamizdat.demo.Canvas.across;
import static press.tamizdat.demo.Canvas.down;
import static press.tamizdat.demo.Canvas.tone;

/** Houses, lamps, poles and rooms. */
final class Town {
  private Town() {}

  /** A block seen at an angle: the left face in the light, the right one in shade. */
  static void block(Canvas c, double x, double foot, double w, double h, double v, double lit) {
    double turn = w * 0.28;
    double drop = turn * 0.16;
    c.poly(
        down(foot - h, tone(v * 0.62), foot, tone(v * 0.72)),
        x + w - turn,
        foot - h,
        x + w,
        foot - h + drop,
        x + w,
        foot,
        x + w - turn,
        foot);
    c.box(across(x, tone(v), x + w - turn, tone(v * 0.92)), x, foot - h, w - turn, h);
    c.texture(x, foot - h, w, h, 30, 60, 0.12);
    windows(c, x + 4, foot - h + 7, w - turn - 8, h - 10, Math.max(6, w / 14), v * 0.45, lit);
    c.line(tone(v * 0.5), 1.4, x, foot - h, x + w - turn, foot - h, x + w, foot - h + drop);
  }

  /** Rows of windows; some are lit. */
  static void windows(
      Canvas c, double x, double y, double w, double h, double size, double v, double lit) {
    double stepX = w / Math.max(1, Math.floor(w / (size * 1.7)));
    double stepY = h / Math.max(1, Math.floor(h / (size * 2.1)));
    for (double wy = y; wy < y + h - stepY * 0.6; wy += stepY) {
      for (double wx = x; wx < x + w - stepX * 0.6; wx += stepX) {
        double tone = c.maybe(lit) ? c.vary(0.88, 1) : v * c.vary(0.6, 1.25);
        c.box(tone(tone), wx + stepX * 0.2, wy + stepY * 0.18, stepX * 0.58, stepY * 0.52);
      }
    }
  }

  /** A skyline of blocks from edge to edge. */
  static void skyline(Canvas c, double foot, double tallest, double v, double lit) {
    double x = -30;
    while (x < Canvas.WIDTH) {
      double w = c.vary(46, 120);
      block(c, x, foot + c.vary(0, 6), w, tallest * c.vary(0.35, 1), v * c.vary(0.85, 1.1), lit);
      x += w * c.vary(0.75, 1.15);
    }
  }

  /** A street lamp, lit or not. */
  static void lamp(Canvas c, double x, double foot, double h, double v, boolean lit) {
    c.line(tone(v), Math.max(1.5, h / 60), x, foot, x, foot - h * 0.95);
    c.bow(
        tone(v),
        Math.max(1.2, h / 80),
        x,
        foot - h * 0.9,
        x + h * 0.03,
        foot - h,
        x + h * 0.12,
        foot - h);
    c.oval(tone(lit ? 1 : v), x + h * 0.14, foot - h * 0.99, h * 0.035, h * 0.018);
    if (lit) {
      c.glow(1, 0.95, x + h * 0.14, foot - h * 0.985, h * 0.07);
      c.glow(1, 0.5, x + h * 0.14, foot - h * 0.985, h * 0.42);
    }
  }

  /** Poles that go away from the beholder, with wires hanging between them. */
  static void poles(Canvas c, double x, double foot, double h, double goX, double goY, double v) {
    double lastX = x;
    double lastTop = foot - h;
    double lastArm = h * 0.1;
    for (int i = 0; i < 7; i++) {
      double s = Math.pow(0.66, i);
      double px = goX + (x - goX) * s;
      double top = goY + (foot - goY) * s - h * s;
      double arm = h * 0.1 * s;
      c.line(tone(v), Math.max(1, 7 * s), px, goY + (foot - goY) * s, px, top);
      c.line(tone(v), Math.max(0.8, 4 * s), px - arm, top + arm * 0.6, px + arm, top + arm * 0.6);
      if (i > 0) {
        for (int side = -1; side <= 1; side += 2) {
          double fromX = lastX + side * lastArm;
          double toX = px + side * arm;
          double sag = (lastTop + top) / 2 + h * 0.12 * s;
          c.bow(
              tone(v),
              Math.max(0.6, 1.6 * s),
              fromX,
              lastTop + lastArm * 0.6,
              (fromX + toX) / 2,
              sag,
              toX,
              top + arm * 0.6);
        }
      }
      lastX = px;
      lastTop = top;
      lastArm = arm;
    }
  }

  /** Boards or tiles that run towards a vanishing point. */
  static void floor(
      Canvas c, double y, double far, double near, double goX, double goY, int lines) {
    c.box(down(y, tone(far), Canvas.HEIGHT, tone(near)), 0, y, Canvas.WIDTH, Canvas.HEIGHT - y);
    for (int i = 0; i <= lines; i++) {
      double x = -900 + 2700.0 * i / lines;
      double t = (y - goY) / (Canvas.HEIGHT - goY);
      c.line(tone(near * 0.5, 0.5), 1.3, goX + (x - goX) * t, y, x, Canvas.HEIGHT);
    }
  }

  /** Light that falls from a window onto something: a slanting soft patch. */
  static void beam(Canvas c, double alpha, double... xy) {
    c.soft(10, () -> c.poly(tone(1, alpha), xy));
  }

  static void shade(Canvas c, double radius, double alpha, double... xy) {
    c.soft(radius, () -> c.poly(tone(0, alpha), xy));
  }
}
