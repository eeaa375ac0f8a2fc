package hongyan.service.quality;

import hongyan.geo.place.CivilTime;
import hongyan.pipelines.air.Period;
import hongyan.pipelines.changes.FigureChange;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A change of a figure as the API gives it.
 *
 * @param time end of the hour, or the date of the day
 * @param item a pollutant, or {@code AQI}
 * @param before unrounded; null when there was no valid value
 * @param cause {@code late}, {@code corrected} or {@code decided}
 * @param reading identity of the reading that caused it
 */
record ChangeView(
    String subject,
    String period,
    String time,
    String item,
    @Nullable BigDecimal before,
    @Nullable BigDecimal after,
    String cause,
    String reading,
    Instant at) {

  static ChangeView of(FigureChange change) {
    String time =
        change.period() == Period.DAY
            ? change.date()
            : change.time().atZone(CivilTime.ZONE).toOffsetDateTime().toString();
    return new ChangeView(
        change.subject(),
        change.period().name().toLowerCase(Locale.ROOT),
        time,
        change.item(),
        change.before(),
        change.after(),
        change.cause().code(),
        change.reading(),
        change.at());
  }
}
