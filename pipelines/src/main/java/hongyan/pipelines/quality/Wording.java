package hongyan.pipelines.quality;

import hongyan.geo.place.CivilTime;
import hongyan.pipelines.air.Reading;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** How doubts write moments and values. */
final class Wording {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(CivilTime.ZONE);

  private Wording() {}

  static String moment(Instant time) {
    return MOMENT.format(time);
  }

  static String number(BigDecimal value) {
    return DoubtNumber.plain(value).toPlainString();
  }

  /** Writes a reading's pollutant, value and unit, for example {@code PM2.5 35 µg/m³}. */
  static String value(Reading reading) {
    return value(reading, reading.value());
  }

  static String value(Reading reading, BigDecimal value) {
    return "%s %s %s"
        .formatted(reading.pollutant().code(), number(value), reading.pollutant().unit());
  }

  static DoubtNumber concentration(String name, Reading reading) {
    return concentration(name, reading, reading.value());
  }

  static DoubtNumber concentration(String name, Reading unitOf, BigDecimal value) {
    return new DoubtNumber(name, value, unitOf.pollutant().unit());
  }
}
