package hongyan.pipelines.birds.surveys;

import hongyan.geo.place.CivilTime;
import hongyan.geo.place.Position;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.shredzone.commons.suncalc.SunTimes;

/**
 * One night: from the end of civil dusk to the beginning of civil dawn, while the sun's centre is
 * more than 6 degrees below the horizon.
 *
 * @param date the day of its evening, in Asia/Shanghai
 */
public record Darkness(LocalDate date, Instant dusk, Instant dawn) {

  /**
   * Returns the night that begins on that day's evening; empty where the sun does not go down or
   * come up that day.
   */
  public static Optional<Darkness> of(LocalDate date, Position position) {
    ZonedDateTime set = sun(date, position).getSet();
    ZonedDateTime rise = sun(date.plusDays(1), position).getRise();
    return set == null || rise == null
        ? Optional.empty()
        : Optional.of(new Darkness(date, set.toInstant(), rise.toInstant()));
  }

  private static SunTimes sun(LocalDate date, Position position) {
    return SunTimes.compute()
        .on(date)
        .timezone(CivilTime.ZONE)
        .at(position.lat(), position.lon())
        .twilight(SunTimes.Twilight.CIVIL)
        .oneDay()
        .execute();
  }

  /** Returns whether the moment lies in it, from dusk inclusive to dawn exclusive. */
  public boolean covers(Instant moment) {
    return !moment.isBefore(dusk) && moment.isBefore(dawn);
  }

  /** Returns how much of the hour that ends at {@code end} is dark, 0 to 1. */
  public double shareOfHour(Instant end) {
    Instant start = end.minus(Duration.ofHours(1));
    Instant from = start.isAfter(dusk) ? start : dusk;
    Instant to = end.isBefore(dawn) ? end : dawn;
    return to.isAfter(from)
        ? (double) Duration.between(from, to).toMillis() / Duration.ofHours(1).toMillis()
        : 0;
  }

  public double hours() {
    return Duration.between(dusk, dawn).toMillis() / 3_600_000.0;
  }
}
