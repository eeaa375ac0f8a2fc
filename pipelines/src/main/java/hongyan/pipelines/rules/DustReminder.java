package hongyan.pipelines.rules;

import hongyan.pipelines.air.Pollutant;
import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.alerts.RuleRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * 沙尘提示: dust that comes over the city, seen as {@link DustCandidate} hours that begin at several
 * stations of the network soon after each other.
 *
 * <p>A candidate is not a finding of dust: that is the national centre's. One alert an event, by
 * its first hour. Pure and deterministic.
 *
 * @param stations how many stations it has to begin at
 * @param windowHours it begins at the next one within this time
 */
public record DustReminder(RuleRef rule, DustCandidate dust, int stations, int windowHours) {

  static final String ID = "dust-reminder";

  /** Reads the rule from its file. */
  public static DustReminder load() {
    RuleSheet sheet = RuleSheet.load(ID);
    return new DustReminder(
        sheet.ref(), DustCandidate.load(), sheet.whole("stations"), sheet.whole("windowHours"));
  }

  /**
   * Returns the alerts of one watch, by onset.
   *
   * @param area adcode that the stations of the watch lie in
   */
  public List<Alert> check(String area, Watch watch, Instant raisedAt) {
    List<Onset> onsets = new ArrayList<>();
    for (StationHours station : watch.stations()) {
      if (station.station().role() != null) {
        Set<Instant> hours = dust.hours(station);
        for (Instant label : Onset.beginnings(hours, windowHours)) {
          onsets.add(Onset.at(station, Pollutant.PM10, label, dust.backgroundHours()));
        }
      }
    }
    Set<Instant> own = Set.copyOf(watch.labels());
    return Onset.events(onsets, windowHours).stream()
        .filter(event -> event.size() >= stations && own.contains(event.get(0).label()))
        .map(event -> alert(area, event, raisedAt))
        .toList();
  }

  private Alert alert(String area, List<Onset> event, Instant raisedAt) {
    OnsetGrounds grounds = new OnsetGrounds();
    String first = Words.hour(event.get(0).label());
    String last = Words.hour(event.get(event.size() - 1).label());
    grounds.add(
        "%s 至 %s，%d 个站点 PM10 先后骤升且以粗颗粒为主，疑为沙尘影响；是否沙尘由国家认定".formatted(first, last, event.size()),
        "from %s to %s PM10 rises sharply at %d stations, mostly coarse; possibly dust, which the national centre decides"
            .formatted(first, last, event.size()));
    event.forEach(grounds::onset);
    grounds.rule(rule);
    return Words.ofCity(ID, area, event.get(0).label(), raisedAt, grounds.list(), rule);
  }
}
