package hongyan.pipelines.job;

import hongyan.geo.city.City;
import hongyan.pipelines.air.Reading;
import hongyan.pipelines.alerts.Alert;
import hongyan.pipelines.birds.Occurrence;
import hongyan.pipelines.birds.OccurrenceDecision;
import hongyan.pipelines.casualties.Casualty;
import hongyan.pipelines.devices.DeviceStatus;
import hongyan.pipelines.findings.Finding;
import hongyan.pipelines.findings.Presence;
import hongyan.pipelines.forecasts.Forecast;
import hongyan.pipelines.quality.Decision;
import hongyan.pipelines.records.Deletion;
import hongyan.pipelines.records.LogRecord;
import hongyan.pipelines.records.Topics;
import hongyan.pipelines.reference.KafkaReferenceSource;
import hongyan.pipelines.series.SeriesAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.apache.flink.state.rocksdb.RocksDBConfigurableOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The pipeline between the log and the stores: the same job on the mini cluster of the service and
 * on a Flink cluster. The topics must exist before it starts.
 */
public final class MonitoringJob {

  /** By this name the job is found on a cluster. */
  public static final String NAME = "hongyan";

  /** The topics that it works through; the {@link #group} of each tells how far. */
  public static final List<String> SOURCES =
      List.of(
          Topics.READINGS,
          Topics.OCCURRENCES,
          Topics.FINDINGS,
          Topics.FORECASTS,
          Topics.DECISIONS,
          Topics.DEVICE_STATUS,
          Topics.CASUALTIES,
          Topics.OCCURRENCE_DECISIONS,
          Topics.DELETIONS);

  /** What it reads besides, and what it writes to. */
  private static final List<String> BESIDES =
      List.of(Topics.REFERENCE, Topics.ALERTS, Topics.REJECTS);

  /**
   * Into so many parts the state is cut, so at most so many subtasks can share it. Never to be
   * changed: checkpoints and savepoints of another number cannot be restored.
   */
  private static final int MAX_PARALLELISM = 128;

  private final StreamExecutionEnvironment env;
  private final JobSettings settings;

  private MonitoringJob(StreamExecutionEnvironment env, JobSettings settings) {
    this.env = env;
    this.settings = settings;
  }

  /**
   * Submits the job to a Flink cluster: as many subtasks as the submission says, checkpoints where
   * the cluster keeps them.
   *
   * @param args the path of a file of settings, which has to be readable where this runs
   */
  public static void main(String[] args) throws Exception {
    if (args.length != 1) {
      throw new IllegalArgumentException(
          "wanted: the path of a file of settings (docs/cluster.md)");
    }
    JobSettings settings = JobFile.read(Path.of(args[0]));
    WantedTopics.check(settings.log(), Stream.concat(SOURCES.stream(), BESIDES.stream()).toList());
    define(settings).execute(NAME);
  }

  /** Returns an environment in which the job is defined, ready to be executed or submitted. */
  public static StreamExecutionEnvironment define(JobSettings settings) {
    var env = StreamExecutionEnvironment.getExecutionEnvironment(configuration(settings));
    if (settings.local() != null) {
      env.setParallelism(settings.local().parallelism());
    }
    new MonitoringJob(env, settings).define();
    return env;
  }

