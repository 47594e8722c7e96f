package press.tamizdat.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.MultipleGradientPaint.CycleMethod;
import java.awt.Paint;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Random;

/**
 * A sheet of 900 by 600 on which a scene is painted in tones from 0 (ink) to 1 (paper).
 *
 * <p>Light comes from the left; the seed may mirror the sheet afterwards. The one spot colour is
 * painted as red: what red has over green becomes the second ink.
 */
final class Canvas {
  static final int WIDTH = 900;
  static final int HEIGHT = 600;

  final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
  final Noise noise;
  final Weather weather;
  private final Random chance;
  private Graphics2D pen;
  private AffineTransform view = new AffineTransform();

  Canvas(long seed) {
    chance = new Random(seed * 0x5DEECE66DL + 11);
    noise = new Noise(chance.nextLong());
    List<Weather> skies = List.of(Weather.values());
    weather = skies.get(chance.nextInt(skies.size()));
    pen = smooth(image.createGraphics());
    all(tone(1));
  }

  private static Graphics2D smooth(Graphics2D pen) {
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    return pen;
  }

  // What the seed decides

  double vary(double from, double to) {
    return from + chance.nextDouble() * (to - from);
  }

  int count(int from, int to) {
    return from + chance.nextInt(to - from + 1);
  }

  boolean maybe(double share) {
    return chance.nextDouble() < share;
  }

  // Tones

  static Color tone(double v) {
    return tone(v, 1);
  }

  static Color tone(double v, double alpha) {
    float t = (float) Math.clamp(v, 0, 1);
    return new Color(t, t, t, (float) Math.clamp(alpha, 0, 1));
  }

  /** The spot colour, over a tone: bright at 1, nearly black at 0. */
  static Color spot(double v) {
    return new Color((float) v, (float) (v * 0.12), (float) (v * 0.12));
  }

  static Paint down(double y0, Color from, double y1, Color to) {
    return gradient(0, y0, 0, y1, from, to);
  }

  static Paint across(double x0, Color from, double x1, Color to) {
    return gradient(x0, 0, x1, 0, from, to);
  }

  static Paint gradient(double x0, double y0, double x1, double y1, Color from, Color to) {
    return new LinearGradientPaint(
        new Point2D.Double(x0, y0),
        new Point2D.Double(x1, y1),
        new float[] {0, 1},
        new Color[] {from, to});
  }

  static Paint round(double x, double y, double radius, Color from, Color to) {
    return new RadialGradientPaint(
        new Point2D.Double(x, y),
        (float) radius,
        new float[] {0, 1},
        new Color[] {from, to},
        CycleMethod.NO_CYCLE);
  }

  // Shapes

  void all(Paint paint) {
    box(paint, 0, 0, WIDTH, HEIGHT);
  }

  void fill(Paint paint, Shape shape) {
    pen.setPaint(paint);
    pen.fill(shape);
  }

  void box(Paint paint, double x, double y, double w, double h) {
    fill(paint, new Rectangle2D.Double(x, y, w, h));
  }

  /** Around its centre. */
  void oval(Paint paint, double x, double y, double rx, double ry) {
    fill(paint, new Ellipse2D.Double(x - rx, y - ry, 2 * rx, 2 * ry));
  }

  void poly(Paint paint, double... xy) {
    fill(paint, path(true, xy));
  }

  void line(Paint paint, double width, double... xy) {
    stroke(paint, width, path(false, xy));
  }

  /** A line that bends smoothly through its points. */
  void bow(Paint paint, double width, double... xy) {
    stroke(paint, width, curve(false, xy));
  }

  /** A closed shape that bends smoothly through its points. */
  void blob(Paint paint, double... xy) {
    fill(paint, curve(true, xy));
  }

  private void stroke(Paint paint, double width, Shape shape) {
    pen.setPaint(paint);
    pen.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    pen.draw(shape);
  }

  static Path2D path(boolean closed, double... xy) {
    Path2D path = new Path2D.Double();
    path.moveTo(xy[0], xy[1]);
    for (int i = 2; i < xy.length; i += 2) {
      path.lineTo(xy[i], xy[i + 1]);
    }
    if (closed) {
      path.closePath();
    }
    return path;
  }

