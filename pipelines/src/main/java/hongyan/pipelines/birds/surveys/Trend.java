package hongyan.pipelines.birds.surveys;

import java.util.List;
import java.util.Optional;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.stat.regression.OLSMultipleLinearRegression;

/**
 * How much more or fewer birds are counted from one year to the next: a log-linear Poisson
 * regression of the yearly sums on the year, with the effort as an offset where there is one, and
 * overdispersion by Pearson's statistic (a quasi-Poisson generalised linear model; P. McCullagh and
 * J. A. Nelder, "Generalized Linear Models", 2nd ed. 1989, ch. 6). Its interval is Student's, with
 * two degrees of freedom less than years. A dispersion below that of chance is taken as 1.
 *
 * @param percentPerYear change from one year to the next
 * @param low lower end of the interval, in percent
 * @param high its upper end
 * @param slope of the logarithm a year
 * @param standardError of the slope
 * @param dispersion 1 where the years differ from the line as chance would have it
 * @param years that it rests on
 */
public record Trend(
    double percentPerYear,
    double low,
    double high,
    double slope,
    double standardError,
    double dispersion,
    int years) {
  private static final int MOST_STEPS = 100;
  private static final double PRECISE = 1e-12;

  /** Returns whether the interval leaves it open if they become more or fewer. */
  public boolean isOpen() {
    return low <= 0 && high >= 0;
  }

  /**
   * Returns the trend; empty with too few years, without any birds, or where the fit finds no end.
   * Either all of the years have an effort above 0 or none has.
   */
  public static Optional<Trend> of(List<YearOfBirds> years, SurveySettings settings) {
    boolean birds = years.stream().filter(year -> year.individuals() > 0).count() >= 2;
    return birds && years.size() >= settings.fewestYears()
        ? new Fit(years).run().map(fit -> fit.trend(settings.confidence()))
        : Optional.empty();
  }

  /*
   * Iteratively reweighted least squares: with μ the present means, the working response z = η + (y
   * - μ)/μ is regressed on the year with weights μ; rows scaled by √μ make it ordinary.
   */
  private static final class Fit {
    private final int count;
    private final double[] year;
    private final double[] observed;
    private final double[] offset;
    private double[] mean;
    private double[] parameters = {0, 0};
    private double[][] variance = new double[2][2];

    Fit(List<YearOfBirds> years) {
      count = years.size();
      double middle = years.stream().mapToInt(YearOfBirds::year).average().orElseThrow();
      year = years.stream().mapToDouble(one -> one.year() - middle).toArray();
      observed = years.stream().mapToDouble(YearOfBirds::individuals).toArray();
      offset =
          years.stream()
              .mapToDouble(one -> one.effort() == null ? 0 : Math.log(one.effort()))
              .toArray();
      // A little above zero, so that a year without birds has a logarithm to start from.
      mean = years.stream().mapToDouble(one -> one.individuals() + 0.1).toArray();
    }

    Optional<Fit> run() {
      for (int step = 0; step < MOST_STEPS; step++) {
        double[] before = parameters;
        improve();
        double moved = Math.abs(parameters[0] - before[0]) + Math.abs(parameters[1] - before[1]);
        if (!Double.isFinite(moved)) {
          return Optional.empty();
        }
        if (step > 0 && moved < PRECISE) {
          return Optional.of(this);
        }
      }
      return Optional.empty();
    }

    private void improve() {
      double[] response = new double[count];
      double[][] design = new double[count][];
      for (int i = 0; i < count; i++) {
        double root = Math.sqrt(mean[i]);
        double working = Math.log(mean[i]) - offset[i] + (observed[i] - mean[i]) / mean[i];
        response[i] = working * root;
        design[i] = new double[] {root, year[i] * root};
      }
      OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
      regression.setNoIntercept(true);
      regression.newSampleData(response, design);
      parameters = regression.estimateRegressionParameters();
      variance = regression.estimateRegressionParametersVariance();
      mean = new double[count];
      for (int i = 0; i < count; i++) {
        mean[i] = Math.exp(parameters[0] + parameters[1] * year[i] + offset[i]);
      }
    }

    Trend trend(double confidence) {
      double pearson = 0;
      for (int i = 0; i < count; i++) {
        pearson += (observed[i] - mean[i]) * (observed[i] - mean[i]) / mean[i];
      }
      double dispersion = Math.max(1, pearson / (count - 2));
      double error = Math.sqrt(dispersion * variance[1][1]);
      double reach =
          error * new TDistribution(count - 2).inverseCumulativeProbability((1 + confidence) / 2);
      double slope = parameters[1];
      return new Trend(
          percent(slope),
          percent(slope - reach),
          percent(slope + reach),
          slope,
          error,
          dispersion,
          count);
    }

    private static double percent(double slope) {
      return 100 * Math.expm1(slope);
    }
  }
}
