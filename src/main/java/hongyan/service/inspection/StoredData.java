package hongyan.service.inspection;

import hongyan.geo.place.CivilTime;
import hongyan.pipelines.air.AirFigure;
import hongyan.pipelines.air.CivilPeriod;
import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.alerts.AlertKind;
import hongyan.pipelines.series.Scope;
import hongyan.pipelines.series.SeriesStore;
import hongyan.service.alerts.AlertCounts;
import hongyan.service.documents.Language;
import hongyan.service.notices.NoticeCounts;
import hongyan.service.problems.FunnelView;
import hongyan.service.problems.Funnels;
import hongyan.service.problems.Problem;
import hongyan.service.problems.ProblemFilter;
import hongyan.service.problems.ProblemStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What the stores hold. */
@Component
class StoredData implements InspectionData {
  private final SeriesStore series;
  private final AlertCounts alerts;
  private final NoticeCounts notices;
  private final ProblemStore problems;
  private final Funnels funnels;

  StoredData(
      SeriesStore series,
      AlertCounts alerts,
      NoticeCounts notices,
      ProblemStore problems,
      Funnels funnels) {
    this.series = series;
    this.alerts = alerts;
    this.notices = notices;
    this.problems = problems;
    this.funnels = funnels;
  }

  @Override
  public int countReviews(CivilPeriod period) {
    return notices.countReviews(period.from(), period.to());
  }

  @Override
  public int countBulletins(CivilPeriod period) {
    return notices.countBulletins(period.from(), period.to());
  }

  @Override
  public List<AirFigure> listDays(String subject, int year) {
    return series.figures().listDays(subject, year);
  }

  @Override
  public List<AlertCount> countAlerts(CivilPeriod period) {
    // A figure of the city counts all of it, whoever asks; it shows no row.
    return alerts
        .count(Scope.everything(), startOf(period.from()), startOf(period.to().plusDays(1)))
        .stream()
        .filter(total -> !total.authorised())
        .map(
            total ->
                new AlertCount(
                    AlertKind.valueOf(total.kind().toUpperCase(Locale.ROOT)),
                    total.conduct(),
                    total.item(),
                    total.county(),
                    total.total()))
        .toList();
  }

  @Override
  public List<Alert> listAlerts(CivilPeriod period) {
    return alerts.list(startOf(period.from()), startOf(period.to().plusDays(1)));
  }

  @Override
  public List<Problem> listProblems() {
    return problems.list(ProblemFilter.all(), null, -1);
  }

  @Override
  public List<FunnelView> showFunnels(List<Problem> entries, Language language) {
    return funnels.show(entries, null, language).stream()
        .filter(each -> each.funnel().found() > 0)
        .toList();
  }

  private static Instant startOf(LocalDate day) {
    return day.atStartOfDay(CivilTime.ZONE).toInstant();
  }
}
