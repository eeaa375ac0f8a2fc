package hongyan.pipelines.job;

import hongyan.geo.place.Position;
import hongyan.pipelines.air.PlacedReading;
import hongyan.pipelines.quality.KnownReading;

/**
 * A reading on its way into one civil day of its station.
 *
 * @param date yyyy-MM-dd
 * @param position where its station was registered when it came
 * @param beside whether it is of a neighbouring day, and only looked at
 */
public record ReadingPart(String date, PlacedReading placed, Position position, boolean beside) {

  /** Returns the key: station and civil day. */
  static String key(ReadingPart part) {
    return part.placed.reading().station() + "|" + part.date;
  }

  KnownReading known() {
    return new KnownReading(placed.reading(), position, placed.placement().county());
  }
}
