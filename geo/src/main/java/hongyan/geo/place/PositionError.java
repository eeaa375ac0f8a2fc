package hongyan.geo.place;

/**
 * How far off a position may be: isotropic and normal, with the same standard deviation to the east
 * and to the north.
 *
 * @param sigmaMetres that standard deviation, above 0
 */
public record PositionError(double sigmaMetres) {
  /** Farther than so many standard deviations lies less than one in 200,000. */
  private static final double REACH = 5;

  public PositionError {
    if (!(sigmaMetres > 0 && sigmaMetres < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a standard deviation above 0 m, was " + sigmaMetres);
    }
  }

  /**
   * Returns the error whose circle of that radius holds the true position with the given
   * probability: its distance from the centre is Rayleigh distributed, so σ = r / √(-2 ln (1 - p)).
   *
   * @param level between 0 and 1, for example 0.95
   */
  public static PositionError ofCircle(double radiusMetres, double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("a level between 0 and 1, was " + level);
    }
    return new PositionError(radiusMetres / Math.sqrt(-2 * Math.log1p(-level)));
  }

  /** Returns the distance beyond which nothing is looked for, in metres. */
  public double reachMetres() {
    return REACH * sigmaMetres;
  }
}
