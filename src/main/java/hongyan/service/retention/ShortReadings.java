package hongyan.service.retention;

import hongyan.geo.place.CivilTime;
import hongyan.pipelines.series.SeriesStore;
import hongyan.service.accounts.Person;
import hongyan.service.audit.AuditLog;
import hongyan.service.settings.SeriesSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Takes readings of less than an hour out of the series store once a day when they are older than
 * is set. The hourly figures that were made of them stay, and so do the records on the log.
 */
@Component
class ShortReadings {
  private static final Person PLATFORM = new Person("platform", "platform", Set.of(), Set.of());
  private static final String ACTION = "short readings removed";

  private final SeriesStore series;
  private final AuditLog audit;
  private final Clock clock;
  private final @Nullable Period kept;

  ShortReadings(SeriesStore series, AuditLog audit, Clock clock, SeriesSettings settings) {
    this.series = series;
    this.audit = audit;
    this.clock = clock;
    this.kept = settings.keepShortReadings();
  }

  @Scheduled(initialDelay = 10, fixedDelay = 24 * 60, timeUnit = TimeUnit.MINUTES)
  void removeOld() {
    if (kept == null) {
      return;
    }
    LocalDate day = LocalDate.ofInstant(clock.instant(), CivilTime.ZONE).minus(kept);
    Instant before = day.atStartOfDay(CivilTime.ZONE).toInstant();
    audit.add(PLATFORM, "", ACTION, "before " + day, "begun: kept for " + kept);
    long removed = series.readings().removeShort(before);
    audit.add(PLATFORM, "", ACTION, "before " + day, removed + " removed");
  }
}
