package hongyan.pipelines.rules;

/**
 * The hours of a station's day as a part of a watch: a tenth of the day's figures, which the rules
 * do not need.
 *
 * @param watch date of the day that the watch begins on, yyyy-MM-dd
 * @param date the civil day that the hours are of
 */
public record WatchPart(String watch, String date, StationHours hours) {

  /** Returns what tells the days of a watch apart. */
  public String cell() {
    return hours.station().id() + "|" + date;
  }
}
