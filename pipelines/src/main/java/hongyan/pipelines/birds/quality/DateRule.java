package hongyan.pipelines.birds.quality;

import hongyan.geo.place.CivilTime;
import hongyan.pipelines.birds.Occurrence;
import hongyan.pipelines.quality.QualitySheet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Rule {@code RECORDED_DATE_UNLIKELY}: an event before the earliest year, or after the record came.
 * The HTTP door refuses most of these; others may not have.
 */
final class DateRule {
  private final QualitySheet sheet = OccurrenceSheets.load("RECORDED_DATE_UNLIKELY");
  private final Instant earliest =
      LocalDate.of(sheet.get("year").intValueExact(), 1, 1)
          .atStartOfDay(CivilTime.ZONE)
          .toInstant();

  Optional<OccurrenceDoubt> check(Occurrence occurrence) {
    LocalDate date = LocalDate.ofInstant(occurrence.eventStart(), CivilTime.ZONE);
    if (occurrence.eventStart().isBefore(earliest)) {
      return doubt(occurrence, "日期 %s 过早".formatted(date), "%s is too early".formatted(date));
    }
    if (occurrence.eventStart().isAfter(occurrence.receipt().receivedAt())) {
      return doubt(
          occurrence,
          "日期 %s 晚于接收时间".formatted(date),
          "%s is after the record arrived".formatted(date));
    }
    return Optional.empty();
  }

  private Optional<OccurrenceDoubt> doubt(Occurrence occurrence, String fact, String factEn) {
    return Optional.of(
        OccurrenceDoubt.of(
            sheet, occurrence.occurrenceID(), occurrence.eventStart(), fact, factEn));
  }
}
