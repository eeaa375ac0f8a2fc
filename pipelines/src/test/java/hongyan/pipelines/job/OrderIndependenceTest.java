package hongyan.pipelines.job;

import static hongyan.pipelines.records.RecordFixtures.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import hongyan.geo.place.Position;
import hongyan.pipelines.air.AirDay;
import hongyan.pipelines.air.AirFigure;
import hongyan.pipelines.air.Averaging;
import hongyan.pipelines.air.Flag;
import hongyan.pipelines.air.Period;
import hongyan.pipelines.air.PlacedReading;
import hongyan.pipelines.air.Pollutant;
import hongyan.pipelines.air.Reading;
import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.alerts.Lead;
import hongyan.pipelines.birds.BirdCount;
import hongyan.pipelines.birds.CountChange;
import hongyan.pipelines.birds.Counting;
import hongyan.pipelines.birds.Occurrence;
import hongyan.pipelines.birds.OccurrenceChange;
import hongyan.pipelines.birds.OccurrenceDecision;
import hongyan.pipelines.birds.OccurrencePlace;
import hongyan.pipelines.birds.PlacedOccurrence;
import hongyan.pipelines.birds.quality.CountRule;
import hongyan.pipelines.birds.quality.OccurrenceDoubt;
import hongyan.pipelines.birds.quality.OccurrenceMark;
import hongyan.pipelines.birds.quality.RecordRules;
import hongyan.pipelines.birds.quality.TrackRule;
import hongyan.pipelines.changes.AreaUpdate;
import hongyan.pipelines.changes.DayUpdate;
import hongyan.pipelines.findings.BirdsThere;
import hongyan.pipelines.findings.Finding;
import hongyan.pipelines.findings.FindingPlace;
import hongyan.pipelines.findings.PlacedFinding;
import hongyan.pipelines.quality.DayQuality;
import hongyan.pipelines.quality.Decision;
import hongyan.pipelines.quality.Doubt;
import hongyan.pipelines.quality.Verdict;
import hongyan.pipelines.records.RecordFixtures;
import hongyan.pipelines.reference.Reference;
import hongyan.pipelines.reference.ReferenceSource;
import hongyan.pipelines.series.CountQuery;
import hongyan.pipelines.series.CountTotal;
import hongyan.pipelines.series.DoubtQuery;
import hongyan.pipelines.series.DoubtedOccurrence;
import hongyan.pipelines.series.FigureQuery;
import hongyan.pipelines.series.OccurrenceDoubtQuery;
import hongyan.pipelines.series.Paging;
import hongyan.pipelines.series.ReadingQuery;
import hongyan.pipelines.series.Scope;
import hongyan.pipelines.series.SeriesStore;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
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
      List<Doubt> doubts,
      List<Decision> decisions,
      List<CountTotal> counts,
      List<DoubtedOccurrence> birdDoubts) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void endsWithTheSameContent(long seed) throws Exception {
    var random = new Random(seed);
    List<Reading> readings = readings(random);
    List<Occurrence> occurrences = occurrences(random);
    List<Decision> decisions = decisions(readings, random);
    List<OccurrenceDecision> onBirds = onBirds(occurrences, random);
    Content right = run("right.db", readings, decisions, occurrences, onBirds, random);

    assertThat(right.days()).hasSize(2 * 3 + 2 * 2);
    assertThat(right.counts()).isNotEmpty();
    assertThat(right.doubts())
        .extracting(Doubt::rule)
        .contains("negative", "zero", "by-hand", "stuck", "spike", "pm-inverted");
    assertThat(right.doubts()).anyMatch(doubt -> doubt.decision() != null);

    var muddled = new ArrayList<>(readings);
    muddled.addAll(readings.subList(0, readings.size() / 3));
    Collections.shuffle(muddled, random);
    var birds = new ArrayList<>(occurrences);
    birds.addAll(occurrences.subList(0, occurrences.size() / 2));
    Collections.shuffle(birds, random);
    var verdicts = new ArrayList<>(decisions);
    verdicts.addAll(decisions.subList(0, decisions.size() / 2));
    Collections.shuffle(verdicts, random);
    var birdVerdicts = new ArrayList<>(onBirds);
    birdVerdicts.addAll(onBirds.subList(0, onBirds.size() / 2));
    Collections.shuffle(birdVerdicts, random);
    assertThat(right.birdDoubts())
        .extracting(doubted -> doubted.doubt().rule())
        .contains("IMPLAUSIBLE_SPEED", "INDIVIDUAL_COUNT_OUTLIER");
    assertThat(right.birdDoubts()).anyMatch(doubted -> doubted.record().verdict() != null);
    assertThat(run("muddled.db", muddled, verdicts, birds, birdVerdicts, random)).isEqualTo(right);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void joinsLeadsIntoTheSameAlerts(long seed) throws Exception {
    var random = new Random(seed);
    List<PlacedFinding> findings = findings(random);
    Map<String, Alert> right = join(findings, random);
    assertThat(right.values()).anyMatch(alert -> alert.parts().size() >= 3);
    assertThat(right.values()).anyMatch(alert -> alert.parts().size() == 1);

    var muddled = new ArrayList<>(findings);
    muddled.addAll(findings.subList(0, findings.size() / 3));
    Collections.shuffle(muddled, random);
    assertThat(join(muddled, random)).isEqualTo(right);
  }

  /**
   * On some nights of a month around a pass; a third of them corrected to another time or place.
   */
  private static List<PlacedFinding> findings(Random random) {
    var conducts = List.of("net", "strong-light", "smoke", "sale", "lure", "sale");
    var findings = new ArrayList<PlacedFinding>();
    for (int nth = 1; nth <= 160; nth++) {
      Instant time = START.plusSeconds(86_400L * random.nextInt(25) + 1_800L * random.nextInt(24));
      Finding finding =
          RecordFixtures.findingAt(
              "F" + random.nextInt(110),
              conducts.get(random.nextInt(conducts.size())),
              time.toString(),
              new Position(112.15, 25.10 + random.nextInt(6) / 100.0),
              nth);
      findings.add(FindingPlace.place(finding, REFERENCE));
    }
    return findings;
  }

  /** Through the three operators, each of which fails once; what is no longer supported is out. */
  private static Map<String, Alert> join(List<PlacedFinding> findings, Random random)
      throws Exception {
    var reference = JobFixtures.reference();
    List<PlacedFinding> newest;
    try (var latest =
        Operator.<PlacedFinding, PlacedFinding>of(
            LatestFindings::new, placed -> placed.finding().findingID(), random)) {
      newest = latest.feed(findings, Tags.FORMER, new ArrayList<>());
    }
    List<Lead> leads;
    try (var judged = judgeFindings(reference, random)) {
      leads = judged.feed(newest, Tags.FORMER, new ArrayList<>());
    }
    Map<String, Alert> alerts = new TreeMap<>();
    try (var joined = Operator.<Lead, Alert>of(JoinLeads::new, lead -> "431100", random)) {
      joined
          .feed(leads, Tags.FORMER, new ArrayList<>())
          .forEach(alert -> alerts.put(alert.id(), alert));
    }
    // When an alert was raised is when it was, which depends on what was known by then.
    alerts.replaceAll((id, alert) -> alert.raised(Instant.EPOCH));
    alerts.values().removeIf(alert -> !alert.supported());
    return alerts;
  }

  private static Operator<PlacedFinding, Lead> judgeFindings(
      ReferenceSource reference, Random random) throws Exception {
    return new Operator<>(
        () ->
            new KeyedTwoInputStreamOperatorTestHarness<>(
                new KeyedCoProcessOperator<>(new JudgeFindings(reference, "2024-01-01")),
                (PlacedFinding placed) -> placed.finding().findingID(),
                BirdsThere::findingID,
                Types.STRING),
        OrderIndependenceTest::putFinding,
        random);
  }

  @SuppressWarnings("unchecked")
  private static void putFinding(
      AbstractStreamOperatorTestHarness<Lead> harness, PlacedFinding placed) throws Exception {
    ((KeyedTwoInputStreamOperatorTestHarness<String, PlacedFinding, BirdsThere, Lead>) harness)
        .processElement1(new StreamRecord<>(placed));
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
                    value(pollutant, random),
                    flag(random),
                    receipt(++nth)));
          }
        }
      }
    }
    return readings;
  }

  /** Mostly noise; SO2 stands still for most of the time. */
  private static BigDecimal value(Pollutant pollutant, Random random) {
    boolean still = pollutant == Pollutant.SO2 && random.nextInt(30) > 0;
    return still ? BigDecimal.TEN : new BigDecimal(random.nextInt(350) - 5);
  }

  private static Flag flag(Random random) {
    int chance = random.nextInt(40);
    return chance == 0 ? Flag.M : chance == 1 ? Flag.S : Flag.N;
  }

  /** On some readings one decision, on some several, on some about a value that was replaced. */
  private static List<Decision> decisions(List<Reading> readings, Random random) {
    var decisions = new ArrayList<Decision>();
    for (int nth = 1; nth <= 150; nth++) {
      Reading about = readings.get(random.nextInt(nth < 100 ? readings.size() : 30));
      decisions.add(
          new Decision(
              about.station(),
              about.pollutant(),
              about.averaging(),
              about.time(),
              about.value(),
              random.nextBoolean() ? Verdict.VALID : Verdict.INVALID,
              "because " + nth,
              "tester",
              RecordFixtures.ARRIVAL.plusSeconds(nth)));
    }
    return decisions;
  }

  private static List<Occurrence> occurrences(Random random) {
    var occurrences = new ArrayList<Occurrence>();
    for (int nth = 1; nth <= 200; nth++) {
      var position = new Position(112.05 + random.nextInt(20) / 100.0, 25.1);
      Instant time = START.plusSeconds(random.nextInt(48) * 3_600L);
      String id = "o" + random.nextInt(80);
      int flock = nth % 12 == 0 ? 5_000_000 : random.nextInt(20);
      occurrences.add(
          random.nextInt(3) == 0
              ? RecordFixtures.fix(
                  id,
                  "tag-" + random.nextInt(3),
                  time.toString(),
                  random.nextInt(5) == 0 ? new Position(112.1, 33) : position,
                  random.nextInt(4) == 0 ? 150_000 : 100,
                  nth)
              : RecordFixtures.occurrence(
                  id, time.toString(), position, random.nextInt(4) == 0 ? null : flock, nth));
    }
    return occurrences;
  }

  /** On some records one decision, on some several, on some about content that was replaced. */
  private static List<OccurrenceDecision> onBirds(List<Occurrence> occurrences, Random random) {
    var decisions = new ArrayList<OccurrenceDecision>();
    for (int nth = 1; nth <= 60; nth++) {
      Occurrence about = occurrences.get(random.nextInt(occurrences.size()));
      decisions.add(
          new OccurrenceDecision(
              about.occurrenceID(),
              about.digest(),
              random.nextBoolean() ? Verdict.VALID : Verdict.INVALID,
              "because " + nth,
              "tester",
              RecordFixtures.ARRIVAL.plusSeconds(nth)));
    }
    return decisions;
  }

  private Content run(
      String file,
      List<Reading> readings,
      List<Decision> decisions,
      List<Occurrence> occurrences,
      List<OccurrenceDecision> onBirds,
      Random random)
      throws Exception {
    try (var store = SeriesStore.open(folder.resolve(file))) {
      runAir(store, readings, decisions, random);
      runBirds(store, occurrences, onBirds, random);
      var all = Paging.first(10_000);
      return new Content(
          store.readings().list(ReadingQuery.ALL, all).items().stream()
              .map(p -> p.reading().identity() + "=" + p.reading().value() + p.reading().flag())
              .toList(),
          store.figures().list(new FigureQuery(null, Period.HOUR, null, null), all).items(),
          store.figures().list(new FigureQuery(null, Period.DAY, null, null), all).items(),
          store.doubts().list(DoubtQuery.ALL, all).items(),
          store.decisions().list(null, all).items(),
          List.of("zone", "county", "city").stream()
              .map(kind -> new CountQuery(kind, null, null, null, null, CountQuery.Per.HOUR))
              .flatMap(query -> store.counts().list(query, all).items().stream())
              .toList(),
          store
              .occurrenceDoubts()
              .list(Scope.everything(), OccurrenceDoubtQuery.ALL, all)
              .items()
              .stream()
              .map(OrderIndependenceTest::withoutReceipt)
              .toList());
    }
  }

  private static void runAir(
      SeriesStore store, List<Reading> readings, List<Decision> decisions, Random random)
      throws Exception {
    List<Object> events = parts(readings);
    for (Decision decision : decisions) {
      events.add(random.nextInt(events.size() + 1), decision);
    }
    var updates = new ArrayList<DayUpdate>();
    var doubts = new ArrayList<Doubt>();
    try (var latest = latestReadings(random)) {
      latest.alsoTake(Tags.DOUBTS, doubts);
      store.readings().write(latest.feed(events, Tags.UPDATES, updates));
    }
    store.doubts().write(doubts);
    store.decisions().write(decisions);
    var parts =
        updates.stream()
            .filter(update -> !update.day().station().equals("P01"))
            .flatMap(
                update ->
                    List.of(new AreaUpdate("431103", update), new AreaUpdate("431100", update))
                        .stream())
            .toList();
    try (var areas =
        Operator.of(() -> new AreaDays(JobFixtures.reference(), "431100"), AreaDays::key, random)) {
      updates.addAll(areas.feed(parts, Tags.FORMER, new ArrayList<>()));
    }
    var figures = new ArrayList<AirFigure>();
    for (DayUpdate update : updates) {
      figures.addAll(update.day().hours());
      figures.add(update.day().day());
    }
    store.figures().write(figures);
  }

  private static List<Object> parts(List<Reading> readings) {
    var quality = DayQuality.load("431100");
    var parts = new ArrayList<Object>();
    for (Reading reading : readings) {
      var placed =
          new PlacedReading(
              reading, REFERENCE.placeStation(reading.station(), reading.time()).orElseThrow());
      Position position = REFERENCE.findStation(reading.station()).orElseThrow().position();
      parts.add(new ReadingPart(AirDay.dateOf(reading), placed, position, false));
      for (String date : quality.datesBeside(reading)) {
        parts.add(new ReadingPart(date, placed, position, true));
      }
    }
    return parts;
  }

  private static Operator<Object, PlacedReading> latestReadings(Random random) throws Exception {
    return new Operator<>(
        () ->
            new KeyedTwoInputStreamOperatorTestHarness<>(
                new KeyedCoProcessOperator<>(new LatestReadings("431100")),
                ReadingPart::key,
                LatestReadings::key,
                Types.STRING),
        OrderIndependenceTest::put,
        random);
  }

  @SuppressWarnings("unchecked")
  private static void put(AbstractStreamOperatorTestHarness<PlacedReading> harness, Object event)
      throws Exception {
    var two =
        (KeyedTwoInputStreamOperatorTestHarness<String, ReadingPart, Decision, PlacedReading>)
            harness;
    if (event instanceof Decision decision) {
      two.processElement2(new StreamRecord<>(decision));
    } else {
      two.processElement1(new StreamRecord<>((ReadingPart) event));
    }
  }

  /** A repetition that comes later is the same record. */
  private static DoubtedOccurrence withoutReceipt(DoubtedOccurrence doubted) {
    Occurrence occurrence = doubted.record().occurrence();
    return new DoubtedOccurrence(
        doubted.doubt(), doubted.record().repeatedBy(RecordFixtures.at(occurrence, 1)));
  }

  private static void runBirds(
      SeriesStore store,
      List<Occurrence> occurrences,
      List<OccurrenceDecision> decisions,
      Random random)
      throws Exception {
    OccurrencePlace place = OccurrencePlace.of("431100");
    List<Object> events = new ArrayList<>();
    occurrences.forEach(o -> events.add(place.place(o, REFERENCE)));
    for (OccurrenceDecision decision : decisions) {
      events.add(random.nextInt(events.size() + 1), decision);
    }
    List<OccurrenceChange> known;
    try (var latest = latestOccurrences(random)) {
      known = latest.feed(events, Tags.FORMER, new ArrayList<>());
    }
    store.occurrences().write(known.stream().map(OccurrenceChange::after).toList());
    var rules = new RecordRules(REFERENCE.counties());
    known.forEach(change -> store.occurrenceDoubts().write(rules.changes(change)));
    doubtsAmongMany(store, known, TrackRule::new, random);
    doubtsAmongMany(store, known, CountRule::new, random);
    var changes = new ArrayList<CountChange>();
    known.forEach(change -> changes.addAll(Counting.changes(change, "431100")));
    try (var counts =
        Operator.<CountChange, BirdCount>of(BirdCounts::new, CountChange::dayKey, random)) {
      store.counts().write(counts.feed(changes, Tags.FORMER, new ArrayList<>()));
    }
  }

  private static void doubtsAmongMany(
      SeriesStore store, List<OccurrenceChange> known, DoubtsAmongMany.Rule rule, Random random)
      throws Exception {
    var marks = new ArrayList<OccurrenceMark>();
    known.forEach(change -> marks.addAll(rule.get().marks(change)));
    try (var doubts =
        Operator.<OccurrenceMark, OccurrenceDoubt>of(
            () -> new DoubtsAmongMany(rule), OccurrenceMark::key, random)) {
      store.occurrenceDoubts().write(doubts.feed(marks, Tags.FORMER, new ArrayList<>()));
    }
  }

  private static Operator<Object, OccurrenceChange> latestOccurrences(Random random)
      throws Exception {
    return new Operator<>(
        () ->
            new KeyedTwoInputStreamOperatorTestHarness<>(
                new KeyedCoProcessOperator<>(new LatestOccurrences()),
                placed -> placed.occurrence().occurrenceID(),
                OccurrenceDecision::occurrenceID,
                Types.STRING),
        OrderIndependenceTest::putBird,
        random);
  }

  @SuppressWarnings("unchecked")
  private static void putBird(AbstractStreamOperatorTestHarness<OccurrenceChange> harness, Object e)
      throws Exception {
    var two =
        (KeyedTwoInputStreamOperatorTestHarness<
                String, PlacedOccurrence, OccurrenceDecision, OccurrenceChange>)
            harness;
    if (e instanceof OccurrenceDecision decision) {
      two.processElement2(new StreamRecord<>(decision));
    } else {
      two.processElement1(new StreamRecord<>((PlacedOccurrence) e));
    }
  }

  /** An operator whose clock runs on at random, and which fails and is restored once on the way. */
  private static final class Operator<I, O> implements AutoCloseable {

    /** Makes the operator anew. */
    private interface Make<O> {
      AbstractStreamOperatorTestHarness<O> make() throws Exception;
    }

    /** Puts one record into it. */
    private interface Put<I, O> {
      void put(AbstractStreamOperatorTestHarness<O> harness, I record) throws Exception;
    }

    private final Make<O> make;
    private final Put<I, O> put;
    private final Random random;
    private final List<O> outputs = new ArrayList<>();
    private final List<Runnable> takes = new ArrayList<>();
    private AbstractStreamOperatorTestHarness<O> harness;

    Operator(Make<O> make, Put<I, O> put, Random random) throws Exception {
      this.make = make;
      this.put = put;
      this.random = random;
      this.harness = open(null, 1_000);
    }

    static <I, O> Operator<I, O> of(
        Supplier<KeyedProcessFunction<String, I, O>> function,
        KeySelector<I, String> key,
        Random random)
        throws Exception {
      return new Operator<>(
          () ->
              new KeyedOneInputStreamOperatorTestHarness<>(
                  new KeyedProcessOperator<>(function.get()), key, Types.STRING),
          Operator::putOne,
          random);
    }

    @SuppressWarnings("unchecked")
    private static <I, O> void putOne(AbstractStreamOperatorTestHarness<O> harness, I record)
        throws Exception {
      ((KeyedOneInputStreamOperatorTestHarness<String, I, O>) harness)
          .processElement(new StreamRecord<>(record));
    }

    /** Adds what leaves by this side too. */
    <S> void alsoTake(OutputTag<S> tag, List<S> side) {
      takes.add(
          () -> {
            var queue = harness.getSideOutput(tag);
            if (queue != null) {
              queue.forEach(item -> side.add(item.getValue()));
            }
          });
    }

    /** Returns everything put out, and adds what leaves by the side to {@code side}. */
    <S> List<O> feed(List<I> records, OutputTag<S> tag, List<S> side) throws Exception {
      alsoTake(tag, side);
      int failure = random.nextInt(records.size());
      for (int i = 0; i < records.size(); i++) {
        put.put(harness, records.get(i));
        if (random.nextInt(50) == 0) {
          harness.setProcessingTime(harness.getProcessingTime() + 400);
        }
        if (i == failure) {
          take();
          OperatorSubtaskState state = harness.snapshot(1, 1);
          long clock = harness.getProcessingTime();
          harness.close();
          harness = open(state, clock);
        }
      }
      harness.setProcessingTime(harness.getProcessingTime() + 1_000);
      assertThat(harness.numProcessingTimeTimers()).isZero();
      take();
      return outputs;
    }

    private void take() {
      outputs.addAll(harness.extractOutputValues());
      takes.forEach(Runnable::run);
    }

    private AbstractStreamOperatorTestHarness<O> open(
        @Nullable OperatorSubtaskState state, long clock) throws Exception {
      var opened = make.make();
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
