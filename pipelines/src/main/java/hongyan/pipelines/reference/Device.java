package hongyan.pipelines.reference;

import hongyan.geo.place.Position;
import org.jspecify.annotations.Nullable;

/**
 * A registered instrument, camera, recorder, boundary marker or box.
 *
 * @param kind what it is: {@code camera}, {@code recorder}, {@code light-sensor}, {@code marker},
 *     {@code box}, {@code tag}, ...
 * @param station the station that it belongs to, or null
 * @param gpsErrorMetres how far its own position may lie off, or null where nobody said
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
    @Nullable Double gpsErrorMetres,
    @Nullable String locationDocument,
    @Nullable String calibrationCertificate,
    @Nullable String reviewDocument) {

  /** A device of which nobody said how far its own position may lie off, without documents. */
  public Device(String id, String name, String kind, Position position, @Nullable String station) {
    this(id, name, kind, position, station, null);
  }

  /** A device without documents. */
  public Device(
      String id,
      String name,
      String kind,
      Position position,
      @Nullable String station,
      @Nullable Double gpsErrorMetres) {
    this(id, name, kind, position, station, gpsErrorMetres, null, null, null);
  }

  /**
   * Returns whether what it records may become evidence: Administrative Penalty Law (2021), article
   * 41.
   */
  public boolean isDocumented() {
    return locationDocument != null && calibrationCertificate != null && reviewDocument != null;
  }
}
