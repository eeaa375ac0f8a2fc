package hongyan.pipelines.job;

import hongyan.pipelines.air.AirFigure;
import hongyan.pipelines.air.PlacedReading;
import hongyan.pipelines.air.Reading;
import hongyan.pipelines.air.StationDay;
import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.birds.BirdCount;
import hongyan.pipelines.birds.CountChange;
import hongyan.pipelines.birds.Counting;
import hongyan.pipelines.birds.Occurrence;
import hongyan.pipelines.birds.OccurrenceChange;
import hongyan.pipelines.birds.OccurrenceDecision;
import hongyan.pipelines.birds.PlacedOccurrence;
import hongyan.pipelines.birds.quality.CountRule;
import hongyan.pipelines.birds.quality.OccurrenceDoubt;
import hongyan.pipelines.birds.quality.OccurrenceMark;
import hongyan.pipelines.birds.quality.TrackRule;
import hongyan.pipelines.casualties.Casualty;
import hongyan.pipelines.casualties.PlacedCasualty;
import hongyan.pipelines.changes.DayUpdate;
import hongyan.pipelines.changes.FigureChange;
import hongyan.pipelines.changes.FigureChanges;
import hongyan.pipelines.devices.DeviceStatus;
import hongyan.pipelines.devices.PlacedDeviceStatus;
import hongyan.pipelines.findings.Finding;
import hongyan.pipelines.findings.PlacedFinding;
import hongyan.pipelines.forecasts.Forecast;
import hongyan.pipelines.quality.Decision;
import hongyan.pipelines.quality.Doubt;
import hongyan.pipelines.records.Former;
import hongyan.pipelines.reference.ReferenceSource;
import hongyan.pipelines.rules.WatchPart;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.Collector;

/**
 * The whole flow, from what the doors accepted to alerts. Sources and sinks are the caller's. Each
 * operator has a fixed uid, by which its state is found again after a change of the program.
 */
public final class MonitoringPipeline {

  /** What the doors accepted. */
  public record Sources(
      DataStream<Reading> readings,
      DataStream<Occurrence> occurrences,
      DataStream<Finding> findings,
      DataStream<Forecast> forecasts,
      DataStream<Decision> decisions,
      DataStream<DeviceStatus> deviceStatuses,
      DataStream<Casualty> casualties,
      DataStream<OccurrenceDecision> occurrenceDecisions) {}

  /** What is made of it. Everything is an upsert by identity. */
  public record Streams(
      DataStream<PlacedReading> readings,
      DataStream<PlacedOccurrence> occurrences,
      DataStream<PlacedFinding> findings,
      DataStream<Forecast> forecasts,
      DataStream<Former> formers,
      DataStream<AirFigure> figures,
      DataStream<FigureChange> changes,
      DataStream<Doubt> doubts,
      DataStream<Decision> decisions,
      DataStream<BirdCount> counts,
      DataStream<PlacedDeviceStatus> deviceStatuses,
      DataStream<PlacedCasualty> casualties,
      DataStream<OccurrenceDoubt> occurrenceDoubts,
      DataStream<OccurrenceDecision> occurrenceDecisions,
      DataStream<Alert> alerts) {}

  private final ReferenceSource reference;
  private final PipelineSettings settings;

  private MonitoringPipeline(ReferenceSource reference, PipelineSettings settings) {
    this.reference = reference;
    this.settings = settings;
  }

  public static Streams define(
      Sources sources, ReferenceSource reference, PipelineSettings settings) {
    return new MonitoringPipeline(reference, settings).define(sources);
  }

