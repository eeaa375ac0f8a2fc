package hongyan.service.alerts;

import hongyan.geo.place.Position;
import hongyan.pipelines.alerts.Alert;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is needed of an alert to set it beside another. */
public record CaseSummary(
    String id,
    String conduct,
    Instant time,
    @Nullable String county,
    @Nullable Position position,
    String state,
    @Nullable String mergedInto) {

  static CaseSummary of(StoredAlert stored) {
    Alert alert = stored.alert();
    return new CaseSummary(
        alert.id(),
        alert.conduct(),
        alert.time(),
        alert.county(),
        alert.position(),
        stored.state().code(),
        stored.standing().mergedInto());
  }
}
