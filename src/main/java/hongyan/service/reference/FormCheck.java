package hongyan.service.reference;

import hongyan.geo.place.Position;
import hongyan.service.api.GeoJson;
import hongyan.service.errors.Refused;
import hongyan.service.errors.Refused.Fault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks a form that somebody sent, all of it before it refuses. What a check returns is only good
 * after {@link #complete()} has passed.
 */
final class FormCheck {
  private static final Position NOWHERE = new Position(0, 0);

  private final List<Fault> faults = new ArrayList<>();

  void sameId(String inPath, @Nullable String inBody) {
    if (inBody != null && !inBody.equals(inPath)) {
      faults.add(Fault.of("id", inBody, "id-differs", "the address says " + inPath));
    }
  }

  String required(String field, @Nullable String value) {
    if (value == null || value.isBlank()) {
      faults.add(Fault.of(field, value, "required", "is required"));
      return "";
    }
    return value;
  }

  <T> T present(String field, @Nullable T value, T otherwise) {
    if (value == null) {
      faults.add(Fault.of(field, null, "required", "is required"));
      return otherwise;
    }
    return value;
  }

  String oneOf(String field, @Nullable String value, String... allowed) {
    if (value == null || !List.of(allowed).contains(value)) {
      faults.add(
          Fault.of(
              field,
              value,
              "not-in-vocabulary",
              "one of %s is wanted".formatted(Arrays.toString(allowed))));
      return "";
    }
    return value;
  }

  Position position(String field, GeoJson.@Nullable Point point) {
    if (point == null
        || !"Point".equals(point.type())
        || point.coordinates() == null
        || point.coordinates().size() < 2) {
      faults.add(Fault.of(field, point, "required", "a GeoJSON Point with [lon, lat] is wanted"));
      return NOWHERE;
    }
    try {
      return new Position(point.coordinates().get(0), point.coordinates().get(1));
    } catch (IllegalArgumentException outside) {
      faults.add(
          Fault.of(
              field,
              point.coordinates(),
              "coordinate-out-of-range",
              String.valueOf(outside.getMessage())));
      return NOWHERE;
    }
  }

  void add(Fault fault) {
    faults.add(fault);
  }

  /** Throws {@link Refused} with every fault, if there is any. */
  void complete() {
    if (!faults.isEmpty()) {
      throw new Refused(faults);
    }
  }
}
