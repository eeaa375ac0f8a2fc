package hongyan.pipelines.rules;

import hongyan.geo.law.Grade;
import hongyan.geo.place.CivilTime;
import hongyan.pipelines.air.CivilDay;
import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.alerts.AlertKind;
import hongyan.pipelines.alerts.Ground;
import hongyan.pipelines.alerts.RuleRef;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the rules of this package write hours and numbers. */
final class Words {
  private static final DateTimeFormatter IN_ID =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HH").withZone(CivilTime.ZONE);
  private static final DateTimeFormatter IN_TEXT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(CivilTime.ZONE);

  private Words() {}

  static String id(String kind, String station, Instant onset) {
    return "%s-%s-%s".formatted(kind, station, IN_ID.format(onset));
  }

  static String hour(Instant label) {
    return IN_TEXT.format(label);
  }

  /** Writes a concentration as a reader wants it: whole µg/m³. */
  static String whole(BigDecimal value) {
    return value.setScale(0, RoundingMode.HALF_EVEN).toPlainString();
  }

  /** A fact of the figures of {@code subject} on the civil date of the hour. */
  static Ground ofHour(String fact, String factEn, String subject, Instant label) {
    return new Ground(fact, factEn, record(subject, CivilDay.dateOf(label)));
  }

  /** An alert of the air of a whole area, named after its conduct, the area and its first hour. */
  static Alert ofCity(
      String conduct,
      String area,
      Instant onset,
      Instant raisedAt,
      List<Ground> grounds,
      RuleRef rule) {
    return new Alert(
        id(conduct, area, onset),
        AlertKind.POLLUTION,
        Grade.NOTICE,
        null,
        conduct,
        onset,
        raisedAt,
        null,
        List.of(),
        null,
        area,
        "environment",
        null,
        grounds,
        rule,
        false,
        true);
  }

  static @Nullable String record(String subject, String date) {
    return "day/%s/%s".formatted(subject, date);
  }
}
