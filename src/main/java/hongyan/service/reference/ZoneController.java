package hongyan.service.reference;

import hongyan.geo.city.City;
import hongyan.geo.files.CityLimits;
import hongyan.geo.place.Bounds;
import hongyan.geo.place.Position;
import hongyan.geo.place.Shape;
import hongyan.geo.zones.Season;
import hongyan.geo.zones.Zone;
import hongyan.geo.zones.ZoneKind;
import hongyan.geo.zones.ZoneOrigin;
import hongyan.pipelines.records.Json;
import hongyan.service.accounts.WhoAsks;
import hongyan.service.api.GeoJson;
import hongyan.service.errors.Refused.Fault;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Flyways, habitats and the other zones, in all their versions. */
@Tag(name = "reference")
@RestController
@RequestMapping("/api/v1/zones")
class ZoneController {
  private static final Bounds WORLD = new Bounds(new Position(-180, -90), new Position(180, 90));

  private final ReferenceBook book;
  private final ZoneBook zones;
  private final OwnCounties ownCounties;
  private final City city;
  private final WhoAsks whoAsks;
  private final Clock clock;

  ZoneController(
      ReferenceBook book,
      ZoneBook zones,
      OwnCounties ownCounties,
      City city,
      WhoAsks whoAsks,
      Clock clock) {
    this.book = book;
    this.zones = zones;
    this.ownCounties = ownCounties;
    this.city = city;
    this.whoAsks = whoAsks;
    this.clock = clock;
  }

  /** A zone version as the API takes it; the number of the version is given, not taken. */
  record ZoneForm(
      @Nullable String id,
      @Nullable String name,
      @Nullable String kind,
      @Nullable JsonNode geometry,
      @Nullable OffsetDateTime validFrom,
      @Nullable OffsetDateTime validTo,
      @Nullable List<Season> seasons,
      @Nullable String document,
      @Nullable Boolean illustrative) {}

  @Operation(
      summary = "The zone versions in force at a moment (now, if none is named), as GeoJSON",
      description =
          "bbox is west,south,east,north; zones whose own bounds meet it are given. With from and to,"
              + " in place of at: every version that was in force at some moment between them, by id"
              + " and version; one that had no end ends where the next begins.")
  @GetMapping
  Map<String, Object> list(
      @RequestParam(required = false) @Nullable Instant at,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable Bounds bbox) {
    ZoneKind wanted = kind == null ? null : kind(kind);
    Bounds within = bbox == null ? WORLD : bbox;
    List<Zone> found;
    if (from == null && to == null) {
      found = book.current().zones(within, at == null ? clock.instant() : at);
    } else if (from != null && to != null && at == null && from.isBefore(to)) {
      found = book.current().zones(within, from, to);
    } else {
      throw new IllegalArgumentException("at alone, or from before to, is wanted");
    }
    return GeoJson.collection(
        found.stream()
            .filter(zone -> wanted == null || zone.kind() == wanted)
            .map(ZoneView::feature)
            .toList());
  }

  @Operation(summary = "One zone, the version in force at a moment")
  @GetMapping("/{id}")
  GeoJson.Feature get(
      @PathVariable String id, @RequestParam(required = false) @Nullable Instant at) {
    return book.current()
        .findZone(id, at == null ? clock.instant() : at)
        .map(ZoneView::feature)
        .orElseThrow(() -> new NoSuchElementException("no zone %s in force then".formatted(id)));
  }

  @Operation(summary = "All versions of one zone, the first one first")
  @GetMapping("/{id}/versions")
  Map<String, Object> versions(@PathVariable String id) {
    List<GeoJson.Feature> versions =
        book.current().zones().stream()
            .filter(zone -> zone.id().equals(id))
            .map(ZoneView::feature)
            .toList();
    if (versions.isEmpty()) {
      throw new NoSuchElementException("no zone " + id);
    }
    return GeoJson.collection(versions);
  }

  @Operation(
      summary = "Enters a new version of a zone, in force from validFrom on",
      description =
          "An invalid polygon is refused with the place of the fault. The running pipelines use the"
              + " new version at once; records of an earlier time are judged by the version of their"
              + " time.")
  @PutMapping("/{id}")
  GeoJson.Feature put(@PathVariable String id, @RequestBody ZoneForm form) {
    FormCheck check = new FormCheck();
    check.sameId(id, form.id());
    String name = check.required("name", form.name());
    String kind = check.oneOf("kind", form.kind(), kinds());
    String geometry = geometry(check, form);
    Instant from = check.present("validFrom", form.validFrom(), OffsetDateTime.MIN).toInstant();
    Instant to = form.validTo() == null ? null : form.validTo().toInstant();
    if (to != null && !from.isBefore(to)) {
      check.add(Fault.of("validTo", to, "ends-before-it-begins", "is not after validFrom"));
    }
    List<Season> seasons = form.seasons() == null ? List.of() : form.seasons();
    SeasonCheck.check(check, seasons);
    check.complete();
    ownCounties.require(geometry);
    book.current().zones().stream()
        .filter(former -> former.id().equals(id))
        .forEach(former -> ownCounties.require(former.geometry()));
    return ZoneView.feature(
        zones.enter(
            new Zone(
                id,
                name,
                kind(kind),
                1,
                geometry,
                from,
                to,
                seasons,
                form.document(),
                Boolean.TRUE.equals(form.illustrative()),
                new ZoneOrigin(whoAsks.get().account(), clock.instant(), null, null, null, null))));
  }

  private String geometry(FormCheck check, ZoneForm form) {
    if (form.geometry() == null || form.geometry().isNull()) {
      check.add(
          Fault.of("geometry", null, "required", "a GeoJSON Polygon or MultiPolygon is wanted"));
      return "";
    }
    String text = Json.MAPPER.writeValueAsString(form.geometry());
    List<Fault> faults = new ArrayList<>();
    Optional<Shape> shape =
        Shape.read(text, (rule, message, at) -> faults.add(fault(rule, message, at)));
    shape.ifPresent(
        found ->
            CityLimits.faults(found, city.counties())
                .forEach(
                    fault -> faults.add(fault(fault.rule(), fault.message(), fault.position()))));
    faults.forEach(check::add);
    return text;
  }

  private static Fault fault(String rule, String message, @Nullable Position at) {
    return new Fault(
        "geometry", null, rule, message, at == null ? null : List.of(at.lon(), at.lat()));
  }

  private static String[] kinds() {
    return Arrays.stream(ZoneKind.values()).map(ZoneKind::code).toArray(String[]::new);
  }

  private static ZoneKind kind(String code) {
    return ZoneKind.findByCode(code)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "kind=%s: one of %s is wanted".formatted(code, Arrays.toString(kinds()))));
  }
}