  /** Catmull-Rom through the points. */
  static Path2D curve(boolean closed, double... xy) {
    int n = xy.length / 2;
    Path2D path = new Path2D.Double();
    path.moveTo(xy[0], xy[1]);
    for (int i = 0; i < (closed ? n : n - 1); i++) {
      int before = closed ? (i + n - 1) % n : Math.max(0, i - 1);
      int next = (i + 1) % n;
      int after = closed ? (i + 2) % n : Math.min(n - 1, i + 2);
      path.curveTo(
          xy[2 * i] + (xy[2 * next] - xy[2 * before]) / 6,
          xy[2 * i + 1] + (xy[2 * next + 1] - xy[2 * before + 1]) / 6,
          xy[2 * next] - (xy[2 * after] - xy[2 * i]) / 6,
          xy[2 * next + 1] - (xy[2 * after + 1] - xy[2 * i + 1]) / 6,
          xy[2 * next],
          xy[2 * next + 1]);
    }
    if (closed) {
      path.closePath();
    }
    return path;
  }

  /** Light, or shade, that spreads from a point and fades. */
  void glow(double v, double alpha, double x, double y, double radius) {
    oval(round(x, y, radius, tone(v, alpha), tone(v, 0)), x, y, radius, radius);
  }

  // Whole parts of the sheet

  /** What {@code painting} paints lands with soft edges, about {@code radius} wide. */
  void soft(double radius, Runnable painting) {
    double scale = Math.min(1, 1.6 / radius);
    BufferedImage layer =
        new BufferedImage(
            (int) Math.ceil(WIDTH * scale),
            (int) Math.ceil(HEIGHT * scale),
            BufferedImage.TYPE_INT_ARGB_PRE);
    Graphics2D below = pen;
    AffineTransform stance = below.getTransform();
    pen = smooth(layer.createGraphics());
    pen.scale(scale, scale);
    pen.transform(view);
    painting.run();
    pen.dispose();
    pen = below;
    Blur.twice(layer);
    pen.setTransform(new AffineTransform());
    image(layer, 0, 0, layer.getWidth() / scale, layer.getHeight() / scale);
    pen.setTransform(stance);
  }

  /** What {@code painting} paints appears larger, while the given point keeps its place. */
  void closer(double factor, double x, double y, Runnable painting) {
    AffineTransform before = view;
    view = new AffineTransform(factor, 0, 0, factor, x - x * factor, y - y * factor);
    pen.setTransform(view);
    painting.run();
    view = before;
    pen.setTransform(view);
  }

  /** What {@code painting} paints stays within a shape. */
  void within(Shape shape, Runnable painting) {
    Shape before = pen.getClip();
    pen.clip(shape);
    painting.run();
    pen.setClip(before);
  }

  /** Stains of light and shade, {@code across} and {@code down} in size, within a shape. */
  void texture(Shape shape, double across, double down, double strength) {
    Rectangle2D area =
        shape.getBounds2D().createIntersection(new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
    if (area.isEmpty()) {
      return;
    }
    int step = Math.min(across, down) < 4 ? 1 : 2;
    int w = (int) Math.ceil(area.getWidth() / step) + 1;
    int h = (int) Math.ceil(area.getHeight() / step) + 1;
    BufferedImage stains = new BufferedImage(w, h, BufferedImage.TYPE_INT_ARGB);
    double shift = vary(0, 900);
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        double px = area.getX() + x * step;
        double py = area.getY() + y * step;
        double n = noise.cloudy(px / across + shift, py / down, 3) * 2 - 1;
        int alpha = (int) Math.min(255, Math.abs(n) * strength * 255);
        stains.setRGB(x, y, n < 0 ? alpha << 24 : (alpha << 24) | 0xffffff);
      }
    }
    within(shape, () -> image(stains, area.getX(), area.getY(), w * step, h * step));
  }

  void texture(double x, double y, double w, double h, double across, double down, double much) {
    texture(new Rectangle2D.Double(x, y, w, h), across, down, much);
  }

  /** Darker towards the corners, as a lens does it. */
  void vignette(double strength) {
    all(round(WIDTH / 2.0, HEIGHT / 2.0, 620, tone(0, 0), tone(0, strength)));
  }

  void image(BufferedImage sheet, double x, double y, double w, double h) {
    pen.drawImage(sheet, (int) x, (int) y, (int) Math.ceil(w), (int) Math.ceil(h), null);
  }

  /** Puts the brush down; {@code mirrored} turns the sheet, and its light, the other way round. */
  void done(boolean mirrored) {
    pen.dispose();
    int[] row = new int[WIDTH];
    for (int y = 0; mirrored && y < HEIGHT; y++) {
      image.getRaster().getDataElements(0, y, WIDTH, 1, row);
      for (int x = 0; x < WIDTH / 2; x++) {
        int other = row[WIDTH - 1 - x];
        row[WIDTH - 1 - x] = row[x];
        row[x] = other;
      }
      image.getRaster().setDataElements(0, y, WIDTH, 1, row);
    }
  }
}