  private Streams define(Sources sources) {
    String city = settings.city();
    var placed =
        as("place-readings", sources.readings().process(new PlaceReadings(reference, city)));
    var readings =
        as(
            "readings",
            Beats.process(
                placed
                    .keyBy(ReadingPart::key, Types.STRING)
                    .connect(sources.decisions().keyBy(LatestReadings::key, Types.STRING)),
                new LatestReadings(city),
                PlacedReading.class));
    var updates = readings.getSideOutput(Tags.UPDATES);
    var areaUpdates = areaDays(updates);
    var days = as("days", updates.map(DayUpdate::day));
    var areas = as("days-of-areas", areaUpdates.map(DayUpdate::day));
    var changes = occurrenceChanges(sources);
    var findings = latestFindings(sources.findings());
    var casualties = latestCasualties(sources.casualties());
    var forecasts =
        as(
            "forecasts",
            sources
                .forecasts()
                .keyBy(Forecast::identity, Types.STRING)
                .process(new LatestForecasts()));
    var placedStatuses =
        as(
            "place-device-statuses",
            sources.deviceStatuses().process(new PlaceDeviceStatuses(reference)));
    var statuses =
        as(
            "device-statuses",
            placedStatuses
                .keyBy(placedStatus -> placedStatus.status().identity(), Types.STRING)
                .process(new LatestDeviceStatuses()));
    var watch = watchAlerts(days);
    var leads = new LeadStreams(reference, settings);
    var equipment = leads.deviceAlerts(statuses);
    return new Streams(
        readings,
        as("occurrences", changes.map(OccurrenceChange::after)),
        findings,
        forecasts,
        placed
            .getSideOutput(Tags.FORMER)
            .union(
                readings.getSideOutput(Tags.FORMER),
                changes.getSideOutput(Tags.FORMER),
                findings.getSideOutput(Tags.FORMER),
                forecasts.getSideOutput(Tags.FORMER),
                placedStatuses.getSideOutput(Tags.FORMER),
                statuses.getSideOutput(Tags.FORMER),
                casualties.getSideOutput(Tags.FORMER)),
        figures(days.union(areas)),
        changes(updates.union(areaUpdates)),
        readings.getSideOutput(Tags.DOUBTS),
        sources.decisions(),
        counts(changes),
        statuses,
        casualties,
        occurrenceDoubts(changes),
        sources.occurrenceDecisions(),
        leads
            .joined(
                leads
                    .violations(findings, changes)
                    .union(
                        leads.collapses(findings.getSideOutput(Tags.FINDING_CHANGES), changes),
                        watch.getSideOutput(Tags.LEADS),
                        equipment.getSideOutput(Tags.LEADS)))
            .union(watch, equipment, warnings(areas, forecasts), mortality(casualties)));
  }

  private SingleOutputStreamOperator<Alert> watchAlerts(DataStream<StationDay> days) {
    return as(
        "watch-rules",
        Beats.process(
            as("watches", days.flatMap(new WatchesOfDay(reference)))
                .keyBy(WatchPart::watch, Types.STRING),
            new WatchRules(reference, settings.city(), settings.dateOfEffect()),
            Alert.class));
  }

  private DataStream<Alert> warnings(DataStream<StationDay> areas, DataStream<Forecast> forecasts) {
    String city = settings.city();
    return as(
        "warnings",
        Beats.process(
            areas
                .filter(day -> day.station().equals(city))
                .uid("city-days")
                .keyBy(StationDay::station, Types.STRING)
                .connect(
                    forecasts
                        .filter(f -> f.subject().equals(city) && f.item().equals(Forecast.AQI))
                        .uid("city-forecasts")
                        .keyBy(Forecast::subject, Types.STRING)),
            new CityWarnings(),
            Alert.class));
  }

  private DataStream<DayUpdate> areaDays(DataStream<DayUpdate> updates) {
    var parts = as("areas", updates.flatMap(new AreasOfDay(reference, settings.city())));
    return as(
        "area-days",
        Beats.process(
            parts.keyBy(AreaDays::key, Types.STRING),
            new AreaDays(reference, settings.city()),
            DayUpdate.class));
  }

