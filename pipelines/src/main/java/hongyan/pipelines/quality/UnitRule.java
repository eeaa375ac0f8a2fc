package hongyan.pipelines.quality;

import hongyan.pipelines.air.Pollutant;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rule {@code unit}: the middle value of a pollutant's day is one that air does not have, and would
 * be one that it has if it were a thousand times as much or as little. So comes SO2 in mg/m³ taken
 * as µg/m³ (0.007), or CO in µg/m³ taken as mg/m³ (800). The whole day of the pollutant is in
 * doubt.
 *
 * <p>False hardly ever: it takes a whole day so clean that it would be a record. Silent while the
 * day has few values, and when only some of its values are in the wrong unit.
 */
final class UnitRule {
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  private final QualitySheet sheet = QualitySheet.load("unit");
  private final int values = sheet.get("values").intValueExact();
  private final Map<Pollutant, BigDecimal> least = sheet.each("least");
  private final Map<Pollutant, BigDecimal> most = sheet.each("most");

  List<Doubt> check(DayReadings day) {
    List<Doubt> doubts = new ArrayList<>();
    for (Pollutant pollutant : Pollutant.values()) {
      List<KnownReading> positive =
          day.normal().stream()
              .filter(known -> known.reading().pollutant() == pollutant)
              .filter(known -> known.reading().value().signum() > 0)
              .toList();
      if (positive.size() >= values) {
        judge(pollutant, positive, doubts);
      }
    }
    return doubts;
  }

  private void judge(Pollutant pollutant, List<KnownReading> positive, List<Doubt> doubts) {
    List<BigDecimal> sorted =
        positive.stream().map(known -> known.reading().value()).sorted().toList();
    BigDecimal median = sorted.get(sorted.size() / 2);
    meant(pollutant, median)
        .ifPresent(meant -> positive.forEach(known -> doubts.add(doubt(known, median, meant))));
  }

  /** Returns what the median would be in the other unit, when that makes more sense. */
  private Optional<BigDecimal> meant(Pollutant pollutant, BigDecimal median) {
    if (usual(pollutant, median)) {
      return Optional.empty();
    }
    boolean small = median.compareTo(least.get(pollutant)) < 0;
    BigDecimal other = small ? median.multiply(THOUSAND) : median.divide(THOUSAND);
    return Optional.of(other).filter(value -> usual(pollutant, value));
  }

  private boolean usual(Pollutant pollutant, BigDecimal median) {
    return median.compareTo(least.get(pollutant)) >= 0
        && median.compareTo(most.get(pollutant)) <= 0;
  }

  private Doubt doubt(KnownReading known, BigDecimal median, BigDecimal meant) {
    var reading = known.reading();
    return Doubt.of(
        sheet,
        known,
        "当日中位数 %s，疑为单位错误，换算后为 %s".formatted(Wording.value(reading, median), Wording.number(meant)),
        "the day's median is %s: a mistake of the unit? In the other it would be %s"
            .formatted(Wording.value(reading, median), Wording.number(meant)),
        Wording.concentration("value", reading),
        Wording.concentration("median", reading, median),
        Wording.concentration("meant", reading, meant));
  }
}
