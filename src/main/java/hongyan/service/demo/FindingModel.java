package hongyan.service.demo;

import hongyan.geo.place.Position;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the year's findings: every conduct of Article 7, each as often as its table says, in its
 * own part of the year; some of the same conducts out of season or away from any zone; and the
 * cases that a rule must tell apart ({@link FindingCases}).
 */
final class FindingModel {
  private final DemoDays days;
  private final DemoPlaces places;
  private final Chance chance;
  private final Chance again;
  private final List<DemoConduct> conducts;

  FindingModel(long seed, DemoDays days, DemoPlaces places, List<DemoConduct> conducts) {
    this.days = days;
    this.places = places;
    this.chance = Chance.of(seed, "findings");
    this.again = Chance.of(seed, "repeats");
    this.conducts = conducts;
  }

  /** Returns them in the order of time; none of a conduct whose kind of place the city lacks. */
  List<DemoFinding> year(List<SmokeNight> smoke) {
    List<DemoFinding> findings = new ArrayList<>();
    for (DemoConduct conduct : conducts) {
      for (int i = 0; i < conduct.perYear(); i++) {
        // Every fifth falls anywhere in the year: that is where the season makes a difference.
        LocalDateTime time = time(conduct, i % 5 == 4);
        String id = "demo-F-%s-%02d".formatted(conduct.conduct(), i + 1);
        add(conduct, id, time, findings);
      }
    }
    findings.addAll(repeats(findings));
    findings.addAll(new FindingCases(days, places).list(smoke));
    findings.addAll(new SignalCases(days, places).list());
    findings.sort(Comparator.comparing(DemoFinding::time).thenComparing(DemoFinding::id));
    return findings;
  }

  /** An instrument reports what goes on again and again, every few minutes, more or less sure. */
  private List<DemoFinding> repeats(List<DemoFinding> findings) {
    List<DemoFinding> repeats = new ArrayList<>();
    for (DemoFinding first : findings) {
      if (first.source().equals("device")) {
        LocalDateTime time = first.time();
        int times = again.between(2, 9);
        for (int i = 1; i <= times; i++) {
          time = time.plusMinutes(again.between(3, 15));
          double sure = again.between(40, 90) / 100.0;
          repeats.add(first.again(first.id() + "-r" + i, time, sure));
        }
      }
    }
    return repeats;
  }

  private LocalDateTime time(DemoConduct conduct, boolean anyDay) {
    int from = number(conduct.from());
    int span = Math.floorMod(number(conduct.to()) - from, days.count());
    int day = Math.floorMod(from + chance.between(0, span), days.count());
    int used = anyDay ? chance.between(0, days.count() - 1) : day;
    int hour = conduct.night() ? chance.between(19, 23) : chance.between(8, 17);
    return days.day(used).atTime(hour, chance.between(0, 59));
  }

  private int number(String monthDay) {
    return days.number(
        Integer.parseInt(monthDay.substring(0, 2)), Integer.parseInt(monthDay.substring(3)));
  }

  private void add(DemoConduct conduct, String id, LocalDateTime time, List<DemoFinding> to) {
    int count = conduct.most() == 0 ? 0 : chance.between(1, conduct.most());
    if (conduct.place().equals("device")) {
      if (!places.devices().isEmpty()) {
        DemoDevice device = pick(places.devices());
        to.add(finding(conduct, id, time, device.position(), "", count, device));
      }
      return;
    }
    List<DemoSite> sites = places.sites().stream().filter(s -> suits(conduct, s)).toList();
    if (!sites.isEmpty()) {
      DemoSite site = pick(sites);
      Position position = conduct.place().equals("online") ? null : near(site, conduct);
      to.add(finding(conduct, id, time, position, site.county(), count, null));
    }
  }

  private static DemoFinding finding(
      DemoConduct conduct,
      String id,
      LocalDateTime time,
      @Nullable Position position,
      String county,
      int count,
      @Nullable DemoDevice device) {
    String words =
        device == null ? conduct.description() : device.name() + "：" + conduct.description();
    return new DemoFinding(
        id,
        conduct.conduct(),
        time,
        position,
        county,
        conduct.species(),
        count,
        device == null ? null : device.id(),
        conduct.source(),
        words);
  }

  /** Catching at a station where ringing is permitted is left to the cases. */
  private boolean suits(DemoConduct conduct, DemoSite site) {
    boolean mayBePermitted =
        conduct.conduct().equals("net") || conduct.conduct().equals("playback");
    return switch (conduct.place()) {
      case "pass" ->
          site.birds() == DemoSite.Birds.PASS
              && !(mayBePermitted && places.permitted().contains(site.id()));
      case "water" -> site.birds() == DemoSite.Birds.WATER;
      default -> site.air() == DemoSite.Air.TOWN;
    };
  }

  /** Within 250 m of a bird station, so inside its zone; in towns and woods further about. */
  private Position near(DemoSite site, DemoConduct conduct) {
    double spread =
        switch (conduct.place()) {
          case "town" -> 0.008;
          case "woods" -> 0.03;
          default -> 0.0018;
        };
    double lon = site.position().lon() + spread * (2 * chance.unit() - 1);
    double lat = site.position().lat() + spread * (2 * chance.unit() - 1);
    return rounded(lon, lat);
  }

  static Position rounded(double lon, double lat) {
    return new Position(StrictMath.round(lon * 1e5) / 1e5, StrictMath.round(lat * 1e5) / 1e5);
  }

  private <T> T pick(List<T> from) {
    return from.get(chance.between(0, from.size() - 1));
  }
}