  /**
   * Returns Flink's configuration for the settings: checkpoints exactly once, kept when the job
   * ends, written as differences; a failed job is started again for ever, a second later each time.
   */
  public static Configuration configuration(JobSettings settings) {
    var c = new Configuration();
    c.set(PipelineOptions.NAME, NAME);
    c.set(PipelineOptions.GENERIC_TYPES, false);
    c.set(PipelineOptions.MAX_PARALLELISM, MAX_PARALLELISM);
    c.set(
        CheckpointingOptions.CHECKPOINTING_INTERVAL,
        Duration.ofMillis(settings.checkpointMillis()));
    c.set(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE);
    c.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    c.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, 3);
    c.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
    c.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
    // Most readings are new: without the filter, each looks for itself in every file of the state.
    c.set(RocksDBConfigurableOptions.USE_BLOOM_FILTER, true);
    c.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    c.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, Integer.MAX_VALUE);
    c.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofSeconds(1));
    if (settings.local() != null) {
      setPlaces(c, settings.local());
    }
    return c;
  }

  private static void setPlaces(Configuration c, JobSettings.Local local) {
    c.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, place(local.checkpoints()));
    if (local.restoreFrom() != null) {
      c.set(StateRecoveryOptions.SAVEPOINT_PATH, place(local.restoreFrom()));
      c.set(StateRecoveryOptions.RESTORE_MODE, RecoveryClaimMode.CLAIM);
    }
  }

  /** Returns a folder as Flink reads it: a blank as it is, where a URI has %20. */
  private static String place(Path folder) {
    return org.apache.flink.core.fs.Path.fromLocalFile(folder.toFile()).toString();
  }

  private void define() {
    var sources =
        new MonitoringPipeline.Sources(
            records(Topics.READINGS, Reading.class),
            records(Topics.OCCURRENCES, Occurrence.class),
            records(Topics.FINDINGS, Finding.class),
            records(Topics.FORECASTS, Forecast.class),
            records(Topics.DECISIONS, Decision.class),
            records(Topics.DEVICE_STATUS, DeviceStatus.class),
            records(Topics.CASUALTIES, Casualty.class),
            records(Topics.OCCURRENCE_DECISIONS, OccurrenceDecision.class));
    var pipeline =
        new PipelineSettings(
            City.open(settings.city()).adcode(), settings.dateOfEffect(), Presence.USUAL);
    var reference = new KafkaReferenceSource(settings.log(), settings.city());
    var streams = MonitoringPipeline.define(sources, reference, pipeline);
    toSeries(streams, settings.series());
    sink(
        "deletions",
        // As the sink: then the two are one task, and nothing goes over the network between them.
        records(Topics.DELETIONS, Deletion.class, 1),
        settings.series(),
        (store, batch) -> store.deletions().write(batch));
    streams.alerts().sinkTo(alerts()).uid("to-alerts").name("to-alerts");
  }

  /** Plugs the series store in at the end of everything that it keeps. */
  static void toSeries(MonitoringPipeline.Streams streams, SeriesAddress address) {
    sink("readings", streams.readings(), address, (store, batch) -> store.readings().write(batch));
    sink(
        "occurrences",
        streams.occurrences(),
        address,
        (store, batch) -> store.occurrences().write(batch));
    sink("findings", streams.findings(), address, (store, batch) -> store.findings().write(batch));
    sink(
        "casualties",
        streams.casualties(),
        address,
        (store, batch) -> store.casualties().write(batch));
    sink(
        "forecasts",
        streams.forecasts(),
        address,
        (store, batch) -> store.forecasts().write(batch));
    sink("formers", streams.formers(), address, (store, batch) -> store.former().write(batch));
    sink("figures", streams.figures(), address, (store, batch) -> store.figures().write(batch));
    sink("changes", streams.changes(), address, (store, batch) -> store.changes().write(batch));
    sink("doubts", streams.doubts(), address, (store, batch) -> store.doubts().write(batch));
    sink(
        "decisions",
        streams.decisions(),
        address,
        (store, batch) -> store.decisions().write(batch));
    sink(
        "device-statuses",
        streams.deviceStatuses(),
        address,
        (store, batch) -> store.deviceStatuses().write(batch));
    sink("counts", streams.counts(), address, (store, batch) -> store.counts().write(batch));
    sink(
        "occurrence-doubts",
        streams.occurrenceDoubts(),
        address,
        (store, batch) -> store.occurrenceDoubts().write(batch));
    sink(
        "occurrence-decisions",
        streams.occurrenceDecisions(),
        address,
        (store, batch) -> store.occurrenceDecisions().write(batch));
  }

  private static <T> void sink(
      String name, DataStream<T> stream, SeriesAddress address, SeriesSink.Write<T> write) {
    // One file has one writer: several subtasks would only make smaller batches.
    stream
        .sinkTo(new SeriesSink<>(address, write))
        .uid("to-" + name)
        .name("to-" + name)
        .setParallelism(1);
  }

  private <T extends Record> DataStream<T> records(String topic, Class<T> type) {
    return records(topic, type, ExecutionConfig.PARALLELISM_DEFAULT);
  }

  private <T extends Record> DataStream<T> records(String topic, Class<T> type, int parallelism) {
    KafkaSource<LogRecord> source =
        KafkaSource.<LogRecord>builder()
            .setBootstrapServers(settings.log().bootstrapServers())
            .setProperties(settings.log().asProperties())
            .setTopics(topic)
            .setGroupId(group(topic))
            .setStartingOffsets(OffsetsInitializer.earliest())
            .setDeserializer(new LogRecords())
            .build();
    // No watermarks: nothing here waits for time to pass, so nothing is ever late.
    return env.fromSource(source, WatermarkStrategy.noWatermarks(), topic)
        .uid("from-" + topic)
        .setParallelism(parallelism)
        .flatMap(new ReadRecords<>(settings.log(), type))
        .returns(TypeInformation.of(type))
        .uid("read-" + topic)
        .name("read-" + topic)
        .setParallelism(parallelism);
  }

  /** Returns the consumer group in which the log keeps how far the job is with a topic. */
  public static String group(String topic) {
    return "hongyan-" + topic;
  }

  private KafkaSink<Alert> alerts() {
    return KafkaSink.<Alert>builder()
        .setBootstrapServers(settings.log().bootstrapServers())
        .setKafkaProducerConfig(settings.log().asProperties())
        .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
        .setRecordSerializer(new AlertRecords())
        .build();
  }
}
