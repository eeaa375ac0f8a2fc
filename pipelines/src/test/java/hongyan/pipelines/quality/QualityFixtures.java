package hongyan.pipelines.quality;

import static hongyan.pipelines.records.RecordFixtures.RIDGE;
import static hongyan.pipelines.records.RecordFixtures.receipt;

import hongyan.geo.place.Position;
import hongyan.pipelines.air.Averaging;
import hongyan.pipelines.air.CivilDay;
import hongyan.pipelines.air.Flag;
import hongyan.pipelines.air.Pollutant;
import hongyan.pipelines.air.Reading;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hours of one station on 22 October 2024. */
final class QualityFixtures {
  static final String DATE = "2024-10-22";
  static final DayQuality RULES = DayQuality.load("431100");

  private QualityFixtures() {}

  static Instant hour(int label) {
    return CivilDay.startOf(DATE).plus(Duration.ofHours(label));
  }

  static KnownReading at(Instant time, Pollutant pollutant, String value) {
    return at(time, pollutant, value, Flag.N);
  }

  static KnownReading at(Instant time, Pollutant pollutant, String value, Flag flag) {
    return placed(
        new Reading(
            "P01", pollutant, Averaging.PT1H, time, new BigDecimal(value), flag, receipt(1)),
        RIDGE,
        "431127");
  }

  static KnownReading placed(Reading reading, Position position, @Nullable String county) {
    return new KnownReading(reading, position, county);
  }

  /** Consecutive hours from the label {@code first} on. */
  static List<KnownReading> hours(Pollutant pollutant, int first, String... values) {
    List<KnownReading> hours = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      hours.add(at(hour(first + i), pollutant, values[i]));
    }
    return hours;
  }

  static List<Doubt> doubts(List<KnownReading> own) {
    return RULES.judge(DATE, own, List.of(), Map.of()).doubts();
  }

  static List<String> rules(List<KnownReading> own) {
    return doubts(own).stream().map(Doubt::rule).toList();
  }

  static List<String> rules(KnownReading... own) {
    return rules(List.of(own));
  }

  static Decision decision(Reading about, Verdict verdict) {
    return new Decision(
        about.station(),
        about.pollutant(),
        about.averaging(),
        about.time(),
        about.value(),
        verdict,
        "seen on the instrument",
        "tester",
        Instant.parse("2024-11-01T00:00:00Z"));
  }
}
