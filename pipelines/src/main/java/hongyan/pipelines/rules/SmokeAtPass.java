package hongyan.pipelines.rules;

import hongyan.geo.law.Grade;
import hongyan.geo.place.CivilTime;
import hongyan.geo.zones.ZoneKind;
import hongyan.geo.zones.ZoneRef;
import hongyan.pipelines.air.Gbt8170;
import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.alerts.AlertKind;
import hongyan.pipelines.alerts.Legal;
import hongyan.pipelines.alerts.RuleRef;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * PM2.5 at a station in or near a flyway that jumps by night in season while its neighbours stay
 * flat: a lead to smoke or fire against birds, item 1 of Article 7 (永州市候鸟保护若干规定).
 *
 * <p>An hour is a smoke hour when all of this holds:
 *
 * <ol>
 *   <li>its label lies in the night, and the station in or near a flyway in its season;
 *   <li>PM2.5 stands out from the background, the mean of the valid hours of the three before, by
 *       factor and by rise;
 *   <li>it is no dust: where PM10 is known, PM2.5 is at least half of it;
 *   <li>the neighbours that have the same hours are enough, have risen little against their own
 *       background, in the median, and are in no regional episode.
 * </ol>
 *
 * <p>The first smoke hour is the onset and makes the alert. Smoke hours that follow it without a
 * gap belong to it; they are compared with the background before the onset, or the plume would be
 * its own background. No official number exists for any of this: all thresholds are the platform's
 * own choice ({@code rules/smoke-at-pass.json}) but the dust ratio. Pure and deterministic.
 */
