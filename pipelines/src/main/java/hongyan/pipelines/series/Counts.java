package hongyan.pipelines.series;

import hongyan.pipelines.birds.BirdCount;
import java.util.List;

/** The counts of birds by subject, species, day and hour. */
public interface Counts {

  /** Writes all, durable when this returns. A count of no records says that those are gone. */
  void write(List<BirdCount> counts);

  /**
   * Lists sums, newest period first, within one by subject and species. Empty ones are left out.
   */
  Page<CountTotal> list(CountQuery query, Paging paging);

  /** Lists the species that have been counted at all, by scientific name. */
  List<String> listSpecies();
}
