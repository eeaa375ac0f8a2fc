package hongyan.geo.place;

/**
 * The integral of the standard normal distribution of the plane over a polygon, edge by edge.
 *
 * <p>In polar coordinates the triangle between the centre and an edge holds {@code (1/2π) ∫ (1 -
 * exp(-ρ²/2)) dθ}, ρ being the distance of the edge in the direction θ. With h the distance of the
 * edge's line and x the place along it, ρ² = h² + x² and dθ = h/(h² + x²) dx, so the integrand is
 * {@code h (1 - exp(-(h²+x²)/2)) / (h²+x²)}: smooth everywhere, also at the centre. It is the
 * difference of an angle and Owen's T function (D. B. Owen, "Tables for computing bivariate normal
 * probabilities", Ann. Math. Statist. 27, 1956). Integrated by Gauss and Legendre in panels of one
 * standard deviation; farther than {@value #FAR} of them the exponential is below 1e-17 and the
 * angle alone is left.
 */
final class NormalInPolygon {
  private static final double FAR = 9;
  private static final double PANEL = 1;

  /** Abscissas and weights of the 8-point rule on [-1, 1], the positive half. */
  private static final double[] AT = {
    0.1834346424956498, 0.5255324099163290, 0.7966664774136267, 0.9602898564975363
  };

  private static final double[] WEIGHT = {
    0.3626837833783620, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763
  };

  private NormalInPolygon() {}

  /**
   * Returns the part of the triangle between the centre and the edge from a to b, negative when the
   * edge runs clockwise around the centre. Coordinates in standard deviations.
   */
  static double edge(double ax, double ay, double bx, double by) {
    double length = Math.hypot(bx - ax, by - ay);
    if (length == 0) {
      return 0;
    }
    double h = (ax * by - ay * bx) / length;
    double from = (ax * (bx - ax) + ay * (by - ay)) / length;
    double to = from + length;
    double near = Math.max(from, Math.min(to, -FAR));
    double far = Math.max(from, Math.min(to, FAR));
    double sum = angle(h, from, near) + angle(h, far, to);
    sum += Math.abs(h) > FAR ? angle(h, near, far) : panels(h, near, far);
    return sum / (2 * Math.PI);
  }

  private static double panels(double h, double from, double to) {
    int count = (int) Math.ceil((to - from) / PANEL);
    double width = count == 0 ? 0 : (to - from) / count;
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += panel(h, from + i * width, width / 2);
    }
    return sum;
  }

  private static double panel(double h, double from, double half) {
    double middle = from + half;
    double sum = 0;
    for (int i = 0; i < AT.length; i++) {
      double off = half * AT[i];
      sum += WEIGHT[i] * (integrand(h, middle - off) + integrand(h, middle + off));
    }
    return half * sum;
  }

  private static double integrand(double h, double x) {
    double squared = h * h + x * x;
    return squared < 1e-12 ? h / 2 : -h * Math.expm1(-squared / 2) / squared;
  }

  /** The angle under which the centre sees the edge between two places on it. */
  private static double angle(double h, double from, double to) {
    return to <= from || h == 0 ? 0 : Math.atan(to / h) - Math.atan(from / h);
  }
}
