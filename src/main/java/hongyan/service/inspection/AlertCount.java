package hongyan.service.inspection;

import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.alerts.AlertKind;
import org.jspecify.annotations.Nullable;

/**
 * How many alerts of one kind, conduct, item and county there were.
 *
 * @param conduct as {@link Alert#conduct()} has it
 * @param item item of Article 7, or null where it is not a violation
 * @param county adcode, or null where the alert has none
 */
public record AlertCount(
    AlertKind kind, String conduct, @Nullable Integer item, @Nullable String county, int count) {

  /** Returns one alert as a count. */
  static AlertCount of(Alert alert) {
    return new AlertCount(alert.kind(), alert.conduct(), alert.item(), alert.county(), 1);
  }
}
