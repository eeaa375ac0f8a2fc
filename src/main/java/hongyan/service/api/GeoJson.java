package hongyan.service.api;

import hongyan.geo.place.Position;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The GeoJSON (RFC 7946) that the API gives and takes. WGS 84, longitude first. */
public final class GeoJson {

  /** A point; {@code coordinates} is [lon, lat]. */
  public record Point(String type, List<Double> coordinates) {

    public static Point of(Position position) {
      return new Point("Point", List.of(position.lon(), position.lat()));
    }
  }

  /** A feature; {@code geometry} is null where the thing has no place. */
  public record Feature(String type, String id, @Nullable Object geometry, Object properties) {

    public static Feature of(String id, @Nullable Object geometry, Object properties) {
      return new Feature("Feature", id, geometry, properties);
    }
  }

  private GeoJson() {}

  /** Returns the collection of {@code features} as a GeoJSON object. */
  public static Map<String, Object> collection(List<Feature> features) {
    return Map.of("type", "FeatureCollection", "features", features);
  }
}
