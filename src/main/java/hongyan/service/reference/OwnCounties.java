package hongyan.service.reference;

import hongyan.geo.city.City;
import hongyan.geo.place.County;
import hongyan.geo.place.Position;
import hongyan.geo.place.Shape;
import hongyan.pipelines.series.Scope;
import hongyan.service.accounts.WhoAsks;
import hongyan.service.errors.Forbidden;
import java.util.List;
import org.springframework.stereotype.Component;

/** Holds who asks to the counties that they work for, by where a thing lies. */
@Component
class OwnCounties {
  private final WhoAsks whoAsks;
  private final City city;

  OwnCounties(WhoAsks whoAsks, City city) {
    this.whoAsks = whoAsks;
    this.city = city;
  }

  /** Throws {@link Forbidden} unless {@code position} lies in a county of theirs. */
  void require(Position position) {
    require(city.counties().covering(position).stream().toList());
  }

  /**
   * Throws {@link Forbidden} unless a polygon has ground in counties of theirs, and in no other.
   *
   * @param geometry GeoJSON that has been checked
   */
  void require(String geometry) {
    Scope scope = whoAsks.get().scope();
    if (!scope.isEverything()) {
      require(city.counties().under(Shape.of(geometry)));
    }
  }

  private void require(List<County> counties) {
    Scope scope = whoAsks.get().scope();
    if (scope.isEverything()) {
      return;
    }
    if (counties.isEmpty()) {
      throw new Forbidden("不在本市任何县市区 (it lies in no county; the whole city may)");
    }
    for (County county : counties) {
      if (!scope.covers(county.adcode())) {
        throw new Forbidden(
            "%s（%s）不在您的县市区范围 (%2$s is not one of your counties)"
                .formatted(county.name(), county.adcode()));
      }
    }
  }
}
