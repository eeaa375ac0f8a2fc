package hongyan.pipelines.job;

import static hongyan.pipelines.records.RecordFixtures.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import hongyan.geo.place.Position;
import hongyan.pipelines.air.AirFigure;
import hongyan.pipelines.air.AreaPart;
import hongyan.pipelines.air.Averaging;
import hongyan.pipelines.air.Flag;
import hongyan.pipelines.air.Period;
import hongyan.pipelines.air.PlacedReading;
import hongyan.pipelines.air.Pollutant;
import hongyan.pipelines.air.Reading;
import hongyan.pipelines.air.StationDay;
import hongyan.pipelines.birds.BirdCount;
import hongyan.pipelines.birds.CountChange;
import hongyan.pipelines.birds.Counting;
import hongyan.pipelines.birds.Occurrence;
import hongyan.pipelines.birds.OccurrenceChange;
import hongyan.pipelines.birds.PlacedOccurrence;
import hongyan.pipelines.records.RecordFixtures;
import hongyan.pipelines.reference.Reference;
import hongyan.pipelines.series.CountQuery;
import hongyan.pipelines.series.CountTotal;
import hongyan.pipelines.series.FigureQuery;
import hongyan.pipelines.series.Paging;
import hongyan.pipelines.series.ReadingQuery;
import hongyan.pipelines.series.SeriesStore;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever order records come in, doubled, corrected and with a failure between them, the store
 * ends with the same content.
 */
class OrderIndependenceTest {

  private static final Reference REFERENCE = JobFixtures.fixed();
  private static final Instant START = RecordFixtures.time("2024-10-22T01:00:00+08:00");

  @TempDir Path folder;

  /** What a store holds of what users see. */
  private record Content(
      List<String> readings,
      List<AirFigure> hours,
      List<AirFigure> days,
      List<CountTotal> counts) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void endsWithTheSameContent(long seed) throws Exception {
    var random = new Random(seed);
    List<Reading> readings = readings(random);
    List<Occurrence> occurrences = occurrences(random);
    Content right = run("right.db", readings, occurrences, random);

    assertThat(right.days()).hasSize(2 * 3 + 2 * 2);
    assertThat(right.counts()).isNotEmpty();

    var muddled = new ArrayList<>(readings);
    muddled.addAll(readings.subList(0, readings.size() / 3));
    Collections.shuffle(muddled, random);
    var birds = new ArrayList<>(occurrences);
    birds.addAll(occurrences.subList(0, occurrences.size() / 2));
    Collections.shuffle(birds, random);
    assertThat(run("muddled.db", muddled, birds, random)).isEqualTo(right);
  }

  /** Two days at three stations, hourly; some are corrected once or twice. */
  private static List<Reading> readings(Random random) {
    var readings = new ArrayList<Reading>();
    int nth = 0;
    for (int hour = 0; hour < 48; hour++) {
      for (String station : List.of("T01", "T02", "P01")) {
        for (Pollutant pollutant : Pollutant.values()) {
          for (int version = random.nextInt(4) == 0 ? 0 : 1; version < 2; version++) {
            readings.add(
                new Reading(
                    station,
                    pollutant,
                    Averaging.PT1H,
                    START.plusSeconds(hour * 3_600L),
                    new BigDecimal(random.nextInt(120)),
                    random.nextInt(20) == 0 ? Flag.M : Flag.N,
                    receipt(++nth)));
          }
        }
      }
    }
    return readings;
  }

  private static List<Occurrence> occurrences(Random random) {
    var occurrences = new ArrayList<Occurrence>();
    for (int nth = 1; nth <= 200; nth++) {
      var position = new Position(112.05 + random.nextInt(20) / 100.0, 25.1);
      Instant time = START.plusSeconds(random.nextInt(48) * 3_600L);
      occurrences.add(
          RecordFixtures.occurrence(
              "o" + random.nextInt(80),
              time.toString(),
              position,
              random.nextBoolean() ? random.nextInt(50) : null,
              nth));
    }
    return occurrences;
  }

  private Content run(
      String file, List<Reading> readings, List<Occurrence> occurrences, Random random)
      throws Exception {
    try (var store = SeriesStore.open(folder.resolve(file))) {
      runAir(store, readings, random);
      runBirds(store, occurrences, random);
      var all = Paging.first(10_000);
      return new Content(
          store.readings().list(ReadingQuery.ALL, all).items().stream()
              .map(p -> p.reading().identity() + "=" + p.reading().value() + p.reading().flag())
              .toList(),
          store.figures().list(new FigureQuery(null, Period.HOUR, null, null), all).items(),
          store.figures().list(new FigureQuery(null, Period.DAY, null, null), all).items(),
          List.of("zone", "county", "city").stream()
              .map(kind -> new CountQuery(kind, null, null, null, null, CountQuery.Per.HOUR))
              .flatMap(query -> store.counts().list(query, all).items().stream())
              .toList());
    }
  }

