package hongyan.pipelines.series;

import hongyan.pipelines.air.Averaging;
import hongyan.pipelines.air.PlacedReading;
import hongyan.pipelines.air.Reading;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The current readings: of each identity the newest version. */
public interface Readings {

  /** Writes all, durable when this returns; of one identity the last stays. */
  void write(List<PlacedReading> readings);

  /** Lists readings, newest first. */
  Page<PlacedReading> list(ReadingQuery query, Paging paging);

  /** Counts the readings that are asked for. */
  long count(ReadingQuery query);

  /**
   * Looks up the stored readings of the same identities as {@code asked}; those that are not stored
   * are not in the answer.
   *
   * @return by {@link Reading#identity()}
   */
  Map<String, PlacedReading> find(Collection<Reading> asked);

  /**
   * Takes the readings of less than an hour ({@link Averaging#isShort}) out whose time is before
   * {@code before}; the figures that were made of them stay.
   *
   * @return how many those were
   */
  long removeShort(Instant before);
}
