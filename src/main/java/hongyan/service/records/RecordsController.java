package hongyan.service.records;

import hongyan.pipelines.air.Pollutant;
import hongyan.pipelines.records.Former;
import hongyan.pipelines.series.CasualtyQuery;
import hongyan.pipelines.series.DeviceStatusQuery;
import hongyan.pipelines.series.FindingQuery;
import hongyan.pipelines.series.OccurrenceQuery;
import hongyan.pipelines.series.Page;
import hongyan.pipelines.series.ReadingQuery;
import hongyan.pipelines.series.SeriesStore;
import hongyan.service.accounts.Permissions;
import hongyan.service.accounts.Person;
import hongyan.service.accounts.WhoAsks;
import hongyan.service.api.ListOptions;
import hongyan.service.reporters.Reporters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was taken, newest first: inspectors go back to the record. */
@Tag(name = "records", description = "已接收的记录：读数、鸟类记录、线索上报")
@RestController
@RequestMapping("/api/v1")
class RecordsController {
  private static final String REPORTER = "reporter";
  private static final Set<String> BEHIND_A_RIGHT = Set.of("occurrence", "finding", "casualty");

  private static final Set<String> WITH_REPORTER = Set.of("finding", "casualty");

  private final SeriesStore series;
  private final WhoAsks whoAsks;
  private final Permissions permissions;

  RecordsController(SeriesStore series, WhoAsks whoAsks, Permissions permissions) {
    this.series = series;
    this.whoAsks = whoAsks;
    this.permissions = permissions;
  }

  @Operation(summary = "Readings, newest first")
  @GetMapping("/readings")
  Page<ReadingView> readings(
      @RequestParam(required = false) @Nullable String station,
      @RequestParam(required = false) @Nullable String county,
      @RequestParam(required = false) @Nullable String zone,
      @RequestParam(required = false) @Nullable Pollutant pollutant,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      @ParameterObject ListOptions options) {
    ReadingQuery query = new ReadingQuery(station, county, zone, pollutant, from, to);
    return ListOptions.show(series.readings().list(query, options.paging()), ReadingView::of);
  }

  @Operation(summary = "Bird records, newest first")
  @GetMapping("/occurrences")
  Page<OccurrenceView> occurrences(
      @RequestParam(required = false) @Nullable String id,
      @RequestParam(required = false) @Nullable String station,
      @RequestParam(required = false) @Nullable String county,
      @RequestParam(required = false) @Nullable String zone,
      @RequestParam(required = false) @Nullable String species,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      @ParameterObject ListOptions options) {
    OccurrenceQuery query = new OccurrenceQuery(id, station, county, zone, species, from, to);
    return ListOptions.show(
        series.occurrences().list(whoAsks.get().scope(), query, options.paging()),
        OccurrenceView::of);
  }

  @Operation(summary = "Findings, newest first")
  @GetMapping("/findings")
  Page<FindingView> findings(
      @RequestParam(required = false) @Nullable String id,
      @RequestParam(required = false) @Nullable String county,
      @RequestParam(required = false) @Nullable String zone,
      @RequestParam(required = false) @Nullable String species,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      @ParameterObject ListOptions options) {
    FindingQuery query = new FindingQuery(id, county, zone, species, from, to);
    Person person = whoAsks.get();
    boolean showReporter = permissions.allows(person, REPORTER);
    return ListOptions.show(
        series.findings().list(person.scope(), query, options.paging()),
        finding -> FindingView.of(finding, showReporter));
  }

  @Operation(summary = "Dead, sick, hurt and trapped birds, newest first")
  @GetMapping("/casualties")
  Page<CasualtyView> casualties(
      @RequestParam(required = false) @Nullable String id,
      @RequestParam(required = false) @Nullable String county,
      @RequestParam(required = false) @Nullable String zone,
      @RequestParam(required = false) @Nullable String species,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      @ParameterObject ListOptions options) {
    CasualtyQuery query = new CasualtyQuery(id, county, zone, species, from, to);
    Person person = whoAsks.get();
    boolean showReporter = permissions.allows(person, REPORTER);
    return ListOptions.show(
        series.casualties().list(person.scope(), query, options.paging()),
        casualty -> CasualtyView.of(casualty, showReporter));
  }

  @Operation(summary = "Statuses of devices, newest first")
  @GetMapping("/devices/status")
  Page<DeviceStatusView> deviceStatuses(
      @RequestParam(required = false) @Nullable String id,
      @RequestParam(required = false) @Nullable String station,
      @RequestParam(required = false) @Nullable String county,
      @RequestParam(required = false) @Nullable String zone,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      @ParameterObject ListOptions options) {
    DeviceStatusQuery query = new DeviceStatusQuery(id, station, county, zone, from, to);
    return ListOptions.show(
        series.deviceStatuses().list(whoAsks.get().scope(), query, options.paging()),
        DeviceStatusView::of);
  }

  @Operation(
      summary = "What a record was before it was corrected, newest version first",
      description =
          "kind is reading, occurrence, finding, casualty, forecast or device-status; identity is"
              + " the record's own, for a reading station|pollutant|averaging|time, for a status"
              + " device|time")
  @GetMapping("/records/former")
  List<Former> former(@RequestParam String kind, @RequestParam String identity) {
    Person person = whoAsks.get();
    if (BEHIND_A_RIGHT.contains(kind)) {
      permissions.require(person, "former/" + kind);
    }
    List<Former> found = series.former().list(person.scope(), kind, identity);
    boolean showAll = !WITH_REPORTER.contains(kind) || permissions.allows(person, REPORTER);
    return showAll ? found : found.stream().map(RecordsController::withoutReporter).toList();
  }

  private static Former withoutReporter(Former former) {
    return new Former(
        former.kind(), former.identity(), former.version(), Reporters.hide(former.json()));
  }
}