  private static void runAir(SeriesStore store, List<Reading> readings, Random random)
      throws Exception {
    var placed =
        readings.stream()
            .map(
                r ->
                    new PlacedReading(
                        r, REFERENCE.placeStation(r.station(), r.time()).orElseThrow()))
            .toList();
    var days = new ArrayList<StationDay>();
    try (var latest = new Operator<>(LatestReadings::new, LatestReadings::key, random)) {
      store.readings().write(latest.feed(placed, Tags.DAYS, days));
    }
    var parts =
        days.stream()
            .filter(day -> !day.station().equals("P01"))
            .flatMap(
                day -> List.of(new AreaPart("431103", day), new AreaPart("431100", day)).stream())
            .toList();
    try (var areas =
        new Operator<>(
            () -> new AreaDays(JobFixtures.reference(), "431100"), AreaDays::key, random)) {
      days.addAll(areas.feed(parts, Tags.DAYS, new ArrayList<>()));
    }
    var figures = new ArrayList<AirFigure>();
    for (StationDay day : days) {
      figures.addAll(day.hours());
      figures.add(day.day());
    }
    store.figures().write(figures);
  }

  private static void runBirds(SeriesStore store, List<Occurrence> occurrences, Random random)
      throws Exception {
    var placed =
        occurrences.stream()
            .map(o -> new PlacedOccurrence(o, REFERENCE.place(o.position(), o.eventStart())))
            .toList();
    var changes = new ArrayList<CountChange>();
    try (var latest =
        new Operator<PlacedOccurrence, OccurrenceChange>(
            LatestOccurrences::new, p -> p.occurrence().occurrenceID(), random)) {
      latest
          .feed(placed, Tags.FORMER, new ArrayList<>())
          .forEach(c -> changes.addAll(Counting.changes(c, "431100")));
    }
    try (var counts =
        new Operator<CountChange, BirdCount>(BirdCounts::new, CountChange::dayKey, random)) {
      store.counts().write(counts.feed(changes, Tags.FORMER, new ArrayList<>()));
    }
  }

  /** An operator whose clock runs on at random, and which fails and is restored once on the way. */
  private static final class Operator<I, O> implements AutoCloseable {
    private final Supplier<KeyedProcessFunction<String, I, O>> function;
    private final KeySelector<I, String> key;
    private final Random random;
    private final List<O> outputs = new ArrayList<>();
    private KeyedOneInputStreamOperatorTestHarness<String, I, O> harness;

    Operator(
        Supplier<KeyedProcessFunction<String, I, O>> function,
        KeySelector<I, String> key,
        Random random)
        throws Exception {
      this.function = function;
      this.key = key;
      this.random = random;
      this.harness = open(null, 1_000);
    }

    /** Returns everything put out, and adds what leaves by the side to {@code side}. */
    <S> List<O> feed(List<I> records, OutputTag<S> tag, List<S> side) throws Exception {
      int failure = random.nextInt(records.size());
      for (int i = 0; i < records.size(); i++) {
        harness.processElement(new StreamRecord<>(records.get(i)));
        if (random.nextInt(50) == 0) {
          harness.setProcessingTime(harness.getProcessingTime() + 400);
        }
        if (i == failure) {
          take(tag, side);
          OperatorSubtaskState state = harness.snapshot(1, 1);
          long clock = harness.getProcessingTime();
          harness.close();
          harness = open(state, clock);
        }
      }
      harness.setProcessingTime(harness.getProcessingTime() + 1_000);
      assertThat(harness.numProcessingTimeTimers()).isZero();
      take(tag, side);
      return outputs;
    }

    private <S> void take(OutputTag<S> tag, List<S> side) {
      outputs.addAll(harness.extractOutputValues());
      var queue = harness.getSideOutput(tag);
      if (queue != null) {
        queue.forEach(item -> side.add(item.getValue()));
      }
    }

    private KeyedOneInputStreamOperatorTestHarness<String, I, O> open(
        @Nullable OperatorSubtaskState state, long clock) throws Exception {
      var opened =
          new KeyedOneInputStreamOperatorTestHarness<>(
              new KeyedProcessOperator<>(function.get()), key, Types.STRING);
      opened.setup();
      if (state != null) {
        opened.initializeState(state);
      }
      opened.open();
      opened.setProcessingTime(clock);
      return opened;
    }

    @Override
    public void close() {
      try {
        harness.close();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
