package hongyan.service.doors.checks;

import hongyan.geo.place.Datum;
import hongyan.geo.place.Shape;
import hongyan.service.doors.forms.Cell;
import hongyan.service.doors.rejects.Rule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads ground given as a GeoJSON Polygon or MultiPolygon in WGS 84. Nothing is mended: what has a
 * fault is refused with all its faults. One in a shifted datum is refused too: the text is kept as
 * it was sent, and its corners would have to be others.
 */
final class PolygonCheck {

  private PolygonCheck() {}

  /** Returns the text as it was sent, null when the field is absent or after a fault. */
  static @Nullable String read(FieldReader fields, String field, @Nullable Datum datum) {
    Cell cell = fields.cell(field);
    if (cell == null) {
      return null;
    }
    List<String> faults = new ArrayList<>();
    if (cell.kind() != Cell.Kind.OBJECT) {
      faults.add("type: expected a GeoJSON Polygon or MultiPolygon");
    } else {
      Shape.read(cell.text(), (rule, message, at) -> faults.add(rule + ": " + message));
    }
    if (datum == Datum.GCJ02 || datum == Datum.BD09) {
      faults.add("datum: a polygon is taken in WGS 84 or CGCS2000 only");
    }
    if (!faults.isEmpty()) {
      fields.refuse(field, cell.text(), Rule.GEOMETRY_INVALID, String.join("; ", faults));
    }
    return faults.isEmpty() ? cell.text() : null;
  }
}
