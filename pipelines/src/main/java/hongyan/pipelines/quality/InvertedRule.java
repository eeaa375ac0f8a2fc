package hongyan.pipelines.quality;

import hongyan.pipelines.air.Pollutant;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Rule {@code pm-inverted} (颗粒物倒挂): PM2.5, which is a part of PM10, above it by more than two
 * instruments beside each other may differ. Either of the two may be wrong, so both are in doubt.
 *
 * <p>False in fog and high humidity, where the two instruments' heaters dry the air differently,
 * and at low values, where the noise of both adds up.
 */
final class InvertedRule {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final QualitySheet sheet = QualitySheet.load("pm-inverted");
  private final BigDecimal percent = sheet.get("percent");
  private final BigDecimal amount = sheet.get("amount");

  List<Doubt> check(DayReadings day) {
    List<Doubt> doubts = new ArrayList<>();
    var coarse = day.hourly(Pollutant.PM10);
    for (KnownReading fine : day.hourly(Pollutant.PM25).values()) {
      KnownReading whole = coarse.get(fine.reading().time());
      if (whole != null && day.owns(fine) && inverted(fine, whole)) {
        doubts.add(doubt(fine, fine, whole));
        doubts.add(doubt(whole, fine, whole));
      }
    }
    return doubts;
  }

  private boolean inverted(KnownReading fine, KnownReading whole) {
    BigDecimal pm10 = whole.reading().value();
    BigDecimal more = fine.reading().value().subtract(pm10);
    BigDecimal share = pm10.multiply(percent).divide(HUNDRED);
    return more.compareTo(amount) > 0 && more.compareTo(share) > 0;
  }

  private Doubt doubt(KnownReading about, KnownReading fine, KnownReading whole) {
    return Doubt.of(
        sheet,
        about,
        "%s 高于 %s".formatted(Wording.value(fine.reading()), Wording.value(whole.reading())),
        "%s is above %s".formatted(Wording.value(fine.reading()), Wording.value(whole.reading())),
        Wording.concentration("PM2.5", fine.reading()),
        Wording.concentration("PM10", whole.reading()),
        new DoubtNumber("percent", percent, "%"),
        Wording.concentration("amount", fine.reading(), amount));
  }
}
