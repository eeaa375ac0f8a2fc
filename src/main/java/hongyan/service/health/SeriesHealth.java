package hongyan.service.health;

import hongyan.pipelines.series.Paging;
import hongyan.pipelines.series.SeriesStore;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/**
 * Whether the series store answers. Without it lists and figures are not shown, but records are
 * taken: they wait on the log.
 */
@Component("series")
class SeriesHealth extends AbstractHealthIndicator {
  private final SeriesStore series;

  SeriesHealth(SeriesStore series) {
    this.series = series;
  }

  @Override
  protected void doHealthCheck(Health.Builder builder) {
    try {
      // One question to each of the places that a store may consist of.
      series.decisions().list("none", Paging.first(1));
      series.figures().listDays("none", "1970-01-01", "1970-01-01");
      builder.up();
    } catch (RuntimeException away) {
      builder.status(Degraded.STATUS).withException(away);
    }
  }
}
