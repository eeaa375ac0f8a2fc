package hongyan.service.demo;

import java.util.SplittableRandom;

/**
 * Seeded chance, the same on every machine: integer arithmetic and {@link StrictMath} only.
 *
 * <p>Each part of the model draws from a stream of its own, named by what it is for, so that one
 * more station leaves the others as they were. Not thread-safe.
 */
final class Chance {
  private final SplittableRandom random;

  private Chance(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** Returns the stream of that seed and name. */
  static Chance of(long seed, String name) {
    long mixed = seed * 0x9E3779B97F4A7C15L;
    for (int i = 0; i < name.length(); i++) {
      mixed = (mixed ^ name.charAt(i)) * 0x100000001B3L;
    }
    return new Chance(mixed);
  }

  /** Returns a number in [0, 1). */
  double unit() {
    return random.nextDouble();
  }

  boolean happens(double probability) {
    return random.nextDouble() < probability;
  }

  /** Returns an integer in [from, to]. */
  int between(int from, int to) {
    return random.nextInt(from, to + 1);
  }

  /** Returns a number of rare things whose mean is given: Poisson, roughly normal above 30. */
  int count(double mean) {
    if (mean > 30) {
      return (int) Math.max(0, Math.round(mean + StrictMath.sqrt(mean) * normal()));
    }
    double limit = StrictMath.exp(-mean);
    int count = 0;
    for (double product = unit(); product > limit; product *= unit()) {
      count++;
    }
    return count;
  }

  /** Returns a nearly normal number, mean 0, deviation 1, never beyond 6: twelve uniforms. */
  double normal() {
    double sum = -6;
    for (int i = 0; i < 12; i++) {
      sum += random.nextDouble();
    }
    return sum;
  }

  /**
   * Returns an AR(1) series of deviation 1 whose memory fades to a third in {@code memory} steps.
   */
  double[] weather(int steps, double memory) {
    double keep = StrictMath.exp(-1 / memory);
    double news = StrictMath.sqrt(1 - keep * keep);
    double[] series = new double[steps];
    double last = normal();
    for (int i = 0; i < steps; i++) {
      last = keep * last + news * normal();
      series[i] = last;
    }
    return series;
  }
}
