package hongyan.service.demo;

import hongyan.geo.place.Position;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The findings that stand for a question which a rule must answer, at fixed days: nets of the
 * permitted ringing station, and one for a permit that has run out; birds driven away where there
 * are birds and where there are none; habitat destroyed inside and outside a habitat; equipment
 * that is registered and some that is not; fires on the smoke nights.
 */
final class FindingCases {
  private static final String RINGED = "Turdus hortulorum";

  private final DemoDays days;
  private final DemoPlaces places;
  private final List<DemoFinding> cases = new ArrayList<>();

  FindingCases(DemoDays days, DemoPlaces places) {
    this.days = days;
    this.places = places;
  }

  List<DemoFinding> list(List<SmokeNight> smoke) {
    ringing();
    runOut();
    research();
    airport();
    disturbance();
    habitat();
    equipment();
    fires(smoke);
    return List.copyOf(cases);
  }

  private void ringing() {
    Optional<DemoSite> station =
        places.sites().stream().filter(s -> places.permitted().contains(s.id())).findFirst();
    if (station.isPresent()) {
      String words = "环志作业架设雾网，操作人员出示许可";
      add("ringing-1", "net", at(9, 26, 5), station.get(), RINGED, 7, words);
      add("ringing-2", "net", at(10, 11, 5), station.get(), RINGED, 12, words);
      add("ringing-3", "net", at(10, 27, 5), station.get(), RINGED, 9, words);
      add("ringing-4", "playback", at(10, 12, 4), station.get(), RINGED, 0, "环志作业播放鸟鸣");
    }
  }

  private void runOut() {
    water("431123")
        .ifPresent(
            lake ->
                add(
                    "permit-over",
                    "net",
                    at(1, 15, 10),
                    lake,
                    "Mergus squamatus",
                    1,
                    "救护人员用网捕捉受伤水鸟，出示的许可已过期"));
  }

  /** Egrets netted for research, once a species that the permit does not name. */
  private void research() {
    water("431129")
        .ifPresent(
            lake -> {
              String words = "研究组网捕白鹭测量后放飞，出示许可";
              add("research-1", "net", at(5, 14, 6), lake, "Egretta garzetta", 3, words);
              add("research-2", "net", at(6, 3, 6), lake, "Ardeola bacchus", 2, words);
              add("research-other", "net", at(6, 3, 9), lake, "Ixobrychus sinensis", 1, words);
            });
  }

  /** The airport drives birds away, under its permit, where the public has seen some. */
  private void airport() {
    cases.add(
        new DemoFinding(
            "demo-F-case-airport",
            "driving-away",
            at(3, 8, 8),
            FindingModel.rounded(111.6112, 26.3391),
            "431103",
            "Ardea cinerea",
            3,
            null,
            "patrol",
            "机场鸟防队鸣放驱鸟"));
  }

  private void disturbance() {
    water("431123")
        .ifPresent(
            lake ->
                add(
                    "driven-birds-there",
                    "driving-away",
                    at(1, 20, 10),
                    lake,
                    "Mergus squamatus",
                    14,
                    "无人机低飞追逐越冬水鸟"));
    town()
        .ifPresent(
            town -> {
              add("driven-nothing-there", "driving-away", at(6, 18, 15), town, "", 0, "城区有人驱赶家鸽");
              add("disturbed-nothing-there", "disturbance", at(7, 2, 21), town, "", 0, "广场燃放烟花");
            });
  }

  private void habitat() {
    town()
        .ifPresent(
            town ->
                add(
                    "habitat-none-there",
                    "habitat-destruction",
                    at(4, 18, 14),
                    town,
                    "",
                    0,
                    "城区空地平整施工，反映人称破坏鸟类生境"));
  }

  private void equipment() {
    town()
        .ifPresent(
            town ->
                add(
                    "equipment-unregistered",
                    "equipment-moving",
                    at(5, 9, 16),
                    town,
                    "",
                    0,
                    "一块未登记的宣传牌被移走"));
  }

  /** On every other smoke night somebody reports what burns. */
  private void fires(List<SmokeNight> smoke) {
    for (int i = 0; i < smoke.size(); i += 2) {
      fire(smoke.get(i), "smoke-night-" + (i + 1), i % 4 == 0 ? "fire" : "smoke");
    }
  }

  private void fire(SmokeNight night, String id, String conduct) {
    LocalDateTime time = days.hourEnd(night.fromHour()).plusMinutes(25);
    places.sites().stream()
        .filter(site -> site.id().equals(night.site()))
        .forEach(site -> add(id, conduct, time, site, "", 0, "夜间垭口有火光和浓烟"));
  }

  private Optional<DemoSite> water(String county) {
    return places.sites().stream()
        .filter(site -> site.birds() == DemoSite.Birds.WATER && site.county().equals(county))
        .findFirst();
  }

  /** The first county town outside the central city, where the river is a habitat. */
  private Optional<DemoSite> town() {
    return places.sites().stream()
        .filter(site -> site.air() == DemoSite.Air.TOWN && !site.county().startsWith("43110"))
        .findFirst();
  }

  private LocalDateTime at(int month, int day, int hour) {
    return days.day(days.number(month, day)).atTime(hour, 20);
  }

  private void add(
      String id,
      String conduct,
      LocalDateTime time,
      DemoSite site,
      String species,
      int count,
      String words) {
    Position position =
        FindingModel.rounded(site.position().lon() + 0.0006, site.position().lat() - 0.0005);
    cases.add(
        new DemoFinding(
            "demo-F-case-" + id,
            conduct,
            time,
            position,
            site.county(),
            species,
            count,
            null,
            id.startsWith("smoke-night") ? "public" : "patrol",
            words));
  }
}
