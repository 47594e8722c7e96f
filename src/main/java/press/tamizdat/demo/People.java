package press.tamizdat.demo;

import static press.tamizdat.demo.Canvas.across;
import static press.tamizdat.demo.Canvas.spot;
import static press.tamizdat.demo.Canvas.tone;

import java.awt.Paint;

/** Figures in coats, seen from some way off. */
final class People {
  private People() {}

  /** A standing or walking figure; a little light falls on its left side. */
  static void figure(Canvas c, double x, double foot, double h, double v) {
    boolean hat = c.maybe(0.45);
    boolean skirt = c.maybe(0.45);
    double stride = c.vary(0.01, 0.09) * h;
    double w = h * c.vary(0.105, 0.13);
    Paint cloth = across(x - w, tone(v + 0.2), x + w * 0.4, tone(v));
    c.oval(tone(0, 0.28), x + h * 0.12, foot, h * 0.22, h * 0.025);
    c.poly(
        tone(v * 0.7),
        x - w * 0.55,
        foot - h * 0.42,
        x - stride - h * 0.03,
        foot,
        x - stride + h * 0.02,
        foot,
        x,
        foot - h * 0.3,
        x + stride - h * 0.02,
        foot,
        x + stride + h * 0.035,
        foot,
        x + w * 0.55,
        foot - h * 0.42);
    double hem = foot - h * (skirt ? 0.22 : 0.36);
    double flare = skirt ? 1.05 : 0.75;
    c.blob(
        cloth,
        x - w * 0.3,
        foot - h * 0.845,
        x - w * 0.85,
        foot - h * 0.8,
        x - w * 0.95,
        foot - h * 0.6,
        x - w * flare,
        hem,
        x,
        hem + h * 0.01,
        x + w * flare,
        hem,
        x + w * 0.95,
        foot - h * 0.6,
        x + w * 0.85,
        foot - h * 0.8,
        x + w * 0.3,
        foot - h * 0.845);
    c.bow(
        cloth,
        h * 0.048,
        x - w * 0.8,
        foot - h * 0.77,
        x - w * 1.0,
        foot - h * 0.6,
        x - w * 0.95,
        foot - h * 0.46);
    c.bow(
        tone(v),
        h * 0.048,
        x + w * 0.8,
        foot - h * 0.77,
        x + w * 1.0,
        foot - h * 0.6,
        x + w * 0.9,
        foot - h * 0.46);
    head(c, x, foot - h * 0.915, h, v);
    if (hat) {
      c.blob(
          tone(v * 0.6),
          x - h * 0.048,
          foot - h * 0.93,
          x - h * 0.045,
          foot - h * 0.985,
          x,
          foot - h * 1.005,
          x + h * 0.045,
          foot - h * 0.985,
          x + h * 0.048,
          foot - h * 0.93,
          x,
          foot - h * 0.945);
    }
  }

  private static void head(Canvas c, double x, double y, double h, double v) {
    c.box(tone(v + 0.15), x - h * 0.02, y, h * 0.04, h * 0.09);
    c.oval(
        across(x - h * 0.05, tone(Math.min(1, v + 0.55)), x + h * 0.02, tone(v)),
        x,
        y,
        h * 0.046,
        h * 0.06);
    c.blob(
        tone(v * 0.6),
        x - h * 0.035,
        y - h * 0.045,
        x,
        y - h * 0.068,
        x + h * 0.05,
        y - h * 0.035,
        x + h * 0.048,
        y + h * 0.03,
        x + h * 0.02,
        y - h * 0.01);
  }

  /** Many figures, those behind smaller and paler. */
  static void crowd(Canvas c, double left, double right, double far, double near, double h, int n) {
    for (int i = 0; i < n; i++) {
      double t = (i + 0.5) / n;
      double foot = far + (near - far) * t;
      figure(
          c,
          c.vary(left, right),
          foot,
          h * (0.55 + 0.45 * t) * c.vary(0.94, 1.05),
          0.32 - 0.22 * t);
    }
  }

  /** An umbrella held over somebody whose head is at the given place. */
  static void umbrella(Canvas c, double x, double y, double r, double v, boolean red) {
    double top = y - r * 0.95;
    c.line(tone(0.08), r * 0.05, x + r * 0.08, y + r * 0.75, x, top);
    double rim = y - r * 0.3;
    Paint cloth = red ? spot(0.9) : across(x - r, tone(Math.min(1, v + 0.3)), x + r, tone(v * 0.6));
    c.poly(tone(0.06), dome(x, top + r * 0.06, rim, r));
    c.poly(cloth, dome(x, top, rim, r));
    for (int i = -2; i <= 2; i++) {
      c.bow(
          tone(0.05, 0.55),
          r * 0.025,
          x,
          top,
          x + i * r * 0.3,
          top + r * 0.2 + Math.abs(i) * r * 0.03,
          x + i * r * 0.48,
          rim);
    }
    c.line(tone(0.05), r * 0.05, x, top, x, top - r * 0.12);
  }

  private static double[] dome(double x, double top, double rim, double r) {
    int n = 24;
    double[] xy = new double[2 * (n + 1) + 2 * 17];
    int k = 0;
    for (int i = 0; i <= n; i++) {
      double a = Math.PI * i / n;
      xy[k++] = x - Math.cos(a) * r;
      xy[k++] = rim - Math.sin(a) * (rim - top);
    }
    for (int i = 0; i <= 16; i++) {
      double t = i / 16.0;
      xy[k++] = x + r - 2 * r * t;
      xy[k++] = rim - Math.abs(Math.sin(t * Math.PI * 4)) * r * 0.1;
    }
    return xy;
  }
}
