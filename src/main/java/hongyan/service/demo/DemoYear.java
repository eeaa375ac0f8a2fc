package hongyan.service.demo;

import hongyan.geo.city.City;
import hongyan.service.replay.Body;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A generated year of a city: hourly air, bird records, reported conducts, status of devices.
 *
 * <p>The same seed, end and city folder give the same bytes, on every machine. Nothing in it was
 * measured or seen: identifiers of bird records and findings begin with {@code demo-}, their
 * remarks say that they are generated; readings carry nothing but numbers, so a state folder that
 * holds them is a demo's. {@code docs/demo.md} has the model.
 */
public final class DemoYear {
  private static final int WEEK = 7;

  private final DemoDays days;
  private final DemoPlaces places;
  private final long seed;
  private final List<SmokeNight> smoke;
  private final List<SiteYear> air;
  private final List<DemoFinding> findings;
  private final List<DemoCasualty> casualties;
  private final List<Body> reports;
  private final RoostCounts roosts;

  private DemoYear(long seed, LocalDate end, DemoPlaces places) {
    this.days = DemoDays.endingAt(end);
    this.places = places;
    this.seed = seed;
    Weather weather = new Weather(seed, days);
    this.smoke = SmokeNights.pick(seed, days, weather, places.sites());
    AirModel model = new AirModel(seed, days, weather, smoke);
    this.air = places.sites().stream().filter(s -> s.air() != null).map(model::year).toList();
    this.roosts = new RoostCounts(days, places);
    this.findings = new FindingModel(seed, days, places, DemoConduct.load()).year(smoke);
    this.casualties = new CasualtyCases(days, places).list();
    this.reports = new DemoReports(days, places).list();
  }

  /**
   * Generates the year of {@code city} whose last day is the day before {@code end}.
   *
   * <p>Throws {@link IllegalStateException} when the city's folder or a table of the model is not
   * complete.
   */
  public static DemoYear of(City city, long seed, LocalDate end) {
    return of(DemoPlaces.of(city, DemoDays.instant(end.minusYears(1).atStartOfDay())), seed, end);
  }

  static DemoYear of(DemoPlaces places, long seed, LocalDate end) {
    return new DemoYear(seed, end, places);
  }

  /**
   * Returns all bodies in the order of time, a week after the other: birds, air, status of devices,
   * findings.
   */
  public Stream<Body> bodies() {
    AirBodies readings = new AirBodies(days, air);
    StatusBodies statuses = new StatusBodies(seed, days, places.devices());
    Map<String, Chance> chances = new HashMap<>();
    BirdModel birds = new BirdModel(seed, days, DemoSpecies.load());
    return IntStream.iterate(0, day -> day < days.count(), day -> day + WEEK)
        .boxed()
        .flatMap(
            day -> {
              int to = Math.min(day + WEEK, days.count());
              List<Body> week = new ArrayList<>();
              List<DemoBird> seen = birds(birds, chances, day, to);
              if (!seen.isEmpty()) {
                week.add(BirdBodies.body(seen));
              }
              List<DemoStray> strays = strays(day, to);
              if (!strays.isEmpty()) {
                week.add(BirdBodies.strays(strays));
              }
              week.add(readings.body(day * 24, to * 24));
              week.add(statuses.body(day, to));
              reported(day, to, week::add);
              found(day, to, week::add);
              reports.stream().filter(body -> isIn(day, to, body)).forEach(week::add);
              return week.stream();
            });
  }

  private List<DemoBird> birds(BirdModel model, Map<String, Chance> chances, int from, int to) {
    List<DemoBird> seen = new ArrayList<>();
    for (DemoSite site : places.sites()) {
      if (site.birds() != null) {
        Chance chance = chances.computeIfAbsent(site.id(), id -> Chance.of(seed, "birds/" + id));
        for (int day = from; day < to; day++) {
          model.addDay(site, day, chance, seen);
        }
      }
    }
    seen.addAll(roosts.between(days.day(from).atStartOfDay(), days.day(to).atStartOfDay()));
    seen.sort(Comparator.comparing(DemoBird::time).thenComparing(BirdBodies::id));
    return seen;
  }

  private List<DemoStray> strays(int from, int to) {
    LocalDateTime start = days.day(from).atStartOfDay();
    LocalDateTime end = days.day(to).atStartOfDay();
    return DemoStrays.of(days).stream()
        .filter(stray -> !stray.time().isBefore(start) && stray.time().isBefore(end))
        .toList();
  }

  private void reported(int from, int to, Consumer<Body> week) {
    LocalDateTime start = days.day(from).atStartOfDay();
    LocalDateTime end = days.day(to).atStartOfDay();
    List<DemoFinding> inWeek =
        findings.stream().filter(f -> !f.time().isBefore(start) && f.time().isBefore(end)).toList();
    if (inWeek.isEmpty()) {
      return;
    }
    StringBuilder text = new StringBuilder();
    inWeek.forEach(finding -> text.append(finding.json()).append('\n'));
    week.accept(
        new Body(
            "findings",
            "application/x-ndjson",
            text.toString().getBytes(StandardCharsets.UTF_8),
            inWeek.size(),
            DemoDays.instant(inWeek.get(0).time())));
  }

  private void found(int from, int to, Consumer<Body> week) {
    LocalDateTime start = days.day(from).atStartOfDay();
    LocalDateTime end = days.day(to).atStartOfDay();
    List<DemoCasualty> inWeek =
        casualties.stream()
            .filter(c -> !c.time().isBefore(start) && c.time().isBefore(end))
            .toList();
    if (!inWeek.isEmpty()) {
      StringBuilder text = new StringBuilder();
      inWeek.forEach(casualty -> text.append(casualty.json()).append('\n'));
      week.accept(
          new Body(
              "casualties",
              "application/x-ndjson",
              text.toString().getBytes(StandardCharsets.UTF_8),
              inWeek.size(),
              DemoDays.instant(inWeek.get(0).time())));
    }
  }

  private boolean isIn(int from, int to, Body body) {
    Instant time = body.firstTime();
    return time != null
        && !time.isBefore(DemoDays.instant(days.day(from).atStartOfDay()))
        && time.isBefore(DemoDays.instant(days.day(to).atStartOfDay()));
  }

  /** Returns the casualties of which birds came into care, in the order of time. */
  List<DemoCasualty> rescued() {
    return casualties.stream().filter(casualty -> casualty.birds() > 0).toList();
  }

  List<DemoBird> listBirds() {
    BirdModel model = new BirdModel(seed, days, DemoSpecies.load());
    return birds(model, new HashMap<>(), 0, days.count());
  }

  DemoDays days() {
    return days;
  }

  List<SiteYear> air() {
    return air;
  }

  List<SmokeNight> smokeNights() {
    return smoke;
  }

  List<DemoFinding> findings() {
    return findings;
  }
}
