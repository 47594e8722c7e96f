package press.tamizdat.demo;

/**
 * How the sky is.
 *
 * @see Nature#sky
 */
enum Weather {
  CLEAR(0.60, 0.95, 0.35, 1.00),
  CLOUDY(0.62, 0.90, 0.75, 0.92),
  HEAVY(0.30, 0.84, 0.80, 0.80),
  EVENING(0.28, 0.90, 0.55, 0.70);

  /** The tone overhead. */
  final double top;

  /** The tone at the horizon. */
  final double low;

  /** How strongly clouds show. */
  final double cloud;

  /** How bright things are that stand in the light. */
  final double light;

  Weather(double top, double low, double cloud, double light) {
    this.top = top;
    this.low = low;
    this.cloud = cloud;
    this.light = light;
  }
}
