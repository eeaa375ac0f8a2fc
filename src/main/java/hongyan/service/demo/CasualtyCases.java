package hongyan.service.demo;

import hongyan.geo.place.Position;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;

/**
 * The year's casualties, at fixed days: clusters that are an alert and some that are too few, one
 * dead bird of a key-protected species, birds taken out of nets, birds that flew into windows. A
 * line whose kind of place the city lacks is left out.
 */
final class CasualtyCases {
  private static final double METRES_PER_DEGREE = 111_000;

  private final DemoDays days;
  private final DemoPlaces places;

  CasualtyCases(DemoDays days, DemoPlaces places) {
    this.days = days;
    this.places = places;
  }

  /** Returns them in the order of time. */
  List<DemoCasualty> list() {
    return DemoTable.rows("casualties.csv").stream()
        .flatMap(row -> site(row.get("place")).map(site -> casualty(row, site)).stream())
        .sorted(Comparator.comparing(DemoCasualty::time).thenComparing(DemoCasualty::id))
        .toList();
  }

  private DemoCasualty casualty(CSVRecord row, DemoSite site) {
    String day = row.get("day");
    int number =
        days.number(Integer.parseInt(day.substring(0, 2)), Integer.parseInt(day.substring(3)));
    double lat = site.position().lat() + metres(row, "north");
    double lon =
        site.position().lon() + metres(row, "east") / StrictMath.cos(StrictMath.toRadians(lat));
    Position position = FindingModel.rounded(lon, lat);
    return new DemoCasualty(
        "demo-C-" + row.get("id"),
        days.day(number).atTime(LocalTime.parse(row.get("time"))),
        position,
        row,
        Integer.parseInt(row.get("birds")));
  }

  private static double metres(CSVRecord row, String column) {
    return Integer.parseInt(row.get(column)) / METRES_PER_DEGREE;
  }

  /** {@code water-ADCODE}, {@code pass-NTH}, {@code woods} and {@code town}: the first there is. */
  private Optional<DemoSite> site(String place) {
    String kind = place.split("-")[0];
    return switch (kind) {
      case "water" ->
          birds(DemoSite.Birds.WATER)
              .filter(site -> site.county().equals(place.substring(kind.length() + 1)))
              .findFirst();
      case "pass" ->
          birds(DemoSite.Birds.PASS)
              .filter(site -> !places.permitted().contains(site.id()))
              .skip(Long.parseLong(place.substring(kind.length() + 1)) - 1)
              .findFirst();
      case "woods" -> birds(DemoSite.Birds.WOODS).findFirst();
      default -> places.sites().stream().filter(s -> s.air() == DemoSite.Air.TOWN).findFirst();
    };
  }

  private Stream<DemoSite> birds(DemoSite.Birds kind) {
    return places.sites().stream().filter(site -> site.birds() == kind);
  }
}
