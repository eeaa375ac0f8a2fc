package hongyan.pipelines.birds;

import hongyan.geo.place.PositionError;
import hongyan.pipelines.air.DataFile;

/**
 * How a stated uncertainty is read, and how sure a place must be: {@code birds/placement.json}.
 *
 * @param level the probability with which the circle of coordinateUncertaintyInMeters is taken to
 *     hold the true position
 * @param placed a record counts in an area from this probability on
 * @param possible below that, from this probability on, or where its stated position lies inside,
 *     it counts there as unknown
 * @param certainty as {@link hongyan.pipelines.air.Source#certainty()}
 */
public record PlacementPolicy(
    String version,
    double level,
    double placed,
    double possible,
    String meaning,
    String source,
    String certainty) {

  public PlacementPolicy {
    if (!(level > 0 && level < 1 && possible > 0 && possible < placed && placed < 1)) {
      throw new IllegalStateException(
          "birds/placement.json: level=%s placed=%s possible=%s"
              .formatted(level, placed, possible));
    }
  }

  /**
   * Returns the policy in force.
   *
   * @throws IllegalStateException when the file is missing or wrong
   */
  public static PlacementPolicy load() {
    return DataFile.read("/birds/placement.json", PlacementPolicy.class);
  }

  PositionError error(double coordinateUncertaintyInMeters) {
    return PositionError.ofCircle(coordinateUncertaintyInMeters, level);
  }
}
