package hongyan.pipelines.quality;

import hongyan.pipelines.air.Averaging;
import hongyan.pipelines.air.CivilDay;
import hongyan.pipelines.air.Reading;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules about the sender's clock.
 *
 * <p>{@code clock-ahead}: the end of the period lies after the moment of arrival. False when our
 * own clock is behind. {@code off-hour}: an hourly mean that does not end on the full hour, so it
 * is no hour's mean. False when the sender labels an hour by its middle or its last minute.
 */
final class ClockRules {
  private final QualitySheet ahead = QualitySheet.load("clock-ahead");
  private final Duration tolerance = Duration.ofMinutes(ahead.get("minutes").intValueExact());
  private final QualitySheet offHour = QualitySheet.load("off-hour");

  List<Doubt> check(DayReadings day) {
    List<Doubt> doubts = new ArrayList<>();
    for (KnownReading known : day.normal()) {
      Reading reading = known.reading();
      Duration early = Duration.between(reading.receipt().receivedAt(), reading.time());
      if (early.compareTo(tolerance) > 0) {
        doubts.add(ahead(known, early));
      }
      if (reading.averaging() == Averaging.PT1H
          && !CivilDay.hourOf(reading.time()).equals(reading.time())) {
        doubts.add(offHour(known));
      }
    }
    return doubts;
  }

  private Doubt ahead(KnownReading known, Duration early) {
    Reading reading = known.reading();
    return Doubt.of(
        ahead,
        known,
        "时间 %s 晚于接收时间 %d 分钟".formatted(Wording.moment(reading.time()), early.toMinutes()),
        "its time, %s, is %d minutes after its arrival"
            .formatted(Wording.moment(reading.time()), early.toMinutes()),
        new DoubtNumber("early", BigDecimal.valueOf(early.toMinutes()), "min"),
        new DoubtNumber("minutes", ahead.get("minutes"), "min"));
  }

  private Doubt offHour(KnownReading known) {
    Reading reading = known.reading();
    long past = 60 - Duration.between(reading.time(), CivilDay.hourOf(reading.time())).toMinutes();
    return Doubt.of(
        offHour,
        known,
        "小时均值的时间 %s 不是整点".formatted(Wording.moment(reading.time())),
        "an hourly mean that ends at %s, which is no full hour"
            .formatted(Wording.moment(reading.time())),
        new DoubtNumber("past", BigDecimal.valueOf(past), "min"));
  }
}
