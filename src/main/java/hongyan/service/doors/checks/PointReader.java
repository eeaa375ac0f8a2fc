package hongyan.service.doors.checks;

import hongyan.geo.place.Datum;
import hongyan.geo.place.Position;
import hongyan.service.doors.forms.Cell;
import hongyan.service.doors.rejects.Rule;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a place given as a GeoJSON Point; a third coordinate (height) is left aside. */
final class PointReader {
  private static final String EXPECTED = "{\"type\":\"Point\",\"coordinates\":[lon,lat]}";
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private PointReader() {}

  /** Returns the position, null when the field is absent or after a fault. */
  static @Nullable Position read(FieldReader fields, String field, @Nullable Datum datum) {
    Cell cell = fields.cell(field);
    if (cell == null) {
      return null;
    }
    JsonNode coordinates = coordinates(cell);
    if (coordinates == null) {
      fields.refuse(field, cell.text(), Rule.POSITION_INVALID, EXPECTED);
      return null;
    }
    BigDecimal lon = coordinate(fields, field, coordinates.get(0));
    BigDecimal lat = coordinate(fields, field, coordinates.get(1));
    return lon == null || lat == null
        ? null
        : Coordinates.position(fields, field, field, lon, lat, datum);
  }

  private static @Nullable JsonNode coordinates(Cell cell) {
    try {
      JsonNode point = cell.kind() == Cell.Kind.OBJECT ? MAPPER.readTree(cell.text()) : null;
      if (point == null || !point.path("type").asString("").equals("Point")) {
        return null;
      }
      JsonNode coordinates = point.path("coordinates");
      boolean pair = coordinates.isArray() && coordinates.size() >= 2 && coordinates.size() <= 3;
      return pair && coordinates.get(0).isNumber() && coordinates.get(1).isNumber()
          ? coordinates
          : null;
    } catch (JacksonException twiceTheSameKey) {
      return null;
    }
  }

  private static @Nullable BigDecimal coordinate(FieldReader fields, String field, JsonNode node) {
    Decimal decimal = Decimal.parse(node.asString());
    if (decimal.fault() != null) {
      fields.refuse(field, node.asString(), decimal.fault(), null);
    }
    return decimal.value();
  }
}
