package hongyan.service.air;

import hongyan.pipelines.air.CivilPeriod;
import hongyan.pipelines.air.assessment.RankingMetric;
import hongyan.pipelines.air.assessment.Series;
import hongyan.service.air.Assessments.AttainmentView;
import hongyan.service.air.Assessments.IndexView;
import hongyan.service.air.Assessments.RankingView;
import hongyan.service.air.Assessments.StatisticsView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Months, quarters and years of the air: statistics, attainment, composite index and ranking. The
 * city itself is a county to them. Everything is computed from the day figures as they are now, so
 * a corrected reading has changed the answer of the next question.
 */
@Tag(name = "air")
@RestController
@RequestMapping("/api/v1/air")
class AssessmentController {
  private final Assessments assessments;

  AssessmentController(Assessments assessments) {
    this.assessments = assessments;
  }

  @Operation(
      summary = "Statistics of a month (2024-03), quarter (2024-Q1) or year (2024)",
      description = "By each version of HJ 663 in force in the period, with and without dust days.")
  @GetMapping("/statistics")
  StatisticsView statistics(
      @RequestParam String period,
      @RequestParam(required = false) @Nullable String county,
      @RequestParam(required = false) @Nullable String station) {
    CivilPeriod wanted = CivilPeriod.parse(period);
    if ((county == null) == (station == null)) {
      throw new IllegalArgumentException("county or station, one of them, is wanted");
    }
    String subject = county == null ? station : assessments.requireCounty(county);
    return assessments.statistics(String.valueOf(subject), wanted);
  }

  @Operation(
      summary = "Whether a year met the limits of GB 3095, Grade I and II",
      description =
          "A year in which the limits changed is judged by both; the year before is judged by the"
              + " same limits before it is compared.")
  @GetMapping("/attainment")
  AttainmentView attainment(@RequestParam int year, @RequestParam String county) {
    int checked = CivilPeriod.parse(Integer.toString(year)).from().getYear();
    return assessments.attainment(assessments.requireCounty(county), checked);
  }

  @Operation(
      summary = "The composite index of a month, quarter or year",
      description =
          "By the unweighted rule of 2018, and from 2026-03 on by the weighted one beside it, which"
              + " no text confirms; the certainty of each is said.")
  @GetMapping("/composite-index")
  IndexView compositeIndex(@RequestParam String period, @RequestParam String county) {
    CivilPeriod wanted = CivilPeriod.parse(period);
    return assessments.compositeIndex(assessments.requireCounty(county), wanted);
  }

  @Operation(
      summary = "The counties ranked by a metric",
      description =
          "metric: composite-index, pm25-mean, pm10-mean, o3-p90 or good-day-rate. Equal values"
              + " share a rank; a figure with too few valid days has none.")
  @GetMapping("/ranking")
  RankingView ranking(
      @RequestParam String period,
      @RequestParam(defaultValue = "composite-index") String metric,
      @RequestParam(required = false) @Nullable String series) {
    return assessments.ranking(
        CivilPeriod.parse(period),
        RankingMetric.getByCode(metric),
        series == null ? null : Series.getByCode(series));
  }
}
