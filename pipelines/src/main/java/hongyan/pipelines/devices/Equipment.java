package hongyan.pipelines.devices;

import hongyan.geo.law.Grade;
import hongyan.geo.place.CivilTime;
import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.alerts.AlertKind;
import hongyan.pipelines.alerts.Ground;
import hongyan.pipelines.alerts.RuleRef;
import hongyan.pipelines.rules.RuleSheet;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What befalls registered devices and boundary markers: one that moves further than its GPS error,
 * is tampered with, or goes silent while those beside it stay up may be a case of Article 7 (7);
 * one that is offline for another reason or low on battery is a matter of upkeep.
 *
 * <p>It looks at the reports of one device and those beside it on three civil days and raises what
 * begins on the middle one. Thresholds: {@code rules/equipment.json}. Pure and deterministic.
 */
public final class Equipment {

  static final String ID = "equipment";

  private static final String MOVED = "moved";
  private static final String TAMPER = "tamper";
  private static final String SILENT = "silent";

  /** What Article 7 calls what may be behind it. Silence cannot tell theft from damage. */
  private static final Map<String, String> CONDUCTS =
      Map.of(MOVED, "equipment-moving", TAMPER, "equipment-damage", SILENT, "equipment-damage");

  private static final DateTimeFormatter IN_ID =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss").withZone(CivilTime.ZONE);
  private static final DateTimeFormatter IN_TEXT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(CivilTime.ZONE);

  /** When a device is silent. */
  record Quiet(Duration least, int intervals, Duration most) {}

  private final RuleRef rule;
  private final int movedReports;
  private final Quiet quiet;
  private final double lowBattery;

  private Equipment(RuleSheet sheet) {
    this.rule = sheet.ref();
    this.movedReports = sheet.whole("movedReports");
    this.quiet =
        new Quiet(
            Duration.ofHours(sheet.whole("silentHours")),
            sheet.whole("silentIntervals"),
            Duration.ofHours(sheet.whole("silentMostHours")));
    this.lowBattery = sheet.decimal("lowBattery").doubleValue();
  }

  /** Reads the rule from its file. */
  public static Equipment load() {
    return new Equipment(RuleSheet.load(ID));
  }

  /**
   * Returns the alerts of kind device that begin on a day.
   *
   * @param watch {@code DEVICE|yyyy-MM-dd}
   * @param reports of that day and the days beside it, in any order
   */
  public List<Alert> check(String watch, Collection<DeviceReport> reports) {
    String device = watch.substring(0, watch.lastIndexOf('|'));
    LocalDate date = LocalDate.parse(watch.substring(watch.lastIndexOf('|') + 1));
    List<DeviceReport> sorted =
        reports.stream()
            .sorted(Comparator.comparing(DeviceReport::time).thenComparing(DeviceReport::device))
            .toList();
    List<DeviceReport> own = sorted.stream().filter(r -> r.device().equals(device)).toList();
    List<DeviceReport> beside =
        sorted.stream().filter(r -> !r.device().equals(device) && r.up()).toList();
    var alerts = new ArrayList<Alert>();
    moved(own, date, alerts);
    tampered(own, date, alerts);
    silent(own, beside, date, alerts);
    lowOnBattery(own, date, alerts);
    return alerts;
  }

  /** Returns the lead to Article 7 that an alert about a device would be, if it may be one. */
  public Optional<Alert> lead(Alert alert) {
    return Optional.ofNullable(CONDUCTS.get(alert.conduct()))
        .map(
            conduct ->
                new Alert(
                    alert.id().substring("device-".length()),
                    AlertKind.VIOLATION,
                    alert.zones().isEmpty() ? Grade.NOTICE : Grade.SERIOUS,
                    7,
                    conduct,
                    alert.time(),
                    alert.raisedAt(),
                    alert.county(),
                    alert.zones(),
                    alert.position(),
                    alert.subject(),
                    alert.department(),
                    null,
                    alert.grounds(),
                    alert.rule(),
                    false,
                    true));
  }

  private void moved(List<DeviceReport> own, LocalDate date, List<Alert> to) {
    List<DeviceReport> placed = own.stream().filter(r -> r.metresOff() != null).toList();
    for (int i = 0; i + movedReports <= placed.size(); i++) {
      DeviceReport onset = placed.get(i);
      List<DeviceReport> run = placed.subList(i, i + movedReports);
      boolean begins = i == 0 || !isOff(placed.get(i - 1));
      if (isOn(date, onset) && begins && run.stream().allMatch(Equipment::isOff)) {
        var grounds = new ArrayList<Ground>();
        run.forEach(report -> grounds.add(off(report)));
        to.add(alert(MOVED, onset, run.get(run.size() - 1).receivedAt(), grounds));
      }
    }
  }

  private static boolean isOff(DeviceReport report) {
    Double off = report.metresOff();
    return off != null && off > report.allowedMetres();
  }

  private static Ground off(DeviceReport report) {
    return fact(
        report,
        "%s 自报位置偏离登记位置 %.0f 米，允许 %.0f 米"
            .formatted(at(report), report.metresOff(), report.allowedMetres()),
        "%s: reports itself %.0f m from where it is registered, %.0f m allowed"
            .formatted(at(report), report.metresOff(), report.allowedMetres()));
  }

