package hongyan.service.notices;

import hongyan.geo.place.CivilTime;
import hongyan.pipelines.air.AirFigure;
import hongyan.pipelines.series.SeriesStore;
import hongyan.service.errors.Refused;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The stored days of a subject, and civil dates as a question has them. */
final class Days {
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(CivilTime.ZONE);

  private Days() {}

  /** Returns the days from {@code from} to {@code to}, both inclusive, by their dates. */
  static Map<LocalDate, AirFigure> of(
      SeriesStore series, String subject, LocalDate from, LocalDate to) {
    Map<LocalDate, AirFigure> days = new HashMap<>();
    for (AirFigure day : series.figures().listDays(subject, from.toString(), to.toString())) {
      days.put(LocalDate.parse(day.date()), day);
    }
    return days;
  }

  static LocalDate today(Clock clock) {
    return clock.instant().atZone(CivilTime.ZONE).toLocalDate();
  }

  /** Returns the moment as the store keeps it: to the millisecond. */
  static Instant now(Clock clock) {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** Writes a moment for a reader in the city. */
  static String civil(@Nullable Instant moment) {
    return moment == null ? "" : MINUTES.format(moment);
  }

  /** Returns the date asked for, or {@code otherwise}; refuses by name what is none. */
  static LocalDate parse(String field, @Nullable String text, LocalDate otherwise) {
    if (text == null || text.isBlank()) {
      return otherwise;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new Refused(
          List.of(Refused.Fault.of(field, text, "date-invalid", "应为日期 yyyy-MM-dd (a date)")));
    }
  }
}
