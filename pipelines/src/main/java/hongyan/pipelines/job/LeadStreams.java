package hongyan.pipelines.job;

import static hongyan.pipelines.job.MonitoringPipeline.as;

import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.alerts.Lead;
import hongyan.pipelines.birds.OccurrenceChange;
import hongyan.pipelines.devices.DeviceReport;
import hongyan.pipelines.devices.PlacedDeviceStatus;
import hongyan.pipelines.findings.BirdSite;
import hongyan.pipelines.findings.BirdsThere;
import hongyan.pipelines.findings.Finding;
import hongyan.pipelines.findings.FindingChange;
import hongyan.pipelines.findings.FindingSite;
import hongyan.pipelines.findings.PlacedFinding;
import hongyan.pipelines.findings.Presence;
import hongyan.pipelines.reference.ReferenceSource;
import hongyan.pipelines.roosts.Disturbance;
import hongyan.pipelines.roosts.RoostCount;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.Collector;

/** The part of the flow that makes leads of findings, counts and devices, and alerts of leads. */
final class LeadStreams {

  private final ReferenceSource reference;
  private final PipelineSettings settings;

  LeadStreams(ReferenceSource reference, PipelineSettings settings) {
    this.reference = reference;
    this.settings = settings;
  }

  SingleOutputStreamOperator<Alert> deviceAlerts(DataStream<PlacedDeviceStatus> statuses) {
    return as(
        "watch-devices",
        Beats.process(
            as("device-reports", statuses.flatMap(new ReportsOfStatus(reference)))
                .keyBy(DeviceReport::watch, Types.STRING),
            new WatchDevices(reference, settings.dateOfEffect()),
            Alert.class));
  }

  DataStream<Lead> collapses(
      DataStream<FindingChange> findings, DataStream<OccurrenceChange> changes) {
    var counts =
        as(
            "roost-counts",
            changes
                .flatMap(
                    (OccurrenceChange change, Collector<RoostCount> out) ->
                        RoostCount.of(change).forEach(out::collect))
                .returns(TypeInformation.of(RoostCount.class)));
    var disturbances = as("disturbances", findings.flatMap(new RoostsOfFinding(reference)));
    return as(
        "watch-roosts",
        Beats.process(
            counts
                .keyBy(RoostCount::station, Types.STRING)
                .connect(disturbances.keyBy(Disturbance::station, Types.STRING)),
            new WatchRoosts(reference, settings.dateOfEffect()),
            Lead.class));
  }

  DataStream<Lead> violations(
      DataStream<PlacedFinding> findings, DataStream<OccurrenceChange> changes) {
    Presence presence = settings.presence();
    var sites =
        as(
            "finding-sites",
            findings
                .flatMap(
                    (PlacedFinding placed, Collector<FindingSite> out) -> {
                      Finding finding = placed.finding();
                      if (finding.position() != null) {
                        out.collect(
                            Presence.site(finding.findingID(), finding.position(), finding.time()));
                      }
                    })
                .returns(TypeInformation.of(FindingSite.class)));
    var birds =
        as(
            "bird-sites",
            changes
                .flatMap(
                    (OccurrenceChange change, Collector<BirdSite> out) ->
                        presence.sites(change).forEach(out::collect))
                .returns(TypeInformation.of(BirdSite.class)));
    var there =
        as(
            "birds-there",
            sites
                .keyBy(FindingSite::cell, Types.STRING)
                .connect(birds.keyBy(BirdSite::cell, Types.STRING))
                .process(new BirdsAtFindings(presence)));
    return as(
        "violations",
        findings
            .keyBy(placed -> placed.finding().findingID(), Types.STRING)
            .connect(there.keyBy(BirdsThere::findingID, Types.STRING))
            .process(new JudgeFindings(reference, settings.dateOfEffect())));
  }

  DataStream<Alert> joined(DataStream<Lead> leads) {
    String city = settings.city();
    return as(
        "join-leads",
        Beats.process(leads.keyBy(lead -> city, Types.STRING), new JoinLeads(), Alert.class));
  }
}
