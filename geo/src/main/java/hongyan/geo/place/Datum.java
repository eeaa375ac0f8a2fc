package hongyan.geo.place;

import java.util.Locale;
import java.util.Optional;

/**
 * The datums in which coordinates from China arrive, and the way from each to WGS 84.
 *
 * <ul>
 *   <li>{@link #CGCS2000} (EPSG:4490) differs from WGS 84 by centimetres and is taken as equal.
 *   <li>{@link #GCJ02} is what phones and Chinese map services give: WGS 84 shifted by up to about
 *       700 m. Its formula was never published officially; this is the one that all open converters
 *       share (first by way of the EvilTransform project). It has no closed inverse, so the inverse
 *       is iterated until it stands still, well below a centimetre of the shared formula.
 *   <li>{@link #BD09} is Baidu's own shift on top of GCJ-02. Its common inverse is itself
 *       approximate, by less than a metre.
 * </ul>
 *
 * <p>The shifted datums are taken as WGS 84 outside the rectangle 72.004 to 137.8347 E, 0.8293 to
 * 55.8271 N, as the open converters do; the rectangle takes in land of the neighbours too, which is
 * no matter for a city inside China. Pure and thread-safe.
 */
public enum Datum {
  WGS84,
  CGCS2000,
  GCJ02,
  BD09;

  /**
   * Returns the position on WGS 84 of a coordinate pair in this datum.
   *
   * @throws IllegalArgumentException if the pair is no place on earth
   */
  public Position toWgs84(double lon, double lat) {
    Position given = new Position(lon, lat);
    return switch (this) {
      case WGS84, CGCS2000 -> given;
      case GCJ02 -> ShiftedDatums.fromGcj02(given);
      case BD09 -> ShiftedDatums.fromGcj02(ShiftedDatums.gcj02FromBd09(given));
    };
  }

  /**
   * Finds a datum by the names that are in use: {@code WGS84}, {@code EPSG:4326}, {@code GCJ-02},
   * {@code bd09}, {@code EPSG:4490}, ... Case, blanks, hyphens and colons do not matter.
   */
  public static Optional<Datum> findByCode(String code) {
    return switch (code.toUpperCase(Locale.ROOT).replaceAll("[\\s:_-]", "")) {
      case "WGS84", "EPSG4326", "CRS84", "OGCCRS84" -> Optional.of(WGS84);
      case "CGCS2000", "EPSG4490" -> Optional.of(CGCS2000);
      case "GCJ02" -> Optional.of(GCJ02);
      case "BD09", "BD09LL" -> Optional.of(BD09);
      default -> Optional.empty();
    };
  }
}
