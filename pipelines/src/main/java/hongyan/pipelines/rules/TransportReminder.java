package hongyan.pipelines.rules;

import hongyan.pipelines.air.Gbt8170;
import hongyan.pipelines.air.Pollutant;
import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.alerts.RuleRef;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * 传输提示: PM2.5 that rises at one station of the network after the other in one direction, through
 * most of the city, and is no dust.
 *
 * <p>Nobody tells the platform the wind: the direction is the one in which the hours of onset grow,
 * and the grounds say so. One alert an event, by its first hour. No official number exists: all
 * thresholds are the platform's own choice. Pure and deterministic.
 */
public record TransportReminder(RuleRef rule, Rise rise, Spread spread, DustCandidate dust) {

  static final String ID = "transport-reminder";

  /**
   * What is an onset at a station.
   *
   * @param factor at least this many times the mean before
   * @param by and at least this much above it, µg/m³
   * @param above and above this, µg/m³
   * @param hours for so many hours in a row
   */
  public record Rise(
      BigDecimal factor,
      BigDecimal by,
      BigDecimal above,
      int hours,
      int backgroundHours,
      int backgroundMin) {}

  /**
   * What goes through the city.
   *
   * @param windowHours it begins at the next station within this time
   * @param percent of the stations that have values
   * @param correlation of way and hour of onset, 0 to 1
   */
  public record Spread(
      int windowHours,
      int stations,
      int percent,
      int hours,
      int kilometres,
      BigDecimal correlation) {}

  /** Reads the rule from its file. */
  public static TransportReminder load() {
    RuleSheet sheet = RuleSheet.load(ID);
    return new TransportReminder(
        sheet.ref(),
        new Rise(
            sheet.decimal("riseFactor"),
            sheet.decimal("riseBy"),
            sheet.decimal("above"),
            sheet.whole("hours"),
            sheet.whole("backgroundHours"),
            sheet.whole("backgroundMin")),
        new Spread(
            sheet.whole("windowHours"),
            sheet.whole("stations"),
            sheet.whole("percent"),
            sheet.whole("spreadHours"),
            sheet.whole("kilometres"),
            sheet.decimal("correlation")),
        DustCandidate.load());
  }

  /**
   * Returns the alerts of one watch, by onset.
   *
   * @param area adcode that the stations of the watch lie in
   */
  public List<Alert> check(String area, Watch watch, Instant raisedAt) {
    List<StationHours> network =
        watch.stations().stream().filter(station -> station.station().role() != null).toList();
    List<Onset> onsets = new ArrayList<>();
    for (StationHours station : network) {
      Set<Instant> dusty = dust.hours(station);
      List<Instant> risen =
          station.pm25().keySet().stream()
              .filter(label -> !dusty.contains(label) && isFine(station, label))
              .filter(label -> hasRisen(station.pm25(), label))
              .toList();
      for (Instant label : Onset.beginnings(risen, spread.windowHours())) {
        onsets.add(Onset.at(station, Pollutant.PM25, label, rise.backgroundHours()));
      }
    }
    Set<Instant> own = Set.copyOf(watch.labels());
    return Onset.events(onsets, spread.windowHours()).stream()
        .filter(event -> own.contains(event.get(0).label()) && isCityWide(network, event))
        .filter(event -> hasCourse(Course.of(event)))
        .map(event -> alert(area, event, raisedAt))
        .toList();
  }

  private boolean hasRisen(Map<Instant, BigDecimal> pm25, Instant label) {
    List<Instant> before = StationHours.before(pm25, label, rise.backgroundHours());
    if (before.size() < rise.backgroundMin()) {
      return false;
    }
    BigDecimal mean = Gbt8170.mean(before.stream().map(pm25::get).toList());
    return IntStream.range(0, rise.hours())
        .mapToObj(hour -> pm25.get(label.plus(Duration.ofHours(hour))))
        .allMatch(value -> value != null && standsOut(value, mean));
  }

  private boolean standsOut(BigDecimal value, BigDecimal mean) {
    return value.compareTo(rise.above()) > 0
        && value.compareTo(mean.multiply(rise.factor())) >= 0
        && value.subtract(mean).compareTo(rise.by()) >= 0;
  }

  /** Where PM10 is not known it does not speak for dust. */
  private boolean isFine(StationHours station, Instant label) {
    BigDecimal pm10 = station.pm10().get(label);
    return pm10 == null || station.pm25().get(label).compareTo(pm10.multiply(dust.ratio())) > 0;
  }

  private boolean isCityWide(List<StationHours> network, List<Onset> event) {
    Instant first = event.get(0).label();
    Instant last = event.get(event.size() - 1).label();
    long measuring =
        network.stream()
            .filter(
                station ->
                    station.pm25().keySet().stream()
                        .anyMatch(label -> !label.isBefore(first) && !label.isAfter(last)))
            .count();
    return event.size() >= spread.stations() && event.size() * 100L >= spread.percent() * measuring;
  }

  private boolean hasCourse(Course course) {
    return course.correlation() >= spread.correlation().doubleValue()
        && course.kilometres() >= spread.kilometres()
        && course.hours() >= spread.hours();
  }

  private Alert alert(String area, List<Onset> event, Instant raisedAt) {
    OnsetGrounds grounds = new OnsetGrounds();
    Course course = Course.of(event);
    Course.Wind from = course.from();
    Course.Wind to = from.opposite();
    grounds.add(
        "PM2.5 自%s向%s先后在 %d 个站点升高，%d 小时内推进 %.0f 千米（先后次序与方位相关系数 %.2f），疑为外来传输"
            .formatted(
                from.chinese(),
                to.chinese(),
                event.size(),
                course.hours(),
                course.kilometres(),
                course.correlation()),
        "PM2.5 rises at %d stations one after the other from %s to %s, %.0f km in %d hours (correlation of place and order %.2f); possibly transported in"
            .formatted(
                event.size(),
                from.english(),
                to.english(),
                course.kilometres(),
                course.hours(),
                course.correlation()));
    grounds.add(
        "风向未知：平台没有风场数据，方向仅由各站起升先后推定",
        "the wind is not known to the platform: the direction is only that of the onsets");
    event.forEach(grounds::onset);
    grounds.rule(rule);
    return Words.ofCity(ID, area, event.get(0).label(), raisedAt, grounds.list(), rule);
  }
}
