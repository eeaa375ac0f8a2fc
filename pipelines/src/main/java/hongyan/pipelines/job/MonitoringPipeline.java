package hongyan.pipelines.job;

import hongyan.pipelines.air.AirFigure;
import hongyan.pipelines.air.PlacedReading;
import hongyan.pipelines.air.Reading;
import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.birds.BirdCount;
import hongyan.pipelines.birds.Occurrence;
import hongyan.pipelines.birds.OccurrenceChange;
import hongyan.pipelines.birds.OccurrenceDecision;
import hongyan.pipelines.birds.PlacedOccurrence;
import hongyan.pipelines.birds.quality.OccurrenceDoubt;
import hongyan.pipelines.casualties.Casualty;
import hongyan.pipelines.casualties.PlacedCasualty;
import hongyan.pipelines.changes.DayUpdate;
import hongyan.pipelines.changes.FigureChange;
import hongyan.pipelines.devices.DeviceStatus;
import hongyan.pipelines.devices.PlacedDeviceStatus;
import hongyan.pipelines.findings.Finding;
import hongyan.pipelines.findings.PlacedFinding;
import hongyan.pipelines.forecasts.Forecast;
import hongyan.pipelines.quality.Decision;
import hongyan.pipelines.quality.Doubt;
import hongyan.pipelines.records.Former;
import hongyan.pipelines.reference.ReferenceSource;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

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
    var air = new AirStreams(reference, settings);
    var areaUpdates = air.areaDays(updates);
    var days = as("days", updates.map(DayUpdate::day));
    var areas = as("days-of-areas", areaUpdates.map(DayUpdate::day));
    var birds = new BirdStreams(reference, city);
    var changes = birds.changes(sources.occurrences(), sources.occurrenceDecisions());
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
    var watch = air.watchAlerts(days);
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
        AirStreams.figures(days.union(areas)),
        AirStreams.changes(updates.union(areaUpdates)),
        readings.getSideOutput(Tags.DOUBTS),
        sources.decisions(),
        birds.counts(changes),
        statuses,
        casualties,
        birds.doubts(changes),
        sources.occurrenceDecisions(),
        leads
            .joined(
                leads
                    .violations(findings, changes)
                    .union(
                        leads.collapses(findings.getSideOutput(Tags.FINDING_CHANGES), changes),
                        watch.getSideOutput(Tags.LEADS),
                        equipment.getSideOutput(Tags.LEADS)))
            .union(watch, equipment, air.warnings(areas, forecasts), mortality(casualties)));
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

  static <T> SingleOutputStreamOperator<T> as(String uid, SingleOutputStreamOperator<T> operator) {
    return operator.uid(uid).name(uid);
  }
}
