package hongyan.pipelines.quality;

import hongyan.pipelines.air.Pollutant;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * Rule {@code spike}: one hour that jumps and returns, up or down, against both the hour before and
 * the hour after, by a factor and by an amount.
 *
 * <p>False when the air itself does so: fireworks, a fire beside the station, a short burst of
 * dust, a shower that washes out one hour. A spike of two hours is not seen.
 */
final class SpikeRule {
  private static final Duration HOUR = Duration.ofHours(1);

  private final QualitySheet sheet = QualitySheet.load("spike");
  private final Map<Pollutant, BigDecimal> jumps = sheet.each("jump");
  private final BigDecimal factor = sheet.get("factor");

  List<Doubt> check(DayReadings day) {
    List<Doubt> doubts = new ArrayList<>();
    for (Pollutant pollutant : Pollutant.values()) {
      NavigableMap<Instant, KnownReading> hourly = day.hourly(pollutant);
      for (KnownReading known : hourly.values()) {
        KnownReading before = hourly.get(known.reading().time().minus(HOUR));
        KnownReading after = hourly.get(known.reading().time().plus(HOUR));
        if (day.owns(known) && before != null && after != null) {
          judge(known, before, after).ifPresent(doubts::add);
        }
      }
    }
    return doubts;
  }

  private Optional<Doubt> judge(KnownReading known, KnownReading before, KnownReading after) {
    BigDecimal value = known.reading().value();
    BigDecimal one = before.reading().value();
    BigDecimal other = after.reading().value();
    BigDecimal jump = jumps.get(known.reading().pollutant());
    boolean up = stands(value, one.max(other), jump);
    boolean down = stands(one.min(other), value, jump);
    return up || down ? Optional.of(spike(known, before, after)) : Optional.empty();
  }

  private boolean stands(BigDecimal high, BigDecimal low, BigDecimal jump) {
    return high.subtract(low).compareTo(jump) >= 0 && high.compareTo(low.multiply(factor)) >= 0;
  }

  private Doubt spike(KnownReading known, KnownReading before, KnownReading after) {
    var reading = known.reading();
    String one = Wording.number(before.reading().value());
    String other = Wording.number(after.reading().value());
    return Doubt.of(
        sheet,
        known,
        "%s 突变后恢复：前一小时 %s，后一小时 %s".formatted(Wording.value(reading), one, other),
        "%s jumps and returns: %s the hour before, %s the hour after"
            .formatted(Wording.value(reading), one, other),
        Wording.concentration("value", reading),
        Wording.concentration("before", before.reading()),
        Wording.concentration("after", after.reading()),
        Wording.concentration("jump", reading, jumps.get(reading.pollutant())),
        new DoubtNumber("factor", factor, "1"));
  }
}
