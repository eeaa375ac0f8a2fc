package hongyan.pipelines.job;

import hongyan.geo.city.City;
import hongyan.geo.place.Position;
import hongyan.geo.zones.Season;
import hongyan.geo.zones.Zone;
import hongyan.geo.zones.ZoneKind;
import hongyan.pipelines.reference.Device;
import hongyan.pipelines.reference.Reference;
import hongyan.pipelines.reference.ReferenceSource;
import hongyan.pipelines.reference.Station;
import java.time.Instant;
import java.util.List;

/** A small reference: two evaluation points in town, a sensor on a pass inside a flyway. */
final class JobFixtures {

  static final Zone FLYWAY =
      new Zone(
          "flyway-1",
          "南风坳",
          ZoneKind.FLYWAY,
          1,
          "{\"type\":\"Polygon\",\"coordinates\":[[[112.1,25.05],[112.2,25.05],[112.2,25.15],[112.1,25.15],[112.1,25.05]]]}",
          Instant.parse("2020-01-01T00:00:00Z"),
          null,
          List.of(new Season("09-01", "11-30", null)),
          null,
          true);

  private static final Reference REFERENCE =
      Reference.of(
          City.open("yongzhou").counties(),
          List.of(
              new Station("T01", "市环境监测站", "air", new Position(111.6156, 26.4214), "evaluation"),
              new Station("T02", "永州市环保局", "air", new Position(111.5992, 26.4364), "evaluation"),
              new Station("P01", "南风坳", "both", new Position(112.15, 25.10), null)),
          List.of(new Device("M1", "界桩", "marker", new Position(112.15, 25.10), null, 10.0)),
          List.of(FLYWAY),
          List.of());

  private JobFixtures() {}

  /** Always the same reference, in every task of this process. */
  static ReferenceSource reference() {
    return () -> offset -> REFERENCE;
  }

  static Reference fixed() {
    return REFERENCE;
  }
}
