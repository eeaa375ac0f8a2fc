package hongyan.service.reference;

import hongyan.geo.zones.Season;
import hongyan.geo.zones.Seasons;
import hongyan.service.errors.Refused.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets in only seasons that the pipelines can judge by: one that they cannot read would stop them.
 */
final class SeasonCheck {
  private SeasonCheck() {}

  static void check(FormCheck check, List<@Nullable Season> seasons) {
    for (int i = 0; i < seasons.size(); i++) {
      String field = "seasons[%d]".formatted(i);
      Season season = seasons.get(i);
      if (season == null || season.from() == null || season.to() == null) {
        check.add(Fault.of(field, season, "required", "from and to are required, as 09-01"));
      } else {
        Seasons.findFault(season)
            .ifPresent(fault -> check.add(Fault.of(field, season, "no-such-season", fault)));
      }
    }
  }
}
