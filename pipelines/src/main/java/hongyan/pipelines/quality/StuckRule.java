package hongyan.pipelines.quality;

import hongyan.pipelines.air.Pollutant;
import hongyan.pipelines.air.Reading;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

/**
 * Rule {@code stuck}: the same hourly value so many hours in a row, as a frozen instrument or a
 * logger that repeats itself gives. A gap ends a run.
 *
 * <p>False in steady air, above all for CO, whose steps are coarse beside its values: hence the
 * longer run for it. Silent at values near the detection limit, which clean air repeats all night;
 * an instrument that froze there is seen only if it froze at zero ({@code zero}).
 *
 * <p>Of a run that goes on into a neighbouring day only the hours nearest to it are seen, so the
 * number of hours is "at least".
 */
final class StuckRule {
  private final QualitySheet sheet = QualitySheet.load("stuck");
  private final Map<Pollutant, BigDecimal> hours = sheet.each("hours");
  private final Map<Pollutant, BigDecimal> floors = sheet.each("above");

  /** Returns how many hours in a row are too many. */
  int hours(Pollutant pollutant) {
    return hours.get(pollutant).intValueExact();
  }

  List<Doubt> check(DayReadings day) {
    List<Doubt> doubts = new ArrayList<>();
    for (Pollutant pollutant : Pollutant.values()) {
      List<KnownReading> run = new ArrayList<>();
      NavigableMap<Instant, KnownReading> hourly = day.hourly(pollutant);
      for (KnownReading known : hourly.values()) {
        if (!run.isEmpty() && !continues(run.get(run.size() - 1), known)) {
          judge(day, run, doubts);
          run.clear();
        }
        run.add(known);
      }
      judge(day, run, doubts);
    }
    return doubts;
  }

  private static boolean continues(KnownReading before, KnownReading next) {
    return before.reading().time().plus(Duration.ofHours(1)).equals(next.reading().time())
        && before.reading().value().compareTo(next.reading().value()) == 0;
  }

  private void judge(DayReadings day, List<KnownReading> run, List<Doubt> doubts) {
    if (run.isEmpty()) {
      return;
    }
    Reading reading = run.get(0).reading();
    boolean high = reading.value().compareTo(floors.get(reading.pollutant())) > 0;
    if (!high || run.size() < hours(reading.pollutant())) {
      return;
    }
    for (KnownReading known : run) {
      if (day.owns(known)) {
        doubts.add(stuck(known, reading.time(), run.size()));
      }
    }
  }

  private Doubt stuck(KnownReading known, Instant first, int hours) {
    var reading = known.reading();
    return Doubt.of(
        sheet,
        known,
        "%s 自 %s 起连续至少 %d 小时不变".formatted(Wording.value(reading), Wording.moment(first), hours),
        "%s, the same from %s on for at least %d hours in a row"
            .formatted(Wording.value(reading), Wording.moment(first), hours),
        Wording.concentration("value", reading),
        new DoubtNumber("run", BigDecimal.valueOf(hours), "h"),
        new DoubtNumber("hours", BigDecimal.valueOf(hours(reading.pollutant())), "h"));
  }
}
