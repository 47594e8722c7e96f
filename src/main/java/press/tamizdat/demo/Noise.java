package press.tamizdat.demo;

/** Smooth value noise on a lattice, from 0 to 1; the same for the same seed and place. */
final class Noise {
  private final long seed;

  Noise(long seed) {
    this.seed = seed;
  }

  double at(double x, double y) {
    int xi = (int) Math.floor(x);
    int yi = (int) Math.floor(y);
    double u = ease(x - xi);
    double v = ease(y - yi);
    double top = knot(xi, yi) * (1 - u) + knot(xi + 1, yi) * u;
    double bottom = knot(xi, yi + 1) * (1 - u) + knot(xi + 1, yi + 1) * u;
    return top * (1 - v) + bottom * v;
  }

  /** Several octaves, each half as strong and twice as fine. */
  double cloudy(double x, double y, int octaves) {
    double sum = 0;
    double all = 0;
    double strength = 1;
    for (int i = 0; i < octaves; i++) {
      sum += at(x * (1 << i) + 17.3 * i, y * (1 << i) - 9.1 * i) * strength;
      all += strength;
      strength /= 2;
    }
    return sum / all;
  }

  private static double ease(double t) {
    return t * t * (3 - 2 * t);
  }

  private double knot(int x, int y) {
    long h = seed ^ (x * 0x9E3779B97F4A7C15L) ^ (y * 0xC2B2AE3D27D4EB4FL);
    h = (h ^ (h >>> 29)) * 0xBF58476D1CE4E5B9L;
    h = (h ^ (h >>> 32)) * 0x94D049BB133111EBL;
    return (h >>> 40) / (double) (1 << 24);
  }
}
