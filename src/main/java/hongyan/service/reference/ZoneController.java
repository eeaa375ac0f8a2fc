package hongyan.service.reference;

import com.fasterxml.jackson.annotation.JsonInclude;
import hongyan.geo.place.CivilTime;
import hongyan.geo.zones.Season;
import hongyan.geo.zones.Zone;
import hongyan.geo.zones.ZoneGeometry;
import hongyan.geo.zones.ZoneKind;
import hongyan.pipelines.records.Json;
import hongyan.service.api.GeoJson;
import hongyan.service.errors.Conflict;
import hongyan.service.errors.Refused.Fault;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
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
  private final ReferenceBook book;
  private final Jurisdiction jurisdiction;
  private final Clock clock;

  ZoneController(ReferenceBook book, Jurisdiction jurisdiction, Clock clock) {
    this.book = book;
    this.jurisdiction = jurisdiction;
    this.clock = clock;
  }

  /** A zone version as the API takes and gives it; {@code version} is given, not taken. */
  record ZoneForm(
      @Nullable String id,
      @Nullable String name,
      @Nullable String kind,
      @Nullable Integer version,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode geometry,
      @Nullable OffsetDateTime validFrom,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable OffsetDateTime validTo,
      @Nullable List<Season> seasons,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String document,
      @Nullable Boolean illustrative) {}

  @Operation(summary = "The zone versions in force at a moment (now, if none is named), as GeoJSON")
  @GetMapping
  Map<String, Object> list(
      @RequestParam(required = false) @Nullable Instant at,
      @RequestParam(required = false) @Nullable String kind) {
    Instant time = at == null ? clock.instant() : at;
    return GeoJson.collection(
        book.current().zones().stream()
            .filter(zone -> zone.inForceAt(time))
            .filter(zone -> kind == null || zone.kind().code().equals(kind))
            .map(ZoneController::feature)
            .toList());
  }

  @Operation(summary = "One zone, the version in force at a moment")
  @GetMapping("/{id}")
  GeoJson.Feature get(
      @PathVariable String id, @RequestParam(required = false) @Nullable Instant at) {
    return book.current()
        .findZone(id, at == null ? clock.instant() : at)
        .map(ZoneController::feature)
        .orElseThrow(() -> new NoSuchElementException("no zone %s in force then".formatted(id)));
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
    jurisdiction.require(geometry);
    book.current().zones().stream()
        .filter(former -> former.id().equals(id))
        .forEach(former -> jurisdiction.require(former.geometry()));
    Zone zone =
        new Zone(
            id,
            name,
            kind(kind),
            nextVersion(id, from),
            geometry,
            from,
            to,
            seasons,
            form.document(),
            Boolean.TRUE.equals(form.illustrative()));
    book.write(ReferenceKeys.entry(zone));
    return feature(zone);
  }

  private int nextVersion(String id, Instant from) {
    Optional<Zone> last =
        book.current().zones().stream()
            .filter(zone -> zone.id().equals(id))
            .max(Comparator.comparingInt(Zone::version));
    last.filter(zone -> !from.isAfter(zone.validFrom()))
        .ifPresent(
            zone -> {
              throw new Conflict(
                  "zone %s has version %d from %s on; a new one begins later than that"
                      .formatted(id, zone.version(), zone.validFrom()));
            });
    return last.map(zone -> zone.version() + 1).orElse(1);
  }

  private static String geometry(FormCheck check, ZoneForm form) {
    if (form.geometry() == null || form.geometry().isNull()) {
      check.add(
          Fault.of("geometry", null, "required", "a GeoJSON Polygon or MultiPolygon is wanted"));
      return "";
    }
    String text = Json.MAPPER.writeValueAsString(form.geometry());
    ZoneGeometry.check(text)
        .forEach(
            fault ->
                check.add(
                    new Fault(
                        "geometry",
                        null,
                        fault.rule(),
                        fault.message(),
                        fault.position() == null
                            ? null
                            : List.of(fault.position().lon(), fault.position().lat()))));
    return text;
  }

  private static GeoJson.Feature feature(Zone zone) {
    JsonNode geometry = Json.MAPPER.readTree(zone.geometry());
    return GeoJson.Feature.of(
        zone.id(),
        geometry,
        new ZoneForm(
            zone.id(),
            zone.name(),
            zone.kind().code(),
            zone.version(),
            null,
            zone.validFrom().atZone(CivilTime.ZONE).toOffsetDateTime(),
            zone.validTo() == null
                ? null
                : zone.validTo().atZone(CivilTime.ZONE).toOffsetDateTime(),
            zone.seasons(),
            zone.document(),
            zone.illustrative()));
  }

  private static String[] kinds() {
    return Arrays.stream(ZoneKind.values()).map(ZoneKind::code).toArray(String[]::new);
  }

  private static ZoneKind kind(String code) {
    return Arrays.stream(ZoneKind.values())
        .filter(kind -> kind.code().equals(code))
        .findFirst()
        .orElseThrow();
  }
}
