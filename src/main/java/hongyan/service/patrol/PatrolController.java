package hongyan.service.patrol;

import hongyan.geo.city.City;
import hongyan.geo.patrol.Coverage;
import hongyan.geo.patrol.NearPoint;
import hongyan.geo.patrol.PatrolIndex;
import hongyan.geo.patrol.PatrolPoint;
import hongyan.geo.patrol.PatrolSheet;
import hongyan.geo.place.Bounds;
import hongyan.geo.place.CivilTime;
import hongyan.geo.place.Datum;
import hongyan.geo.place.Position;
import hongyan.geo.place.Shape;
import hongyan.geo.zones.Seasons;
import hongyan.geo.zones.Zone;
import hongyan.geo.zones.ZoneKind;
import hongyan.pipelines.reference.Reference;
import hongyan.pipelines.reference.ReferenceLog;
import hongyan.pipelines.series.Page;
import hongyan.pipelines.series.Paging;
import hongyan.service.accounts.Role;
import hongyan.service.accounts.WhoAsks;
import hongyan.service.api.BoundedBody;
import hongyan.service.api.ListOptions;
import hongyan.service.errors.Forbidden;
import hongyan.service.errors.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Patrol points: entered all at once, listed, drawn, the nearest one, coverage of flyways. */
@Tag(name = "patrol")
@RestController
@RequestMapping("/api/v1/patrol")
class PatrolController {
  private static final int MOST_BYTES = 48 << 20;

  private final PatrolLayer layer;
  private final ReferenceLog reference;
  private final City city;
  private final WhoAsks whoAsks;
  private final Clock clock;

  PatrolController(
      PatrolLayer layer, ReferenceLog reference, City city, WhoAsks whoAsks, Clock clock) {
    this.layer = layer;
    this.reference = reference;
    this.city = city;
    this.whoAsks = whoAsks;
    this.clock = clock;
  }

  /**
   * What became of a body.
   *
   * @param duplicates ids that came more than once in it; the last one holds
   * @param points how many there are now
   */
  record Account(
      int accepted, int duplicates, int rejected, List<PointForms.Fault> errors, int points) {}

  /** A patrol point near a position. */
  record Nearest(PatrolPoint point, double metres, String cell) {

    static Nearest of(NearPoint near) {
      return new Nearest(near.point(), near.metres(), near.point().cell());
    }
  }

  /** How well one flyway in season is covered. */
  record FlywayCoverage(
      String id,
      String name,
      int version,
      double hectares,
      double share,
      int points,
      double pointsPerSquareKilometre) {}

  /**
   * Coverage of the flyways that are in season on a day.
   *
   * @param metres ground within this distance of a point is covered
   * @param share of the area of all of them
   */
  record CoverageView(
      LocalDate day, double metres, double share, List<FlywayCoverage> items, String sheet) {}

  @Operation(
      summary = "Enters patrol points: CSV (id,kind,lon,lat,cell,county), NDJSON or GeoJSON",
      description =
          "Points that are there are changed; replace=true takes away all that the body does not"
              + " name, and is refused as a whole when any line is wrong.",
      requestBody =
          @RequestBody(
              required = true,
              content = {
                @Content(mediaType = "text/csv"),
                @Content(mediaType = "application/x-ndjson"),
                @Content(mediaType = "application/geo+json")
              }))
  @PutMapping("/points")
  Account put(HttpServletRequest request, @RequestParam(defaultValue = "false") boolean replace) {
    if (!whoAsks.get().has(Role.FORESTRY)) {
      throw new Forbidden("patrol points are entered by the forestry bureau");
    }
    PointForms forms = new PointForms(city.counties());
    forms.read(BoundedBody.read(request, MOST_BYTES));
    if (replace && forms.rejected() > 0 || forms.points().isEmpty()) {
      throw new Refused(
          forms.faults().stream()
              .limit(100)
              .map(
                  fault ->
                      Refused.Fault.of(
                          fault.field(),
                          fault.value(),
                          fault.rule(),
                          "line %d: %s".formatted(fault.line(), fault.message())))
              .toList());
    }
    layer.put(forms.points(), replace);
    return new Account(
        forms.points().size(),
        forms.doubled(),
        forms.rejected(),
        forms.faults(),
        index().points().size());
  }

