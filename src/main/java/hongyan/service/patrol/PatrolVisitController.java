package hongyan.service.patrol;

import hongyan.geo.patrol.PatrolPoint;
import hongyan.service.accounts.Person;
import hongyan.service.accounts.Role;
import hongyan.service.accounts.WhoAsks;
import hongyan.service.errors.Forbidden;
import hongyan.service.errors.Refused;
import hongyan.service.errors.Refused.Fault;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Visits of patrol points, and what that makes of the grid's cells. */
@Tag(name = "patrol")
@RestController
@RequestMapping("/api/v1/patrol")
class PatrolVisitController {
  private static final Duration AHEAD = Duration.ofMinutes(10);
  private static final int LONGEST_NOTE = 2_000;

  private final PatrolLayer layer;
  private final PatrolStore store;
  private final WhoAsks whoAsks;
  private final Clock clock;

  PatrolVisitController(PatrolLayer layer, PatrolStore store, WhoAsks whoAsks, Clock clock) {
    this.layer = layer;
    this.store = store;
    this.whoAsks = whoAsks;
    this.clock = clock;
  }

  /** A visit as the API takes it; who made it is who asks. */
  record VisitForm(@Nullable String point, @Nullable OffsetDateTime time, @Nullable String note) {}

  /** A visit as it was kept. */
  record VisitView(
      String id, String point, String cell, Instant time, String by, String note, boolean known) {}

  /**
   * A grid cell.
   *
   * @param points how many it has, {@code kinds} by kind
   * @param centre mean place of its points, [lon, lat]
   * @param lastPatrol last visit of one of its points, where there was any
   */
  record Cell(
      String cell,
      int points,
      Map<String, Integer> kinds,
      List<Double> centre,
      @Nullable String county,
      @Nullable Instant lastPatrol) {}

  /** All of them. */
  record Cells(List<Cell> items, @Nullable String next) {}

  @Operation(summary = "Keeps that a patrol was at a point; the same visit twice is one")
  @PostMapping("/visits")
  VisitView visit(@RequestBody VisitForm form) {
    Person person = whoAsks.get();
    if (!person.has(Role.FORESTRY)) {
      throw new Forbidden("visits are entered by the forestry bureau's patrols");
    }
    List<Fault> faults = new ArrayList<>();
    PatrolPoint point = point(form, faults);
    Instant time = time(form, faults);
    String note = Objects.requireNonNullElse(form.note(), "");
    if (note.length() > LONGEST_NOTE) {
      faults.add(Fault.of("note", null, "text-too-long", "2,000 characters at most"));
    }
    if (!faults.isEmpty() || point == null || time == null) {
      throw new Refused(faults);
    }
    var visit =
        new PatrolStore.Visit(
            "%s|%s|%s".formatted(point.id(), time, person.account()),
            point.id(),
            point.cell(),
            time,
            person.account(),
            note);
    boolean isNew = store.add(visit, clock.instant());
    return new VisitView(
        visit.id(), visit.point(), visit.cell(), visit.time(), visit.by(), visit.note(), !isNew);
  }

  @Operation(summary = "The grid's cells: how many points, and the last patrol")
  @GetMapping("/cells")
  Cells cells() {
    Map<String, Instant> last = store.lastVisits();
    Map<String, List<PatrolPoint>> cells = new TreeMap<>();
    for (PatrolPoint point : layer.snapshot().index().points()) {
      cells.computeIfAbsent(point.cell(), cell -> new ArrayList<>()).add(point);
    }
    return new Cells(
        cells.entrySet().stream()
            .map(cell -> cell(cell.getKey(), cell.getValue(), last.get(cell.getKey())))
            .toList(),
        null);
  }

  private static Cell cell(String code, List<PatrolPoint> points, @Nullable Instant last) {
    double lon = 0;
    double lat = 0;
    Map<String, Integer> kinds = new TreeMap<>();
    for (PatrolPoint point : points) {
      lon += point.position().lon();
      lat += point.position().lat();
      kinds.merge(point.kind(), 1, Integer::sum);
    }
    return new Cell(
        code,
        points.size(),
        kinds,
        List.of(lon / points.size(), lat / points.size()),
        points.get(0).county(),
        last);
  }

  private @Nullable PatrolPoint point(VisitForm form, List<Fault> faults) {
    PatrolPoint found =
        layer.snapshot().index().points().stream()
            .filter(point -> point.id().equals(form.point()))
            .findFirst()
            .orElse(null);
    if (found == null) {
      faults.add(Fault.of("point", form.point(), "unknown-point", "no such patrol point"));
    }
    return found;
  }

  private @Nullable Instant time(VisitForm form, List<Fault> faults) {
    if (form.time() == null) {
      faults.add(Fault.of("time", null, "required", "is required, with an offset"));
      return null;
    }
    Instant time = form.time().toInstant();
    if (time.isAfter(clock.instant().plus(AHEAD))) {
      faults.add(Fault.of("time", form.time(), "time-in-future", "has not come yet"));
    }
    return time;
  }
}
