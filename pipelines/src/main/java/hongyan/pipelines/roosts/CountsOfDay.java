package hongyan.pipelines.roosts;

import java.util.List;

/** The counts at one station on one day. */
public record CountsOfDay(List<RoostCount> counts) {

  public CountsOfDay {
    counts = List.copyOf(counts);
  }
}
