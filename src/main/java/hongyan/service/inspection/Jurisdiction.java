package hongyan.service.inspection;

import hongyan.geo.place.County;
import java.util.List;

/**
 * The city that is inspected.
 *
 * @param adcode of the city, for example 431100
 * @param counties all of them, in the order of the report
 */
public record Jurisdiction(String adcode, String name, List<County> counties) {

  public Jurisdiction {
    counties = List.copyOf(counties);
  }

  boolean hasCounty(String county) {
    return counties.stream().anyMatch(each -> each.adcode().equals(county));
  }
}
