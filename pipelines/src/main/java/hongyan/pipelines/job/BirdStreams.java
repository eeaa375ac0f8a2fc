package hongyan.pipelines.job;

import static hongyan.pipelines.job.MonitoringPipeline.as;

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
import hongyan.pipelines.reference.ReferenceSource;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.Collector;

/** The part of the flow that makes current records, doubts and counts of bird records. */
final class BirdStreams {

  private final ReferenceSource reference;
  private final String city;

  BirdStreams(ReferenceSource reference, String city) {
    this.reference = reference;
    this.city = city;
  }

  SingleOutputStreamOperator<OccurrenceChange> changes(
      DataStream<Occurrence> occurrences, DataStream<OccurrenceDecision> decisions) {
    return as(
        "occurrence-changes",
        as(
                "place-occurrences",
                occurrences
                    .map(Place.occurrences(reference, city))
                    .returns(TypeInformation.of(PlacedOccurrence.class)))
            .keyBy(placed -> placed.occurrence().occurrenceID(), Types.STRING)
            .connect(decisions.keyBy(OccurrenceDecision::occurrenceID, Types.STRING))
            .process(new LatestOccurrences()));
  }

  DataStream<OccurrenceDoubt> doubts(DataStream<OccurrenceChange> changes) {
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

  DataStream<BirdCount> counts(DataStream<OccurrenceChange> changes) {
    // The function travels to where it runs, and this does not go with it.
    String of = city;
    var each =
        as(
            "count-changes",
            changes
                .flatMap(
                    (OccurrenceChange change, Collector<CountChange> out) ->
                        Counting.changes(change, of).forEach(out::collect))
                .returns(TypeInformation.of(CountChange.class)));
    return as(
        "counts",
        Beats.process(
            each.keyBy(CountChange::dayKey, Types.STRING), new BirdCounts(), BirdCount.class));
  }
}
