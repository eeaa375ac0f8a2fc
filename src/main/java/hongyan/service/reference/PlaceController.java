package hongyan.service.reference;

import hongyan.geo.city.City;
import hongyan.geo.place.County;
import hongyan.geo.place.Datum;
import hongyan.geo.place.Position;
import hongyan.geo.zones.Placement;
import hongyan.service.api.ZoneRefView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Counties, and where a position lies. */
@Tag(name = "reference")
@RestController
@RequestMapping("/api/v1")
class PlaceController {
  private final ReferenceBook book;
  private final City city;
  private final Clock clock;

  PlaceController(ReferenceBook book, City city, Clock clock) {
    this.book = book;
    this.city = city;
    this.clock = clock;
  }

  /**
   * Where a position lies.
   *
   * @param county null outside the city
   * @param position the same in WGS 84, [lon, lat]
   */
  record Location(@Nullable County county, List<ZoneRefView> zones, List<Double> position) {}

  @Operation(summary = "The counties of the city")
  @GetMapping("/counties")
  List<County> counties() {
    return city.counties().list();
  }

  @Operation(summary = "County and zones of a position at a moment (now, if none is named)")
  @GetMapping("/locate")
  Location locate(
      @RequestParam double lon,
      @RequestParam double lat,
      @RequestParam(defaultValue = "WGS84") String datum,
      @RequestParam(required = false) @Nullable Instant at) {
    Position position =
        Datum.findByCode(datum)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "datum=%s: WGS84, CGCS2000, GCJ02 or BD09".formatted(datum)))
            .toWgs84(lon, lat);
    Placement placement = book.current().place(position, at == null ? clock.instant() : at);
    County county =
        placement.county() == null ? null : city.counties().find(placement.county()).orElse(null);
    return new Location(
        county, ZoneRefView.listOf(placement), List.of(position.lon(), position.lat()));
  }
}