  private void tampered(List<DeviceReport> own, LocalDate date, List<Alert> to) {
    for (int i = 0; i < own.size(); i++) {
      DeviceReport report = own.get(i);
      boolean begins = i == 0 || !own.get(i - 1).tamper();
      if (isOn(date, report) && report.tamper() && begins) {
        Ground ground =
            fact(
                report,
                at(report) + " 设备报告被拆动、摇动或遮挡",
                at(report) + ": the device reports tampering");
        to.add(alert(TAMPER, report, report.receivedAt(), List.of(ground)));
      }
    }
  }

  private void silent(
      List<DeviceReport> own, List<DeviceReport> beside, LocalDate date, List<Alert> to) {
    List<DeviceReport> up = own.stream().filter(DeviceReport::up).toList();
    for (DeviceReport last : up) {
      if (isOn(date, last)) {
        Silence.after(last, up, beside, quiet)
            .flatMap(silence -> judge(silence, isLow(batteryAt(last, own))))
            .ifPresent(to::add);
      }
    }
    List<Instant> told = to.stream().map(Alert::time).toList();
    for (int i = 1; i < own.size(); i++) {
      DeviceReport report = own.get(i);
      DeviceReport before = own.get(i - 1);
      if (isOn(date, report) && !report.up() && before.up() && !told.contains(before.time())) {
        Ground ground = fact(report, at(report) + " 网关报告设备离线", at(report) + ": said to be offline");
        to.add(alert("offline", report, report.receivedAt(), List.of(ground)));
      }
    }
  }

  private Optional<Alert> judge(Silence silence, boolean low) {
    if (silence.isItsOwn() && !low) {
      return Optional.of(
          alert(SILENT, silence.last(), silence.passed().receivedAt(), grounds(silence, false)));
    }
    DeviceReport known = silence.next() != null ? silence.next() : low ? silence.passed() : null;
    return Optional.ofNullable(known)
        .map(
            report -> alert("offline", silence.last(), report.receivedAt(), grounds(silence, low)));
  }

  private static List<Ground> grounds(Silence silence, boolean low) {
    var grounds = new ArrayList<Ground>();
    grounds.add(
        fact(
            silence.last(),
            "%s 之后超过 %d 小时没有上报，平时间隔 %d 分钟"
                .formatted(
                    at(silence.last()), silence.limit().toHours(), silence.usual().toMinutes()),
            "silent for more than %d h after %s, its usual interval is %d min"
                .formatted(
                    silence.limit().toHours(), at(silence.last()), silence.usual().toMinutes())));
    grounds.add(
        new Ground(
            "邻近 %d 台设备中 %d 台同期正常上报%s"
                .formatted(silence.active(), silence.up().size(), list(silence)),
            "%d of %d devices beside it went on reporting%s"
                .formatted(silence.up().size(), silence.active(), list(silence)),
            silence.passed() == null ? null : silence.passed().record()));
    if (silence.next() != null) {
      grounds.add(
          fact(
              silence.next(),
              at(silence.next()) + " 恢复上报",
              at(silence.next()) + ": reports again"));
    }
    if (low) {
      grounds.add(new Ground("此前电量已低", "its battery had been low", null));
    }
    return grounds;
  }

  private static String list(Silence silence) {
    return silence.up().isEmpty() ? "" : ": " + String.join(", ", silence.up());
  }

  private void lowOnBattery(List<DeviceReport> own, LocalDate date, List<Alert> to) {
    List<DeviceReport> known = own.stream().filter(r -> r.battery() != null).toList();
    for (int i = 0; i < known.size(); i++) {
      DeviceReport report = known.get(i);
      boolean begins = i == 0 || !isLow(known.get(i - 1).battery());
      if (isOn(date, report) && isLow(report.battery()) && begins) {
        Ground ground =
            fact(
                report,
                "%s 电量 %.0f%%，低于或等于 %.0f%%".formatted(at(report), report.battery(), lowBattery),
                "%s: battery at %.0f %%, low from %.0f %% on"
                    .formatted(at(report), report.battery(), lowBattery));
        to.add(alert("low-battery", report, report.receivedAt(), List.of(ground)));
      }
    }
  }

  private boolean isLow(@Nullable Double battery) {
    return battery != null && battery <= lowBattery;
  }

  private static @Nullable Double batteryAt(DeviceReport last, List<DeviceReport> own) {
    return own.stream()
        .filter(r -> r.battery() != null && !r.time().isAfter(last.time()))
        .reduce((earlier, later) -> later)
        .map(DeviceReport::battery)
        .orElse(null);
  }

  private static boolean isOn(LocalDate date, DeviceReport report) {
    return LocalDate.ofInstant(report.time(), CivilTime.ZONE).equals(date);
  }

  private Alert alert(String what, DeviceReport report, Instant raisedAt, List<Ground> facts) {
    DeviceReport.Home home = report.home();
    var grounds = new ArrayList<>(facts);
    grounds.add(
        new Ground(
            "规则 %s 第 %s 版".formatted(rule.id(), rule.version()),
            "rule %s version %s".formatted(rule.id(), rule.version()),
            null));
    return new Alert(
        String.format(
            Locale.ROOT, "device-%s-%s-%s", what, report.device(), IN_ID.format(report.time())),
        AlertKind.DEVICE,
        Grade.NOTICE,
        null,
        what,
        report.time(),
        raisedAt,
        home.placement().county(),
        home.placement().zones(),
        home.device().position(),
        report.device(),
        "forestry",
        null,
        grounds,
        rule,
        false,
        true);
  }

  private static Ground fact(DeviceReport report, String zh, String en) {
    return new Ground(zh, en, report.record());
  }

  private static String at(DeviceReport report) {
    return IN_TEXT.format(report.time());
  }
}
