package hongyan.pipelines.rules;

import hongyan.pipelines.air.Gbt8170;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Hours at a station that may belong to a dust event (环办监测〔2016〕120号, certainty C). Candidates
 * only: which hours are deducted is decided by the national centre.
 *
 * <p>It starts when PM10 is at least twice the mean of the six hours before and above 150 µg/m³; it
 * ends when PM10 is back within a tenth of that mean, or PM2.5 is more than half of PM10, or no
 * value came for as long as the background takes. Where PM2.5 is not known it does not speak
 * against dust.
 */
public record DustCandidate(
    int backgroundHours,
    int backgroundMin,
    BigDecimal startFactor,
    BigDecimal startAbove,
    BigDecimal endFactor,
    BigDecimal ratio) {

  static final String ID = "dust-candidate";

  /** Reads the settings from their file. */
  public static DustCandidate load() {
    RuleSheet sheet = RuleSheet.load(ID);
    return new DustCandidate(
        sheet.whole("backgroundHours"),
        sheet.whole("backgroundMin"),
        sheet.decimal("startFactor"),
        sheet.decimal("startAbove"),
        sheet.decimal("endFactor"),
        sheet.decimal("ratio"));
  }

  /** Returns the labels of the candidate hours. */
  public Set<Instant> hours(StationHours station) {
    Set<Instant> hours = new TreeSet<>();
    BigDecimal background = null;
    Instant last = Instant.MIN;
    for (Map.Entry<Instant, BigDecimal> entry : station.pm10().entrySet()) {
      Instant label = entry.getKey();
      boolean silent = last.isBefore(label.minus(Duration.ofHours(backgroundHours)));
      if (background == null || silent) {
        background = startedFrom(station.pm10(), label, entry.getValue());
      } else if (entry.getValue().compareTo(background.multiply(endFactor)) <= 0) {
        background = null;
      }
      if (!coarse(entry.getValue(), station.pm25().get(label))) {
        background = null;
      }
      if (background != null) {
        hours.add(label);
      }
      last = label;
    }
    return hours;
  }

  /** Returns the background that an event starting at {@code label} stands out from, or null. */
  private @Nullable BigDecimal startedFrom(
      Map<Instant, BigDecimal> pm10, Instant label, BigDecimal value) {
    List<Instant> before = StationHours.before(pm10, label, backgroundHours);
    if (before.size() < backgroundMin || value.compareTo(startAbove) <= 0) {
      return null;
    }
    BigDecimal mean = Gbt8170.mean(before.stream().map(pm10::get).toList());
    return value.compareTo(mean.multiply(startFactor)) >= 0 ? mean : null;
  }

  private boolean coarse(BigDecimal pm10, @Nullable BigDecimal pm25) {
    return pm25 == null || pm25.compareTo(pm10.multiply(ratio)) <= 0;
  }
}
