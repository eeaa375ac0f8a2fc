package hongyan.service.footprint;

import hongyan.geo.footprint.FootprintReport;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A check as it was answered.
 *
 * @param by account of the person who asked
 * @param project as they called it
 * @param geometrySha256 of the ground that was checked, with its buffer, as GeoJSON
 * @param geometry that ground
 */
record KeptCheck(
    String id,
    Instant at,
    String by,
    @Nullable String project,
    String geometrySha256,
    FootprintReport report,
    String geometry) {

  /** Returns whether the other one asks about the same ground, distances and day. */
  boolean asksTheSameAs(KeptCheck other) {
    return geometrySha256.equals(other.geometrySha256)
        && report.bufferMetres() == other.report.bufferMetres()
        && report.nearMetres() == other.report.nearMetres()
        && report.day().equals(other.report.day());
  }
}
