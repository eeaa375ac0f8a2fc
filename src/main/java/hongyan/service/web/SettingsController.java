package hongyan.service.web;

import hongyan.geo.city.City;
import hongyan.geo.law.Article7;
import hongyan.geo.law.Words;
import hongyan.geo.place.CivilTime;
import hongyan.geo.place.County;
import hongyan.pipelines.air.AqiScale;
import hongyan.pipelines.air.AqiStandard;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What every page needs to know before it shows anything; open to everybody. */
@Tag(name = "pages")
@RestController
@RequestMapping("/api/v1/public")
class SettingsController {
  private static final CacheControl FOR_AN_HOUR = CacheControl.maxAge(Duration.ofHours(1));

  private final City city;
  private final Article7 law;
  private final TileSettings tiles;
  private final Clock clock;

  SettingsController(City city, Article7 law, TileSettings tiles, Clock clock) {
    this.city = city;
    this.law = law;
    this.tiles = tiles;
    this.clock = clock;
  }

  /** Words and numbers that the pages would else have to keep a second copy of. */
  record Settings(
      Instant now,
      CityView city,
      List<County> counties,
      RegulationView regulation,
      List<ConductView> conducts,
      List<DepartmentView> departments,
      AqiView aqi,
      @Nullable TileView tiles) {}

  record CityView(String adcode, String name) {}

  record RegulationView(String title, String titleEn, int article, LocalDate dateOfEffect) {}

  record ConductView(String code, int item, String name, String nameEn) {}

  record DepartmentView(String code, String name, String nameEn) {}

  /** The index of today with the names and colours of its levels. */
  record AqiView(String standard, List<AqiScale.AqiLevel> levels) {}

  record TileView(String url, String attribution, int maxZoom) {}

  @Operation(summary = "City, counties, conducts, AQI levels and tile service, for the pages")
  @GetMapping("/settings")
  Settings settings() {
    Instant now = clock.instant();
    AqiStandard aqi = AqiStandard.at(LocalDate.ofInstant(now, CivilTime.ZONE));
    var regulation = law.regulation();
    String url = tiles.url();
    return new Settings(
        now,
        new CityView(city.adcode(), city.name()),
        city.counties().list(),
        new RegulationView(
            regulation.title(),
            regulation.titleEn(),
            regulation.article(),
            regulation.dateOfEffect()),
        conducts(),
        departments(),
        new AqiView(aqi.id(), aqi.scale().levels()),
        url == null ? null : new TileView(url, tiles.attribution(), tiles.maxZoom()));
  }

  private List<ConductView> conducts() {
    return law.list().stream()
        .map(
            conduct ->
                new ConductView(
                    conduct.code(), conduct.item(), conduct.name().zh(), conduct.name().en()))
        .toList();
  }

  private List<DepartmentView> departments() {
    return law.list().stream()
        .map(conduct -> conduct.department())
        .distinct()
        .map(
            department -> {
              Words name = department.name();
              return new DepartmentView(department.code(), name.zh(), name.en());
            })
        .toList();
  }

  @Operation(summary = "The ground of the maps as GeoJSON: counties or rivers")
  @GetMapping(path = "/base/{layer:counties|rivers}", produces = "application/geo+json")
  ResponseEntity<InputStreamResource> base(@PathVariable String layer) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/geo+json"))
        .cacheControl(FOR_AN_HOUR)
        .body(new InputStreamResource(city.resource(layer + ".geojson")));
  }
}
