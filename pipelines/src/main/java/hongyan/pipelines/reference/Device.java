package hongyan.pipelines.reference;

import hongyan.geo.place.Position;
import org.jspecify.annotations.Nullable;

/**
 * A registered instrument, camera, recorder, boundary marker or box.
 *
 * @param kind what it is, for example {@code camera}, {@code marker}
 * @param station the station that it belongs to, or null
 * @param locationDocument the notice that published its place, or null
 * @param calibrationCertificate its certificate of calibration, or null
 * @param reviewDocument the document of its legal and technical review, or null
 */
public record Device(
    String id,
    String name,
    String kind,
    Position position,
    @Nullable String station,
    @Nullable String locationDocument,
    @Nullable String calibrationCertificate,
    @Nullable String reviewDocument) {

  /** A device without documents. */
  public Device(String id, String name, String kind, Position position, @Nullable String station) {
    this(id, name, kind, position, station, null, null, null);
  }

  /**
   * Returns whether what it records may become evidence: Administrative Penalty Law (2021), article
   * 41.
   */
  public boolean isDocumented() {
    return locationDocument != null && calibrationCertificate != null && reviewDocument != null;
  }
}
