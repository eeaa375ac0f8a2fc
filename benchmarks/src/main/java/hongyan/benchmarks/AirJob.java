package hongyan.benchmarks;

import hongyan.geo.city.City;
import hongyan.geo.place.Position;
import hongyan.pipelines.air.AirFigure;
import hongyan.pipelines.air.Period;
import hongyan.pipelines.air.Reading;
import hongyan.pipelines.birds.Occurrence;
import hongyan.pipelines.birds.OccurrenceDecision;
import hongyan.pipelines.casualties.Casualty;
import hongyan.pipelines.devices.DeviceStatus;
import hongyan.pipelines.findings.Finding;
import hongyan.pipelines.forecasts.Forecast;
import hongyan.pipelines.job.JobSettings;
import hongyan.pipelines.job.MonitoringJob;
import hongyan.pipelines.job.MonitoringPipeline;
import hongyan.pipelines.job.PipelineSettings;
import hongyan.pipelines.quality.Decision;
import hongyan.pipelines.records.LogConnection;
import hongyan.pipelines.reference.Reference;
import hongyan.pipelines.reference.Station;
import hongyan.pipelines.series.SeriesAddress;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * The monitoring job on a mini cluster of this process, set up as the service does it, with a
 * source in memory and sinks that keep nothing but which days are done.
 */
final class AirJob {
  static final List<String> STATIONS = List.of("S1", "S2", "S3", "S4");

  /** The county that all stations stand in, and the city. */
  static final List<String> AREAS = List.of("431103", "431100");

  private static final Reference REFERENCE =
      Reference.of(
          City.open("yongzhou").counties(),
          STATIONS.stream()
              .map(id -> new Station(id, id, "air", new Position(111.6156, 26.4214), "evaluation"))
              .toList(),
          List.of(),
          List.of(),
          List.of());

  private static final long CHECKPOINT_MILLIS = 2_000;
  private static final long LOOK_MILLIS = 20;
  private static final long PATIENCE_SECONDS = 240;

  /** Subject and date of the days that are complete, and of those that are corrected as well. */
  private static final Set<String> COMPLETE = ConcurrentHashMap.newKeySet();

  private static final Set<String> CORRECTED = ConcurrentHashMap.newKeySet();

  /**
   * Seconds from the first reading to the last figure, and from the first correction to the last.
   */
  record Times(double load, double correction) {}

  private AirJob() {}

  static Times run(SyntheticYear year, int parallelism) throws Exception {
    COMPLETE.clear();
    CORRECTED.clear();
    Feed.close();
    Path folder = Files.createTempDirectory("hongyan-air-");
    var client = define(year, folder, parallelism).executeAsync("air");
    try {
      await(() -> Feed.isReady());
      int subjects = STATIONS.size() + AREAS.size();
      double load =
          seconds(year.readings(), () -> COMPLETE.size() == subjects * SyntheticYear.DAYS);
      double correction =
          seconds(
              year.readings() + SyntheticYear.readingsOfOneStation(),
              () -> CORRECTED.size() == SyntheticYear.DAYS);
      return new Times(load, correction);
    } finally {
      client.cancel().get();
      client.getJobExecutionResult().handle((result, cancelled) -> 0).get();
      Folders.delete(folder);
    }
  }

  /** Lets the source go on to {@code end} and waits. */
  private static double seconds(int end, BooleanSupplier done) throws InterruptedException {
    long start = System.nanoTime();
    Feed.openUntil(end);
    await(done);
    return (System.nanoTime() - start) / 1e9;
  }

  private static void await(BooleanSupplier done) throws InterruptedException {
    long limit = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000;
    while (!done.getAsBoolean()) {
      if (System.nanoTime() > limit) {
        throw new IllegalStateException(
            "after %d s: %d days complete, %d corrected"
                .formatted(PATIENCE_SECONDS, COMPLETE.size(), CORRECTED.size()));
      }
      Thread.sleep(LOOK_MILLIS);
    }
  }

  private static StreamExecutionEnvironment define(
      SyntheticYear year, Path folder, int parallelism) {
    Path checkpoints = folder.resolve("checkpoints");
    Path unused = folder.resolve("unused.db");
    var settings =
        new JobSettings(
            LogConnection.plain("unused"),
            SeriesAddress.of(unused),
            "yongzhou",
            null,
            CHECKPOINT_MILLIS,
            new JobSettings.Local(checkpoints, null, parallelism));
    var env = StreamExecutionEnvironment.getExecutionEnvironment(configuration(settings));
    env.setParallelism(parallelism);
    var sources =
        new MonitoringPipeline.Sources(
            readings(env, year),
            none(env, Occurrence.class),
            none(env, Finding.class),
            none(env, Forecast.class),
            none(env, Decision.class),
            none(env, DeviceStatus.class),
            none(env, Casualty.class),
            none(env, OccurrenceDecision.class));
    var streams =
        MonitoringPipeline.define(
            sources, () -> offset -> REFERENCE, PipelineSettings.of(AREAS.get(1)));
    streams.figures().filter(AirJob::takeDown).sinkTo(new DiscardingSink<>());
    for (DataStream<?> stream :
        List.of(
            streams.readings(),
            streams.formers(),
            streams.changes(),
            streams.doubts(),
            streams.counts(),
            streams.deviceStatuses(),
            streams.casualties(),
            streams.occurrenceDoubts(),
            streams.alerts())) {
      discard(stream);
    }
    return env;
  }

  private static <T> void discard(DataStream<T> stream) {
    stream.sinkTo(new DiscardingSink<>());
  }

  private static Configuration configuration(JobSettings settings) {
    Configuration configuration = MonitoringJob.configuration(settings);
    configuration.set(RestOptions.BIND_PORT, "0");
    configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(256));
    configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(48));
    configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(48));
    return configuration;
  }

  @SuppressWarnings("deprecation") // the only source at hand that can be held back and does not end
  private static DataStream<Reading> readings(StreamExecutionEnvironment env, SyntheticYear year) {
    return env.addSource(new Feed(), TypeInformation.of(Integer.class))
        .setParallelism(1)
        .map(n -> n < year.readings() ? year.reading(n) : year.correction(n - year.readings()))
        .returns(TypeInformation.of(Reading.class));
  }

  @SuppressWarnings("deprecation") // as above
  private static <T> DataStream<T> none(StreamExecutionEnvironment env, Class<T> type) {
    return env.addSource(new Feed.Silent(), TypeInformation.of(Integer.class))
        .setParallelism(1)
        .map(n -> type.cast(null))
        .returns(TypeInformation.of(type));
  }

  private static boolean takeDown(AirFigure figure) {
    if (figure.period() == Period.DAY && figure.complete()) {
      String day = figure.subject() + figure.date();
      COMPLETE.add(day);
      BigDecimal corrected = BigDecimal.valueOf(SyntheticYear.CORRECTED);
      if (figure.means().stream().allMatch(mean -> corrected.compareTo(mean.value()) == 0)) {
        CORRECTED.add(day);
      }
    }
    return false;
  }
}
