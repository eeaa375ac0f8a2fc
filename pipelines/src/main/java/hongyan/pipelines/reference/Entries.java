package hongyan.pipelines.reference;

import hongyan.geo.law.NoHuntingPeriod;
import hongyan.geo.law.Permit;
import hongyan.geo.place.Counties;
import hongyan.geo.zones.Seasons;
import hongyan.geo.zones.Zone;
import hongyan.geo.zones.ZoneIndex;
import hongyan.pipelines.records.Completeness;
import hongyan.pipelines.records.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** The entries of the reference log by key, as far as it has been read. Used by one thread. */
final class Entries {

  private final Counties counties;
  private final Map<String, Station> stations = new HashMap<>();
  private final Map<String, Device> devices = new HashMap<>();
  private final Map<String, Permit> permits = new HashMap<>();
  private final Map<String, Zone> zones = new HashMap<>();
  private final Map<String, DustDay> dustDays = new HashMap<>();
  private final Map<String, NoHuntingPeriod> noHuntingPeriods = new HashMap<>();
  private final Map<String, Assessment> assessments = new HashMap<>();
  private @Nullable ZoneVersions indexed;

  Entries(Counties counties) {
    this.counties = counties;
  }

  /**
   * Applies one record of the log; a null value takes the key's entry away.
   *
   * @return why the record was not applied, or empty when it was
   */
  Optional<String> apply(String key, @Nullable String json) {
    String kind = key.substring(0, Math.max(0, key.indexOf('/')));
    String id = key.substring(key.indexOf('/') + 1);
    try {
      switch (kind) {
        case "station" -> change(stations, id, json, Station.class);
        case "device" -> change(devices, id, json, Device.class);
        case "permit" -> change(permits, id, json, Permit.class);
        case "zone" -> changeZone(id, json);
        case "dust-day" -> change(dustDays, id, json, DustDay.class);
        case "no-hunting-period" -> changeNoHuntingPeriod(id, json);
        case "assessment" -> change(assessments, id, json, Assessment.class);
        default -> {
          return Optional.of("unknown kind of key");
        }
      }
      return Optional.empty();
    } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  void put(Station station) {
    stations.put(station.id(), station);
  }

  void put(Device device) {
    devices.put(device.id(), device);
  }

  void put(Permit permit) {
    permits.put(permit.id(), permit);
  }

  void put(DustDay dustDay) {
    dustDays.put(dustDay.date(), dustDay);
  }

  void put(NoHuntingPeriod period) {
    noHuntingPeriods.put(period.id(), period);
  }

  void put(Assessment assessment) {
    assessments.put(assessment.id(), assessment);
  }

  /** Returns what there is now; the zone index of the former snapshot serves while it is right. */
  Reference snapshot() {
    if (indexed == null) {
      indexed = ZoneVersions.of(zones.values());
    }
    return snapshotWith(indexed);
  }

  Reference snapshotWith(ZoneVersions versions) {
    return new Reference(
        counties, stations, devices, permits, dustDays, noHuntingPeriods, assessments, versions);
  }

  private void changeNoHuntingPeriod(String id, @Nullable String json) {
    if (json != null) {
      Seasons.findFault(read(json, NoHuntingPeriod.class).days())
          .ifPresent(
              fault -> {
                throw new IllegalArgumentException(fault);
              });
    }
    change(noHuntingPeriods, id, json, NoHuntingPeriod.class);
  }

  private void changeZone(String id, @Nullable String json) {
    if (json == null) {
      zones.remove(id);
    } else {
      Zone zone = read(json, Zone.class);
      ZoneIndex.of(List.of(zone));
      zones.put(id, zone);
    }
    indexed = null;
  }

  private static <T extends Record> void change(
      Map<String, T> entries, String id, @Nullable String json, Class<T> type) {
    if (json == null) {
      entries.remove(id);
    } else {
      entries.put(id, read(json, type));
    }
  }

  private static <T extends Record> T read(String json, Class<T> type) {
    T value = Json.MAPPER.readValue(json, type);
    Completeness.findMissing(value)
        .ifPresent(
            path -> {
              throw new IllegalArgumentException(path + " is missing");
            });
    return value;
  }
}
