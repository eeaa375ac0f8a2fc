package hongyan.pipelines.job;

import hongyan.pipelines.air.AirDay;
import hongyan.pipelines.air.CivilDay;
import hongyan.pipelines.air.PlacedReading;
import hongyan.pipelines.air.Reading;
import hongyan.pipelines.changes.Cause;
import hongyan.pipelines.changes.CauseKind;
import hongyan.pipelines.changes.DayUpdate;
import hongyan.pipelines.quality.DayQuality;
import hongyan.pipelines.quality.Decision;
import hongyan.pipelines.quality.KnownReading;
import hongyan.pipelines.quality.ReadingKey;
import hongyan.pipelines.records.Newness;
import java.time.Instant;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.NullUnmarked;

/**
 * All readings of one station and civil day, and what people have decided on them: of each identity
 * the newest counts, and the day is judged and computed anew when one changes. Emits what has
 * become current; the days, the doubts and the replaced readings leave by the side. State is never
 * cleared: a correction or a decision of last year must find its day.
 */
@NullUnmarked
final class LatestReadings
    extends KeyedCoProcessFunction<String, ReadingPart, Decision, PlacedReading> {

  private static final long serialVersionUID = 1L;

  private final String city;
  private transient DayState state;
  private transient DayQuality quality;
  private transient Counter duplicates;
  private transient Coalescing beats;

  LatestReadings(String city) {
    this.city = city;
  }

  /** Returns the key of the day that a decision is for. */
  static String key(Decision decision) {
    return decision.station() + "|" + CivilDay.dateOf(decision.time());
  }

  @Override
  public void open(OpenContext context) {
    state = DayState.open(getRuntimeContext());
    quality = DayQuality.load(city);
    beats = new Coalescing();
    duplicates = getRuntimeContext().getMetricGroup().counter("duplicates");
  }

  @Override
  public void processElement1(ReadingPart part, Context context, Collector<PlacedReading> out)
      throws Exception {
    if (part.beside()) {
      takeBeside(part, context);
    } else {
      takeOwn(part, context, out);
    }
  }

  @Override
  public void processElement2(Decision decision, Context context, Collector<PlacedReading> out)
      throws Exception {
    String cell = ReadingKey.of(decision).cell();
    Decision known = state.decisions.get(cell);
    if (known != null && !decision.replaces(known)) {
      return;
    }
    KnownReading about = state.readings.get(cell);
    if (about != null) {
      var cause = cause(CauseKind.DECIDED, about.reading(), decision.decidedAt());
      state.revise(cell, cause, about);
      state.progress.update(state.progress().decided());
      beats.atNextBeat(context.timerService());
    }
    state.decisions.put(cell, decision);
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<PlacedReading> out)
      throws Exception {
    long began = System.nanoTime();
    String key = context.getCurrentKey();
    int bar = key.lastIndexOf('|');
    String station = key.substring(0, bar);
    var day = state.read(key.substring(bar + 1));
    var judged = day.judge(quality);
    var doubts = state.replaceDoubts(judged.doubts());
    doubts.forEach(doubt -> context.output(Tags.DOUBTS, doubt));
    boolean excluding = doubts.stream().anyMatch(doubt -> doubt.excludes());
    if (state.progress().changed() || excluding) {
      var after = AirDay.of(station, day.date(), judged.counted());
      var causes = state.causes();
      var before =
          causes.isEmpty()
              ? null
              : AirDay.of(station, day.date(), state.former(day).judge(quality).counted());
      context.output(Tags.UPDATES, new DayUpdate(after, before, causes));
      state.settle(after.day().complete());
    }
    beats.worked(began, System.nanoTime());
  }

  private void takeBeside(ReadingPart part, Context context) throws Exception {
    Reading reading = part.placed().reading();
    String cell = ReadingKey.of(reading).cell();
    KnownReading known = state.beside.get(cell);
    if (known == null || Newness.replaces(reading.receipt(), known.reading().receipt())) {
      state.beside.put(cell, part.known());
      if (known == null || !known.reading().sameContent(reading)) {
        beats.atNextBeat(context.timerService());
      }
    }
  }

  private void takeOwn(ReadingPart part, Context context, Collector<PlacedReading> out)
      throws Exception {
    Reading reading = part.placed().reading();
    String cell = ReadingKey.of(reading).cell();
    KnownReading known = state.readings.get(cell);
    boolean newer = known == null || Newness.replaces(reading.receipt(), known.reading().receipt());
    if (newer) {
      state.readings.put(cell, part.known());
    }
    if (known != null && known.reading().sameContent(reading)) {
      duplicates.inc();
      if (newer && (restsOnArrival(known) || restsOnArrival(part.known()))) {
        beats.atNextBeat(context.timerService());
      }
      return;
    }
    if (known != null) {
      context.output(Tags.FORMER, Formers.of(newer ? known.reading() : reading));
    }
    if (newer) {
      follow(cell, reading, known);
      out.collect(part.placed());
      beats.atNextBeat(context.timerService());
    }
  }

  private void follow(String cell, Reading reading, KnownReading known) throws Exception {
    var progress = state.progress();
    var at = reading.receipt().receivedAt();
    if (known != null && progress.emitted()) {
      state.revise(cell, cause(CauseKind.CORRECTED, reading, at), known);
    } else if (known == null && progress.late(reading)) {
      state.revise(cell, cause(CauseKind.LATE, reading, at), null);
    }
    state.progress.update(progress.after(reading));
  }

  private static boolean restsOnArrival(KnownReading known) {
    return DayQuality.restsOnArrival(known.reading());
  }

  private static Cause cause(CauseKind kind, Reading reading, Instant at) {
    return new Cause(kind, reading.identity(), reading.pollutant(), reading.time(), at);
  }
}