  @Operation(summary = "Patrol points by id; bbox is west,south,east,north")
  @GetMapping("/points")
  Page<PatrolPoint> list(
      @RequestParam(required = false) @Nullable Bounds bbox,
      @RequestParam(required = false) @Nullable String cell,
      @ParameterObject ListOptions options) {
    Paging paging = options.paging();
    String after = paging.cursor();
    List<PatrolPoint> found =
        index().points().stream()
            .filter(point -> after == null || point.id().compareTo(after) > 0)
            .filter(point -> cell == null || point.cell().equals(cell))
            .filter(point -> bbox == null || bbox.holds(point.position()))
            .limit(paging.limit() + 1L)
            .toList();
    boolean more = found.size() > paging.limit();
    List<PatrolPoint> page = more ? found.subList(0, paging.limit()) : found;
    return new Page<>(page, more ? page.get(page.size() - 1).id() : null);
  }

  @Operation(
      summary = "All points for a map to draw: longitude and latitude as 32-bit floats",
      description = "Little endian, in pairs, in the order of the ids. With ETag.")
  @GetMapping(path = "/points.f32", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  ResponseEntity<byte[]> floats() {
    PatrolLayer.Snapshot snapshot = layer.snapshot();
    return ResponseEntity.ok()
        .eTag('"' + snapshot.tag() + '"')
        .cacheControl(CacheControl.noCache())
        .body(snapshot.floats());
  }

  @Operation(summary = "The patrol point nearest to a position, with its grid cell")
  @GetMapping("/nearest")
  Nearest nearest(
      @RequestParam double lon,
      @RequestParam double lat,
      @RequestParam(defaultValue = "WGS84") String datum) {
    Position at =
        Datum.findByCode(datum)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "datum=%s: WGS84, CGCS2000, GCJ02 or BD09".formatted(datum)))
            .toWgs84(lon, lat);
    return layer
        .findNearest(at)
        .map(Nearest::of)
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    "no patrol point within %.0f km"
                        .formatted(PatrolSheet.SHEET.mostNearestMetres() / 1_000)));
  }

  @Operation(summary = "How well patrol points cover the flyways that are in season on a day")
  @GetMapping("/coverage")
  CoverageView coverage(@RequestParam(required = false) @Nullable Instant at) {
    Instant moment = at == null ? clock.instant() : at;
    LocalDate day = LocalDate.ofInstant(moment, CivilTime.ZONE);
    Reference known = reference.current();
    List<FlywayCoverage> flyways =
        known.zones().stream()
            .filter(zone -> zone.kind() == ZoneKind.FLYWAY)
            .filter(zone -> known.findZone(zone.id(), moment).filter(zone::equals).isPresent())
            .filter(zone -> !Seasons.listOn(zone.seasons(), day).isEmpty())
            .flatMap(zone -> known.findShape(zone).map(shape -> coverage(zone, shape)).stream())
            .toList();
    double hectares = flyways.stream().mapToDouble(FlywayCoverage::hectares).sum();
    double covered =
        flyways.stream().mapToDouble(flyway -> flyway.hectares() * flyway.share()).sum();
    return new CoverageView(
        day,
        PatrolSheet.SHEET.coverMetres(),
        hectares == 0 ? 0 : covered / hectares,
        flyways,
        PatrolSheet.SHEET.version());
  }

  private FlywayCoverage coverage(Zone zone, Shape shape) {
    Coverage coverage = Coverage.of(shape, index(), PatrolSheet.SHEET);
    return new FlywayCoverage(
        zone.id(),
        zone.name(),
        zone.version(),
        coverage.hectares(),
        coverage.share(),
        coverage.points(),
        coverage.pointsPerSquareKilometre());
  }

  private PatrolIndex index() {
    return layer.snapshot().index();
  }
}