  private static DataStream<AirFigure> figures(DataStream<StationDay> days) {
    return as(
        "figures",
        days.flatMap(
                (StationDay day, Collector<AirFigure> out) -> {
                  day.hours().forEach(out::collect);
                  out.collect(day.day());
                })
            .returns(TypeInformation.of(AirFigure.class)));
  }

  private static DataStream<FigureChange> changes(DataStream<DayUpdate> updates) {
    return as(
        "figure-changes",
        updates
            .flatMap(
                (DayUpdate update, Collector<FigureChange> out) ->
                    FigureChanges.of(update).forEach(out::collect))
            .returns(TypeInformation.of(FigureChange.class)));
  }

  private SingleOutputStreamOperator<OccurrenceChange> occurrenceChanges(Sources sources) {
    return as(
        "occurrence-changes",
        as(
                "place-occurrences",
                sources
                    .occurrences()
                    .map(Place.occurrences(reference, settings.city()))
                    .returns(TypeInformation.of(PlacedOccurrence.class)))
            .keyBy(placed -> placed.occurrence().occurrenceID(), Types.STRING)
            .connect(
                sources.occurrenceDecisions().keyBy(OccurrenceDecision::occurrenceID, Types.STRING))
            .process(new LatestOccurrences()));
  }

  private DataStream<OccurrenceDoubt> occurrenceDoubts(DataStream<OccurrenceChange> changes) {
    return as("doubts-of-records", changes.flatMap(new DoubtsOfRecords(reference)))
        .union(
            amongMany("doubts-of-tracks", changes, TrackRule::new),
            amongMany("doubts-of-counts", changes, CountRule::new));
  }

  private static DataStream<OccurrenceDoubt> amongMany(
      String uid, DataStream<OccurrenceChange> changes, DoubtsAmongMany.Rule rule) {
    return as(
        uid,
        Beats.process(
            as(uid + "-marks", changes.flatMap(new MarksOfRecords(rule)))
                .keyBy(OccurrenceMark::key, Types.STRING),
            new DoubtsAmongMany(rule),
            OccurrenceDoubt.class));
  }

  private SingleOutputStreamOperator<PlacedFinding> latestFindings(DataStream<Finding> findings) {
    return as(
        "findings",
        as(
                "place-findings",
                findings
                    .map(Place.findings(reference))
                    .returns(TypeInformation.of(PlacedFinding.class)))
            .keyBy(placed -> placed.finding().findingID(), Types.STRING)
            .process(new LatestFindings()));
  }

  private SingleOutputStreamOperator<PlacedCasualty> latestCasualties(
      DataStream<Casualty> casualties) {
    return as(
        "casualties",
        as(
                "place-casualties",
                casualties
                    .map(Place.casualties(reference))
                    .returns(TypeInformation.of(PlacedCasualty.class)))
            .keyBy(placed -> placed.casualty().casualtyID(), Types.STRING)
            .process(new LatestCasualties()));
  }

  private DataStream<Alert> mortality(DataStream<PlacedCasualty> casualties) {
    String city = settings.city();
    return as(
        "mortality",
        Beats.process(
            casualties.keyBy(placed -> city, Types.STRING), new MortalityAlerts(), Alert.class));
  }

  private DataStream<BirdCount> counts(DataStream<OccurrenceChange> changes) {
    String city = settings.city();
    var each =
        as(
            "count-changes",
            changes
                .flatMap(
                    (OccurrenceChange change, Collector<CountChange> out) ->
                        Counting.changes(change, city).forEach(out::collect))
                .returns(TypeInformation.of(CountChange.class)));
    return as(
        "counts",
        Beats.process(
            each.keyBy(CountChange::dayKey, Types.STRING), new BirdCounts(), BirdCount.class));
  }

  static <T> SingleOutputStreamOperator<T> as(String uid, SingleOutputStreamOperator<T> operator) {
    return operator.uid(uid).name(uid);
  }
}
