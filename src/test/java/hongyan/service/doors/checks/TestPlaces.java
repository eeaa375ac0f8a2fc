package hongyan.service.doors.checks;

import java.util.Set;

/** A small city: stations 431103-01 and 2477A, zone flyway-1, device marker-1, county 431103. */
public record TestPlaces(Set<String> stations) implements KnownPlaces {

  public TestPlaces() {
    this(Set.of("431103-01", "2477A"));
  }

  @Override
  public boolean isStation(String id) {
    return stations.contains(id);
  }

  @Override
  public boolean isZone(String id) {
    return id.equals("flyway-1");
  }

  @Override
  public boolean isDevice(String id) {
    return id.equals("marker-1");
  }

  @Override
  public boolean isCounty(String adcode) {
    return adcode.equals("431103");
  }

  @Override
  public long end() {
    return 17;
  }
}
