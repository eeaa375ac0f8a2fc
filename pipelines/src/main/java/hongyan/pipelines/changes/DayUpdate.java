package hongyan.pipelines.changes;

import hongyan.pipelines.air.StationDay;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A day that was computed anew.
 *
 * @param before what the day would be now without what the causes say, or null when there are none
 * @param causes empty for the normal filling-up of a day
 */
public record DayUpdate(StationDay day, @Nullable StationDay before, List<Cause> causes) {

  public DayUpdate {
    causes = List.copyOf(causes);
  }

  /** Returns the update of a day that only came in. */
  public static DayUpdate plain(StationDay day) {
    return new DayUpdate(day, null, List.of());
  }
}
