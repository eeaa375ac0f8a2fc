package hongyan.pipelines.rules;

import hongyan.geo.law.Grade;
import hongyan.pipelines.air.AqiItem;
import hongyan.pipelines.air.AqiStandard;
import hongyan.pipelines.air.CivilDay;
import hongyan.pipelines.air.Pollutant;
import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.alerts.AlertKind;
import hongyan.pipelines.alerts.RuleRef;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * 点位高值提醒: PM2.5 or PM10 at one station of the network, an evaluation or a control point, that
 * stands out for two hours or more.
 *
 * <p>An hour is high when it is (a) at least one and a half times the mean of the other evaluation
 * stations around and at least the limit, or (b) at least one and a half times the hour before the
 * rise and above the limit; hours that follow are compared with the same hour. The limit is the
 * Grade II limit of 24 hours at that date, which is the breakpoint at IAQI 100 (60 and 120 µg/m³
 * since 2026-03-01, 75 and 150 before). No hour is high while 60 % of the stations around are above
 * the limit or in a candidate dust event; where there are fewer than three stations, while this one
 * is in such an event.
 *
 * <p>One alert for a station and episode, over both pollutants, by its onset. No official number
 * exists: all thresholds are the platform's own choice ({@code rules/high-value-reminder.json}).
 * Pure and deterministic.
 */
