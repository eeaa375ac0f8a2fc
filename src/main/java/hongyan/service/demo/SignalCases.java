package hongyan.service.demo;

import hongyan.geo.place.Position;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What instruments, footprints and market inspections report, at fixed days, so that each rule over
 * signals has something that it must raise and something that it must not ({@code docs/demo.md}).
 */
final class SignalCases {
  private static final double SURE = 0.8;

  private final DemoDays days;
  private final DemoPlaces places;
  private final List<DemoFinding> cases = new ArrayList<>();

  SignalCases(DemoDays days, DemoPlaces places) {
    this.days = days;
    this.places = places;
  }

  List<DemoFinding> list() {
    site("P-SHUNHUANGSHAN").ifPresent(this::oneNight);
    light();
    calls();
    shots();
    site("B-RIYUEHU").ifPresent(this::dusk);
    site("B-CENTIANHE").ifPresent(this::construction);
    town().ifPresent(this::market);
    return List.copyOf(cases);
  }

  /** Calls, light and a net at one pass in one night: one alert. */
  private void oneNight(DemoSite pass) {
    detect("night-playback", "playback", at(10, 18, 20, 30), "REC-SHUNHUANGSHAN-1", SURE);
    detect("night-light", "strong-light", at(10, 18, 21, 40), "LUX-SHUNHUANGSHAN-1", 0.7);
    add("night-net", "net", at(10, 18, 23, 10), near(pass, 0.004), pass, "巡护在垭口发现雾网和诱鸟灯");
  }

  /** By day, and by night away from any flyway: no leads. */
  private void light() {
    detect("light-by-day", "strong-light", at(10, 9, 11, 30), "LUX-SHUNHUANGSHAN-1", SURE);
    detect("light-no-flyway", "strong-light", at(11, 20, 21, 0), "CAM-RIYUEHU-1", 0.9);
  }

  /** Too weak alone, and three within half an hour. */
  private void calls() {
    detect("call-weak", "playback", at(10, 5, 22, 10), "REC-SHUNHUANGSHAN-1", 0.45);
    for (int i = 0; i < 3; i++) {
      LocalDateTime time = at(10, 12, 22, 10 * i);
      detect("call-weak-" + (i + 1), "playback", time, "REC-SHUNHUANGSHAN-1", 0.45 + 0.05 * i);
    }
  }

  /** A shot, and a firecracker of the Spring Festival. */
  private void shots() {
    detect("shot", "volley-gun", at(12, 10, 22, 5), "REC-NANFENGAO-1", 0.75);
    detect("firecracker", "volley-gun", at(2, 17, 20, 0), "REC-NANFENGAO-1", 0.5);
  }

  /** Fireworks at the hour at which the birds leave anyway ({@link RoostCounts}). */
  private void dusk(DemoSite lake) {
    add("fireworks-dusk", "disturbance", at(1, 29, 17, 20), near(lake, 0.006), lake, "村口燃放烟花");
  }

  /** In a habitat without an assessment, and in a town. */
  private void construction(DemoSite lake) {
    ground("ground-habitat", at(3, 3, 10, 0), lake, "遥感变化图斑：湖滨新增硬化地面");
    town().ifPresent(town -> ground("ground-town", at(3, 4, 10, 0), town, "遥感变化图斑：城区新增建筑"));
  }

  private void market(DemoSite town) {
    String seller = "演示摊位甲";
    for (int i = 0; i < 3; i++) {
      LocalDateTime time = at(10, 24 + i, 7, 30);
      Position place = near(town, 0.0008 + 0.0004 * i);
      cases.add(trade("market-" + (i + 1), "sale", time, place, town, seller));
    }
    cases.add(trade("market-online", "advertising", at(10, 27, 20, 0), null, town, seller));
  }

  private DemoFinding trade(
      String id,
      String conduct,
      LocalDateTime time,
      @Nullable Position place,
      DemoSite town,
      String seller) {
    return new DemoFinding(
        "demo-F-signal-" + id,
        conduct,
        time,
        place,
        town.county(),
        "Emberiza aureola",
        place == null ? 0 : 12,
        null,
        place == null ? "online" : "market",
        place == null ? "账号发布活鸟出售信息，与集市摊位同一经营者" : "集市摊位摆卖活鸟",
        null,
        null,
        seller);
  }

  private void ground(String id, LocalDateTime time, DemoSite site, String words) {
    double lon = site.position().lon();
    double lat = site.position().lat();
    String square =
        String.format(
            Locale.ROOT,
            "{\"type\":\"Polygon\",\"coordinates\":[[[%1$.5f,%2$.5f],[%3$.5f,%2$.5f],[%3$.5f,%4$.5f],"
                + "[%1$.5f,%4$.5f],[%1$.5f,%2$.5f]]]}",
            lon - 0.0005,
            lat - 0.0005,
            lon + 0.0005,
            lat + 0.0005);
    cases.add(
        new DemoFinding(
            "demo-F-signal-" + id,
            "habitat-destruction",
            time,
            FindingModel.rounded(lon, lat),
            site.county(),
            "",
            0,
            null,
            "online",
            words,
            null,
            square,
            null));
  }

  /** What a device detects where it stands; nothing where the city has no such device. */
  private void detect(
      String id, String conduct, LocalDateTime time, String device, double confidence) {
    Consumer<DemoDevice> add =
        known ->
            cases.add(
                new DemoFinding(
                    "demo-F-signal-" + id,
                    conduct,
                    time,
                    known.position(),
                    "",
                    "",
                    0,
                    known.id(),
                    "device",
                    known.name() + "自动探测",
                    confidence,
                    null,
                    null));
    places.devices().stream().filter(known -> known.id().equals(device)).forEach(add);
  }

  private void add(
      String id, String conduct, LocalDateTime time, Position place, DemoSite site, String words) {
    cases.add(
        new DemoFinding(
            "demo-F-signal-" + id,
            conduct,
            time,
            place,
            site.county(),
            "",
            0,
            null,
            "patrol",
            words));
  }

  private static Position near(DemoSite site, double degrees) {
    return FindingModel.rounded(site.position().lon() + degrees, site.position().lat());
  }

  private Optional<DemoSite> site(String id) {
    return places.sites().stream().filter(site -> site.id().equals(id)).findFirst();
  }

  /** The first county town outside the central city. */
  private Optional<DemoSite> town() {
    return places.sites().stream()
        .filter(site -> site.air() == DemoSite.Air.TOWN && !site.county().startsWith("43110"))
        .findFirst();
  }

  private LocalDateTime at(int month, int day, int hour, int minute) {
    return days.day(days.number(month, day)).atTime(hour, minute);
  }
}
