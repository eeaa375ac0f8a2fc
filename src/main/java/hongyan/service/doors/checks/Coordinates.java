package hongyan.service.doors.checks;

import hongyan.geo.place.Datum;
import hongyan.geo.place.Position;
import hongyan.service.doors.rejects.Rule;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns a pair of coordinates into a position. A pair that is wrong is refused and never mended: a
 * bird that is moved is a false witness.
 */
final class Coordinates {
  private static final String DATUMS = "WGS84 EPSG:4326 CGCS2000 GCJ-02 BD-09";
  private static final BigDecimal NINETY = BigDecimal.valueOf(90);
  private static final BigDecimal HALF_TURN = BigDecimal.valueOf(180);

  private Coordinates() {}

  /** Returns the datum that the field names; WGS 84 where it names none; null after a fault. */
  static @Nullable Datum datum(FieldReader fields, String field) {
    String name = fields.text(field, FieldReader.NAME_LENGTH);
    if (name == null) {
      return Datum.WGS84;
    }
    Optional<Datum> datum = Datum.findByCode(name);
    if (datum.isEmpty()) {
      fields.refuse(field, name, Rule.GEODETIC_DATUM_INVALID, DATUMS);
    }
    return datum.orElse(null);
  }

  /**
   * Returns the position on WGS 84, or null after a fault.
   *
   * @param lonField the name that a fault of the longitude is reported under
   */
  static @Nullable Position position(
      FieldReader fields,
      String lonField,
      String latField,
      BigDecimal lon,
      BigDecimal lat,
      @Nullable Datum datum) {
    boolean lonFits = lon.abs().compareTo(HALF_TURN) <= 0;
    boolean latFits = lat.abs().compareTo(NINETY) <= 0;
    if (!latFits && lat.abs().compareTo(HALF_TURN) <= 0 && lon.abs().compareTo(NINETY) <= 0) {
      String pair = lat + " (" + lonField + " " + lon + ")";
      fields.refuse(latField, pair, Rule.PRESUMED_SWAPPED_COORDINATE, null);
    } else if (!latFits) {
      fields.refuse(latField, lat.toString(), Rule.COORDINATE_OUT_OF_RANGE, "[-90, 90]");
    } else if (!lonFits) {
      fields.refuse(lonField, lon.toString(), Rule.COORDINATE_OUT_OF_RANGE, "[-180, 180]");
    } else if (lon.signum() == 0 && lat.signum() == 0) {
      fields.refuse(latField, "0", Rule.ZERO_COORDINATE, null);
    } else if (datum != null) {
      return datum.toWgs84(lon.doubleValue(), lat.doubleValue());
    }
    return null;
  }
}
