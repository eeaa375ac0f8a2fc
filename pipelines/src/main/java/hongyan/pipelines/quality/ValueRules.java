package hongyan.pipelines.quality;

import hongyan.pipelines.air.Flag;
import hongyan.pipelines.air.Pollutant;
import hongyan.pipelines.air.Reading;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The rules that one value by itself can break.
 *
 * <p>{@code range}: above what the instruments can measure, so whatever it is, it is no
 * measurement. False when an instrument of a wider range was put up. {@code negative}: below zero;
 * false never as a concentration, but within the control limits of the zero drift it says that the
 * air was clean. {@code zero}: exactly zero; false in very clean air with a coarse instrument.
 * {@code by-hand}: the sender says that a person entered it (flag S), which HJ 212 leaves to a
 * person to decide.
 */
final class ValueRules {
  private final QualitySheet range = QualitySheet.load("range");
  private final Map<Pollutant, BigDecimal> most = range.each("most");
  private final QualitySheet negative = QualitySheet.load("negative");
  private final QualitySheet zero = QualitySheet.load("zero");
  private final QualitySheet byHand = QualitySheet.load("by-hand");

  List<Doubt> check(DayReadings day) {
    List<Doubt> doubts = new ArrayList<>();
    for (KnownReading known : day.own()) {
      if (known.reading().flag() == Flag.S) {
        doubts.add(byHand(known));
      }
    }
    for (KnownReading known : day.normal()) {
      Reading reading = known.reading();
      BigDecimal limit = most.get(reading.pollutant());
      if (reading.value().compareTo(limit) > 0) {
        doubts.add(beyond(known, limit));
      } else if (reading.value().signum() < 0) {
        doubts.add(
            Doubt.of(
                negative,
                known,
                Wording.value(reading) + " 为负值",
                Wording.value(reading) + " is below zero",
                Wording.concentration("value", reading)));
      } else if (reading.value().signum() == 0) {
        doubts.add(
            Doubt.of(
                zero,
                known,
                reading.pollutant().code() + " 为零值",
                reading.pollutant().code() + " is exactly zero",
                Wording.concentration("value", reading)));
      }
    }
    return doubts;
  }

  private Doubt beyond(KnownReading known, BigDecimal limit) {
    Reading reading = known.reading();
    return Doubt.of(
        range,
        known,
        "%s 超出仪器量程上限 %s".formatted(Wording.value(reading), Wording.number(limit)),
        "%s is beyond the instrument's range, %s"
            .formatted(Wording.value(reading), Wording.number(limit)),
        Wording.concentration("value", reading),
        Wording.concentration("most", reading, limit));
  }

  private Doubt byHand(KnownReading known) {
    Reading reading = known.reading();
    return Doubt.of(
        byHand,
        known,
        "%s 为手工输入（标记 S），需人工判定".formatted(Wording.value(reading)),
        "%s was entered by hand (flag S): a person has to decide".formatted(Wording.value(reading)),
        Wording.concentration("value", reading));
  }
}
