package hongyan.geo.city;

import hongyan.geo.place.GeoJson;
import hongyan.geo.zones.GeometryFault;
import hongyan.geo.zones.Season;
import hongyan.geo.zones.Seasons;
import hongyan.geo.zones.Zone;
import hongyan.geo.zones.ZoneGeometry;
import hongyan.geo.zones.ZoneKind;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads zones from a GeoJSON feature collection in the form of the contract, and tells all that is
 * wrong with them at once.
 */
final class ZoneFile {

  private final List<String> problems = new ArrayList<>();
  private String feature = "";

  private ZoneFile() {}

  static List<Zone> read(InputStream in) {
    ZoneFile file = new ZoneFile();
    List<Zone> zones = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    List<GeoJson.Feature> features = GeoJson.listFeatures(in);
    for (int i = 0; i < features.size(); i++) {
      Zone zone = file.zone(features.get(i), i + 1);
      if (!seen.add(zone.id() + " " + zone.version())) {
        file.problem("comes twice in version " + zone.version());
      }
      zones.add(zone);
    }
    if (!file.problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", file.problems));
    }
    return List.copyOf(zones);
  }

  /** A zone that is at fault comes back with stand-ins; the problems then keep it from use. */
  private Zone zone(GeoJson.Feature found, int number) {
    JsonNode properties = found.properties();
    feature = "feature " + number;
    String id = text(properties, "id");
    feature = id.isEmpty() ? feature : "feature " + id;
    for (GeometryFault fault : ZoneGeometry.check(found.geometry())) {
      problem("geometry: " + fault.rule() + ": " + fault.message());
    }
    Instant from = Optional.ofNullable(instant(properties, "validFrom")).orElse(Instant.EPOCH);
    Instant to = properties.path("validTo").isString() ? instant(properties, "validTo") : null;
    if (to != null && !to.isAfter(from)) {
      problem("validTo is not after validFrom");
    }
    return new Zone(
        id,
        text(properties, "name"),
        kind(properties),
        properties.path("version").asInt(1),
        found.geometry(),
        from,
        to,
        seasons(properties.path("seasons")),
        optionalText(properties.path("document")),
        properties.path("illustrative").asBoolean(false));
  }

  private ZoneKind kind(JsonNode properties) {
    String code = text(properties, "kind");
    return Arrays.stream(ZoneKind.values())
        .filter(kind -> kind.code().equals(code))
        .findFirst()
        .orElseGet(
            () -> {
              problem("kind '%s' is none of the kinds".formatted(code));
              return ZoneKind.FLYWAY;
            });
  }

  private List<Season> seasons(JsonNode list) {
    List<Season> seasons = new ArrayList<>();
    for (JsonNode node : list) {
      Season season =
          new Season(
              text(node, "from"),
              text(node, "to"),
              optionalText(node.path("hours")),
              optionalText(node.path("document")));
      Seasons.findFault(season).ifPresent(this::problem);
      seasons.add(season);
    }
    return seasons;
  }

  private @Nullable Instant instant(JsonNode properties, String key) {
    String value = text(properties, key);
    try {
      return OffsetDateTime.parse(value).toInstant();
    } catch (DateTimeException e) {
      problem("%s '%s' is no ISO 8601 time with an offset".formatted(key, value));
      return null;
    }
  }

  private String text(JsonNode node, String key) {
    String value = node.path(key).asString("");
    if (value.isBlank()) {
      problem(key + " is missing");
    }
    return value;
  }

  private static @Nullable String optionalText(JsonNode node) {
    return node.isString() ? node.asString() : null;
  }

  private void problem(String message) {
    problems.add(feature + ": " + message);
  }
}