public record SmokeAtPass(
    RuleRef rule, Night night, Jump jump, Calm calm, BigDecimal dustRatio, double nearMetres) {

  static final String ID = "smoke-at-pass";

  /** The hours of the night by their labels, both inclusive, over midnight. */
  public record Night(int from, int to) {

    boolean has(Instant label) {
      int hour = label.atZone(CivilTime.ZONE).getHour();
      return hour >= from || hour <= to;
    }
  }

  /** What stands out from the background. */
  public record Jump(int backgroundHours, int backgroundMin, BigDecimal factor, BigDecimal rise) {}

  /** When neighbours are flat; percentages as fractions. */
  public record Calm(
      double metres, int min, BigDecimal share, BigDecimal rise, BigDecimal episode) {}

  /** The hours before a jump, and PM2.5 in them. */
  private record Background(List<Instant> hours, BigDecimal mean) {}

  /** One smoke hour. */
  private record SmokeHour(
      Instant label, BigDecimal value, Neighbours neighbours, List<ZoneRef> flyways) {}

  /** Reads the rule from its file. */
  public static SmokeAtPass load() {
    RuleSheet sheet = RuleSheet.load(ID);
    return new SmokeAtPass(
        sheet.ref(),
        new Night(sheet.whole("nightFrom"), sheet.whole("nightTo")),
        new Jump(
            sheet.whole("backgroundHours"),
            sheet.whole("backgroundMin"),
            sheet.decimal("jumpFactor"),
            sheet.decimal("jumpRise")),
        new Calm(
            sheet.whole("neighbourMetres"),
            sheet.whole("neighbourMin"),
            sheet.decimal("flatPercent").movePointLeft(2),
            sheet.decimal("flatRise"),
            sheet.decimal("episode")),
        sheet.decimal("dustRatio"),
        sheet.whole("nearMetres"));
  }

  /**
   * Returns the alerts of one watch, by station and onset.
   *
   * @param legal what item 1 says, from the law's own files
   */
  public List<Alert> check(
      Watch watch, ZonesNear zones, Distance distance, @Nullable Legal legal, Instant raisedAt) {
    List<Alert> alerts = new ArrayList<>();
    for (StationHours station : watch.stations()) {
      Instant done = Instant.MIN;
      for (Instant label : watch.labels()) {
        if (label.isAfter(done) && mayBeOnset(station, label)) {
          List<StationHours> near = station.within(watch.stations(), calm.metres(), distance);
          List<SmokeHour> plume = plume(station, near, zones, label);
          if (!plume.isEmpty()) {
            alerts.add(alert(station, plume, legal, raisedAt));
            done = plume.get(plume.size() - 1).label();
          }
        }
      }
    }
    return List.copyOf(alerts);
  }

  /** Asks the station alone, before its neighbours and the zones are looked for. */
  private boolean mayBeOnset(StationHours station, Instant label) {
    BigDecimal value = station.pm25().get(label);
    return value != null
        && night.has(label)
        && findBackground(station, label).filter(b -> standsOut(value, b.mean())).isPresent();
  }

  /** Returns the smoke hours from {@code onset} on without a gap; none when it is no onset. */
  private List<SmokeHour> plume(
      StationHours station, List<StationHours> near, ZonesNear zones, Instant onset) {
    List<SmokeHour> plume = new ArrayList<>();
    Optional<Background> background = findBackground(station, onset);
    if (background.isPresent()) {
      Instant label = onset;
      Optional<SmokeHour> hour = findSmoke(station, near, zones, background.get(), label);
      while (hour.isPresent()) {
        plume.add(hour.get());
        label = label.plus(Duration.ofHours(1));
        hour = findSmoke(station, near, zones, background.get(), label);
      }
    }
    return plume;
  }

  private Optional<Background> findBackground(StationHours station, Instant onset) {
    List<Instant> hours = StationHours.before(station.pm25(), onset, jump.backgroundHours());
    if (hours.size() < jump.backgroundMin()) {
      return Optional.empty();
    }
    BigDecimal mean = Gbt8170.mean(hours.stream().map(station.pm25()::get).toList());
    return Optional.of(new Background(hours, mean));
  }

  private Optional<SmokeHour> findSmoke(
      StationHours station,
      List<StationHours> near,
      ZonesNear zones,
      Background background,
      Instant label) {
    BigDecimal value = station.pm25().get(label);
    if (value == null
        || !night.has(label)
        || !standsOut(value, background.mean())
        || isDust(value, station.pm10().get(label))) {
      return Optional.empty();
    }
    Neighbours neighbours = Neighbours.of(near, background.hours(), label);
    if (!neighbours.calm(calm)) {
      return Optional.empty();
    }
    List<ZoneRef> flyways =
        zones.near(station.station().position(), label, nearMetres).stream()
            .filter(zone -> zone.kind() == ZoneKind.FLYWAY && zone.season())
            .toList();
    return flyways.isEmpty()
        ? Optional.empty()
        : Optional.of(new SmokeHour(label, value, neighbours, flyways));
  }

  private boolean standsOut(BigDecimal value, BigDecimal background) {
    return value.compareTo(background.multiply(jump.factor())) >= 0
        && value.subtract(background).compareTo(jump.rise()) >= 0;
  }

  private boolean isDust(BigDecimal pm25, @Nullable BigDecimal pm10) {
    return pm10 != null && pm25.compareTo(pm10.multiply(dustRatio)) < 0;
  }

  private Alert alert(
      StationHours station, List<SmokeHour> plume, @Nullable Legal legal, Instant raisedAt) {
    SmokeHour onset = plume.get(0);
    SmokeGrounds grounds = new SmokeGrounds(station.station().id(), this);
    BigDecimal background =
        findBackground(station, onset.label()).map(Background::mean).orElseThrow();
    plume.forEach(hour -> grounds.hour(hour.label(), hour.value(), background, hour.neighbours()));
    grounds.ratio(onset.value(), station.pm10().get(onset.label()), onset.label());
    onset.flyways().forEach(grounds::flyway);
    grounds.rule();
    return new Alert(
            Words.id("smoke", station.station().id(), onset.label()),
            AlertKind.VIOLATION,
            Grade.SERIOUS,
            1,
            "smoke",
            onset.label(),
            raisedAt,
            station.county(),
            onset.flyways(),
            station.station().position(),
            station.station().id(),
            "forestry",
            legal,
            grounds.list(),
            rule,
            false,
            true)
        .lasting(plume.get(plume.size() - 1).label());
  }
}
