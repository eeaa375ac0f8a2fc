package hongyan.service.inspection;

import hongyan.service.problems.Funnel;
import hongyan.service.problems.FunnelView;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The report on one period, of the city or of one county.
 *
 * @param period its code: {@code 2024}, {@code 2024-H1}, {@code 2024-Q3}, {@code 2024-07}
 * @param county adcode, or null for the whole city
 * @param name of the city or the county
 * @param madeAt when it was computed: later or corrected records change the computed figures
 * @param sections the targets
 * @param counties what is computed for each county; none in a report on one
 * @param sums all sums, those that do not add up first
 */
public record Report(
    String period,
    LocalDate from,
    LocalDate to,
    String city,
    @Nullable String county,
    String name,
    OffsetDateTime madeAt,
    List<Part> sections,
    LedgerPart ledger,
    AirPart air,
    List<CountyPart> counties,
    List<SumCheck> sums) {

  /** One section. */
  public record Part(String section, String title, List<TargetFigure> items) {}

  /** One county. */
  public record CountyPart(String county, String name, List<TargetFigure> items) {}

  /** What was found in the period, as far as it has come now. */
  public record LedgerPart(
      List<FunnelView> campaigns, Funnel together, String method, String records, Query query) {}

  /**
   * The air, month by month and day by day.
   *
   * @param limit Grade II for the year's mean of PM2.5 at the end of the period, in µg/m³
   * @param levels days by AQI level
   */
  public record AirPart(
      String subject,
      List<Month> months,
      @Nullable BigDecimal limit,
      List<Day> days,
      Map<Integer, Integer> levels,
      String method,
      List<String> standards,
      String records,
      Query query) {}

  /**
   * The mean of PM2.5 of one month, in µg/m³.
   *
   * @param count of valid days
   * @param valid whether those are enough for a month
   */
  public record Month(String period, @Nullable BigDecimal value, int count, boolean valid) {}

  /** The AQI of one day; null where it has none that is valid. */
  public record Day(LocalDate date, @Nullable Integer aqi, @Nullable Integer level) {}
}