public record HighValueReminder(
    RuleRef rule, Others others, Rise rise, Regional regional, DustCandidate dust) {

  static final String ID = "high-value-reminder";

  /** Standing out among others: how far, of how many, how near. */
  public record Others(BigDecimal factor, int min, double metres) {}

  /** Standing out from before, and for how many hours anything has to last. */
  public record Rise(BigDecimal factor, int hours) {}

  /** When it is not the station but the region. */
  public record Regional(int percent, int min) {}

  /** The dust hours of every station of a watch, by the station's id. */
  private record Scene(Watch watch, Distance distance, Map<String, Set<Instant>> dustHours) {}

  /** Reads the rule from its file. */
  public static HighValueReminder load() {
    RuleSheet sheet = RuleSheet.load(ID);
    return new HighValueReminder(
        sheet.ref(),
        new Others(
            sheet.decimal("othersFactor"), sheet.whole("othersMin"), sheet.whole("othersMetres")),
        new Rise(sheet.decimal("riseFactor"), sheet.whole("hours")),
        new Regional(sheet.whole("regionalPercent"), sheet.whole("regionalMin")),
        DustCandidate.load());
  }

  /** Returns the alerts of one watch, by station and onset. */
  public List<Alert> check(Watch watch, Distance distance, Instant raisedAt) {
    Map<String, Set<Instant>> dustHours = new TreeMap<>();
    watch.stations().forEach(s -> dustHours.put(s.station().id(), dust.hours(s)));
    Scene scene = new Scene(watch, distance, dustHours);
    Set<Instant> own = Set.copyOf(watch.labels());
    List<Alert> alerts = new ArrayList<>();
    for (StationHours station : watch.stations()) {
      if (station.station().role() != null) {
        for (List<HighHour> episode : episodes(scene, station)) {
          if (own.contains(episode.get(0).label())) {
            alerts.add(alert(station, episode, raisedAt));
          }
        }
      }
    }
    return List.copyOf(alerts);
  }

  /** Returns the episodes of both pollutants together, each ascending. */
  private List<List<HighHour>> episodes(Scene scene, StationHours station) {
    Map<Instant, Map<Pollutant, HighHour>> high = new TreeMap<>();
    for (Pollutant pollutant : List.of(Pollutant.PM25, Pollutant.PM10)) {
      for (List<HighHour> run : runs(highHours(scene, station, pollutant))) {
        if (run.size() >= rise.hours()) {
          run.forEach(
              hour ->
                  high.computeIfAbsent(hour.label(), label -> new EnumMap<>(Pollutant.class))
                      .put(pollutant, hour));
        }
      }
    }
    return runs(high.values().stream().flatMap(hour -> hour.values().stream()).toList());
  }

  /** Cuts hours, ascending by label, where more than one hour lies between. */
  private static List<List<HighHour>> runs(List<HighHour> hours) {
    List<List<HighHour>> runs = new ArrayList<>();
    Instant last = Instant.MIN;
    for (HighHour hour : hours) {
      if (last.isBefore(hour.label().minus(Duration.ofHours(1)))) {
        runs.add(new ArrayList<>());
      }
      runs.get(runs.size() - 1).add(hour);
      last = hour.label();
    }
    return runs;
  }

  private List<HighHour> highHours(Scene scene, StationHours station, Pollutant pollutant) {
    Map<Instant, BigDecimal> values = station.of(pollutant);
    List<HighHour> hours = new ArrayList<>();
    List<StationHours> near = null;
    BigDecimal base = null;
    for (Map.Entry<Instant, BigDecimal> entry : values.entrySet()) {
      Instant label = entry.getKey();
      BigDecimal value = entry.getValue();
      BigDecimal before = values.get(label.minus(Duration.ofHours(1)));
      base = before == null ? null : risenFrom(pollutant, label, value, base, before);
      if (value.compareTo(limit(pollutant, label)) >= 0) {
        near = near == null ? evaluationNear(scene, station) : near;
        HighHour hour =
            HighHour.of(pollutant, label, value, base, valuesAt(near, pollutant, label));
        if (hour.high(others) && !isRegional(scene, station, near, hour)) {
          hours.add(hour);
        }
      }
    }
    return hours;
  }

  /** Returns the value before the rise that goes on or begins in this hour, or null. */
  private @Nullable BigDecimal risenFrom(
      Pollutant pollutant,
      Instant label,
      BigDecimal value,
      @Nullable BigDecimal base,
      BigDecimal before) {
    if (value.compareTo(limit(pollutant, label)) <= 0) {
      return null;
    }
    if (base != null && value.compareTo(base.multiply(rise.factor())) >= 0) {
      return base;
    }
    return value.compareTo(before.multiply(rise.factor())) >= 0 ? before : null;
  }

  private static BigDecimal limit(Pollutant pollutant, Instant label) {
    LocalDate date = LocalDate.parse(CivilDay.dateOf(label));
    return AqiStandard.at(date).goodUpTo(AqiItem.daily(pollutant));
  }

  private List<StationHours> evaluationNear(Scene scene, StationHours station) {
    return station.within(scene.watch().stations(), others.metres(), scene.distance()).stream()
        .filter(other -> "evaluation".equals(other.station().role()))
        .toList();
  }

  private static List<BigDecimal> valuesAt(
      List<StationHours> stations, Pollutant pollutant, Instant label) {
    return stations.stream()
        .filter(other -> other.of(pollutant).containsKey(label))
        .map(other -> other.of(pollutant).get(label))
        .toList();
  }

  /** The station itself is one of those that are counted; it is above the limit. */
  private boolean isRegional(
      Scene scene, StationHours station, List<StationHours> near, HighHour hour) {
    Instant label = hour.label();
    int all = 1;
    int involved = 1;
    for (StationHours other : near) {
      BigDecimal value = other.of(hour.pollutant()).get(label);
      if (value != null) {
        all++;
        boolean above = value.compareTo(limit(hour.pollutant(), label)) > 0;
        involved += above || inDust(scene, other, label) ? 1 : 0;
      }
    }
    return all < regional.min()
        ? inDust(scene, station, label)
        : involved * 100 >= regional.percent() * all;
  }

  private static boolean inDust(Scene scene, StationHours station, Instant label) {
    return scene.dustHours().getOrDefault(station.station().id(), Set.of()).contains(label);
  }

  private Alert alert(StationHours station, List<HighHour> episode, Instant raisedAt) {
    Instant onset = episode.get(0).label();
    String id = station.station().id();
    return new Alert(
        Words.id("reminder", id, onset),
        AlertKind.POLLUTION,
        Grade.NOTICE,
        null,
        "reminder",
        onset,
        raisedAt,
        station.county(),
        List.of(),
        station.station().position(),
        id,
        "environment",
        null,
        ReminderGrounds.of(id, episode, this),
        rule,
        false,
        true);
  }
}
