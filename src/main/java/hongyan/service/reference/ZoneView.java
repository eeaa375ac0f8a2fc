package hongyan.service.reference;

import com.fasterxml.jackson.annotation.JsonInclude;
import hongyan.geo.place.CivilTime;
import hongyan.geo.zones.Season;
import hongyan.geo.zones.Zone;
import hongyan.geo.zones.ZoneOrigin;
import hongyan.pipelines.records.Json;
import hongyan.service.api.GeoJson;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A zone version as the API gives it: the properties of a GeoJSON feature. */
record ZoneView(
    String id,
    String name,
    String kind,
    int version,
    OffsetDateTime validFrom,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable OffsetDateTime validTo,
    List<Season> seasons,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String document,
    boolean illustrative,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ZoneOrigin origin) {

  static GeoJson.Feature feature(Zone zone) {
    return GeoJson.Feature.of(
        zone.id(),
        Json.MAPPER.readTree(zone.geometry()),
        new ZoneView(
            zone.id(),
            zone.name(),
            zone.kind().code(),
            zone.version(),
            zone.validFrom().atZone(CivilTime.ZONE).toOffsetDateTime(),
            zone.validTo() == null
                ? null
                : zone.validTo().atZone(CivilTime.ZONE).toOffsetDateTime(),
            zone.seasons(),
            zone.document(),
            zone.illustrative(),
            zone.origin()));
  }
}
