package hongyan.pipelines.air;

import hongyan.pipelines.reference.Station;

/**
 * A station's day as a part of a watch, from noon to noon at all stations of the city.
 *
 * @param watch date of the day that the watch begins on, yyyy-MM-dd
 * @param station as registered when the day was computed
 * @param county adcode of where it stands
 */
public record WatchPart(String watch, Station station, String county, StationDay day) {

  /** Returns what tells the days of a watch apart. */
  public String cell() {
    return station.id() + "|" + day.date();
  }
}
