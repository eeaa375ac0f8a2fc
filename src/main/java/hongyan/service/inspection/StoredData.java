package hongyan.service.inspection;

import hongyan.geo.place.CivilTime;
import hongyan.pipelines.air.AirFigure;
import hongyan.pipelines.alerts.AlertKind;
import hongyan.pipelines.series.Scope;
import hongyan.pipelines.series.SeriesStore;
import hongyan.service.alerts.AlertCounts;
import hongyan.service.notices.NoticeCounts;
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

  StoredData(SeriesStore series, AlertCounts alerts, NoticeCounts notices) {
    this.series = series;
    this.alerts = alerts;
    this.notices = notices;
  }

  @Override
  public int countReviews(int year) {
    return notices.countReviews(year);
  }

  @Override
  public int countBulletins(int year) {
    return notices.countBulletins(year);
  }

  @Override
  public List<AirFigure> listDays(String subject, int year) {
    return series.figures().listDays(subject, year);
  }

  @Override
  public List<AlertCount> countAlerts(int year) {
    // A figure of the city counts all of it, whoever asks; it shows no row.
    return alerts.count(Scope.everything(), startOf(year), startOf(year + 1)).stream()
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

  private static Instant startOf(int year) {
    return LocalDate.of(year, 1, 1).atStartOfDay(CivilTime.ZONE).toInstant();
  }
}
