package hongyan.geo.files;

import hongyan.geo.place.Counties;
import hongyan.geo.place.Position;
import hongyan.geo.place.Shape;
import java.util.List;

/** Whether a zone lies in the city: what lies elsewhere is another city's to protect. */
public final class CityLimits {

  private CityLimits() {}

  /** Returns a fault for a zone that has no ground in the city. */
  public static List<ImportFault> faults(Shape zone, Counties counties) {
    if (hectaresInside(zone, counties) > 0) {
      return List.of();
    }
    Position at = zone.interior();
    return List.of(
        new ImportFault(
            "place",
            "outside-city",
            "lies outside the city: lon=%s lat=%s is in none of its counties"
                .formatted(at.lon(), at.lat()),
            at));
  }

  /** Returns a doubt for a zone of which a part worth a word lies outside. */
  public static List<ImportFault> doubts(Shape zone, Counties counties) {
    double all = zone.hectares();
    double outside = all - hectaresInside(zone, counties);
    return outside < all * ImportSheet.SHEET.shareOutsideCityThatCounts() || outside == all
        ? List.of()
        : List.of(
            ImportFault.of(
                "place",
                "partly-outside-city",
                "%.1f of %.1f ha lie outside the city's borders (which are right to about 100 m)"
                    .formatted(outside, all)));
  }

  private static double hectaresInside(Shape zone, Counties counties) {
    return counties.list().stream()
        .flatMap(county -> counties.findShape(county.adcode()).stream())
        .mapToDouble(zone::overlapHectares)
        .sum();
  }
}
