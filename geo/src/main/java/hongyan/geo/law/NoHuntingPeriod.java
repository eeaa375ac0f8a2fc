package hongyan.geo.law;

import hongyan.geo.zones.Season;
import hongyan.geo.zones.Seasons;
import hongyan.geo.zones.ZoneRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A closed season for hunting (禁猎期), as a government publishes it. It is a record of its own and no
 * season of a zone: hunting in a closed season is what the Wildlife Protection Law (2022), article
 * 20, and the Criminal Law, article 341(2), speak of, while a key protection period (保护重点时段) is the
 * local regulation's (article 4). One does not make the other.
 *
 * @param from first day, inclusive, in Asia/Shanghai: MM-dd for every year, yyyy-MM-dd for one
 * @param to last day, inclusive, in the same form
 * @param counties adcodes of the counties that it holds in; empty for the whole city
 * @param zone holds in this zone only, or null
 * @param document the notice that set it, with its number
 */
public record NoHuntingPeriod(
    String id,
    String name,
    String from,
    String to,
    List<String> counties,
    @Nullable String zone,
    String document) {

  public NoHuntingPeriod {
    counties = List.copyOf(counties);
  }

  /** Returns the days as a season, to be checked or asked. */
  public Season days() {
    return new Season(from, to, null, document);
  }

  /**
   * Returns whether it holds at that moment and place.
   *
   * @param county adcode, or null outside the city: there it never holds
   * @param zones those that cover the place
   */
  public boolean holds(Instant time, @Nullable String county, List<ZoneRef> zones) {
    return county != null
        && (counties.isEmpty() || counties.contains(county))
        && (zone == null || zones.stream().anyMatch(each -> each.id().equals(zone)))
        && Seasons.inSeason(List.of(days()), time);
  }
}
