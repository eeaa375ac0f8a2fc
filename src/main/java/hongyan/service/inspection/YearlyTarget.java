package hongyan.service.inspection;

import hongyan.geo.law.Words;
import hongyan.pipelines.air.CivilPeriod;
import hongyan.pipelines.air.Gb3095;
import hongyan.pipelines.air.Gb3095.Average;
import hongyan.pipelines.air.Gb3095.Standard;
import hongyan.pipelines.air.Pollutant;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A figure that the platform computes for every year, for the city and mostly for each county.
 *
 * @param perCounty whether counties have it too
 * @param gradeTwoLimit whether the Grade II limit for the year's mean of PM2.5 is the target where
 *     no other was set
 * @param years what is known of single years, for the city
 */
record YearlyTarget(
    String id,
    Section section,
    Words title,
    Words lawBasis,
    Words department,
    String metric,
    Target.@Nullable Direction direction,
    Words unit,
    boolean perCounty,
    boolean gradeTwoLimit,
    Words document,
    @Nullable Words note,
    Map<Integer, Year> years) {

  /** What a source says about the city's figure of one year. */
  record Year(
      @Nullable BigDecimal target,
      @Nullable BigDecimal declared,
      @Nullable LocalDate deadline,
      @Nullable Words document,
      @Nullable Words note) {
    static final Year UNKNOWN = new Year(null, null, null, null, null);
  }

  YearlyTarget {
    years = Map.copyOf(years);
  }

  /**
   * Returns the target of a period, asked for only in a whole year: one, or one for each version of
   * the limits that is in force in it where the figure is judged by limits, because a straddling
   * year is never judged by one alone.
   */
  List<Target> in(CivilPeriod period, @Nullable String county, Gb3095 limits) {
    Metric wanted = Metric.of(metric);
    if (county != null && !perCounty || wanted.ofWholeYears() && !period.isYear()) {
      return List.of();
    }
    if (!wanted.judgedByLimits()) {
      return List.of(target(period, county, null, ""));
    }
    List<Standard> standards = limits.listBetween(period.from(), period.to());
    return standards.stream()
        .map(each -> target(period, county, each, standards.size() > 1 ? "-" + slug(each) : ""))
        .toList();
  }

  private Target target(
      CivilPeriod period, @Nullable String county, @Nullable Standard standard, String suffix) {
    int year = period.from().getYear();
    boolean whole = period.isYear();
    Year known = county == null && whole ? years.getOrDefault(year, Year.UNKNOWN) : Year.UNKNOWN;
    BigDecimal asked = known.target() == null && whole ? limit(standard) : known.target();
    LocalDate endOfYear = LocalDate.of(year, Month.DECEMBER, 31);
    return new Target(
        "%s-%s%s%s".formatted(id, period.code(), county == null ? "" : "-" + county, suffix),
        section,
        title,
        lawBasis,
        department,
        metric,
        period.code(),
        county,
        standard,
        direction,
        asked,
        known.declared(),
        null,
        unit,
        asked == null ? null : Objects.requireNonNullElse(known.deadline(), endOfYear),
        Target.Source.COMPUTED,
        Objects.requireNonNullElse(known.document(), document),
        known.note() != null ? known.note() : whole ? note : null,
        List.of(),
        null,
        Map.of());
  }

  private @Nullable BigDecimal limit(@Nullable Standard standard) {
    return !gradeTwoLimit || standard == null
        ? null
        : standard.findLimit(Pollutant.PM25, Average.YEAR, Gb3095.Grade.II).orElse(null);
  }

  private static String slug(Standard standard) {
    return standard.id().toLowerCase(Locale.ROOT).replace(' ', '-');
  }
}
