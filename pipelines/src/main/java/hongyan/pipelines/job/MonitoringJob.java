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
import hongyan.pipelines.records.Topics;
import hongyan.pipelines.reference.KafkaReferenceSource;
import hongyan.pipelines.series.SeriesAddress;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
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
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * The pipeline between the log and the stores: the same job on the mini cluster of the service and
 * on a Flink cluster. The topics must exist before it starts.
 */
public final class MonitoringJob {

  private MonitoringJob() {}

  /**
   * Runs the job on a cluster that was set up with checkpoints and state backend of its own.
   *
   * @param args bootstrap servers, path of the series store, folder name of the city
   */
  public static void main(String[] args) throws Exception {
    if (args.length != 3) {
      throw new IllegalArgumentException("wanted: BOOTSTRAP-SERVERS SERIES-FILE CITY");
    }
    var configuration = new Configuration();
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    var env = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    define(env, args[0], SeriesAddress.of(Path.of(args[1])), args[2], null);
    env.execute("hongyan");
  }

  /** Returns an environment in which the job is defined, ready to be executed or submitted. */
  public static StreamExecutionEnvironment define(JobSettings settings) {
    var env = StreamExecutionEnvironment.getExecutionEnvironment(configuration(settings));
    env.setParallelism(settings.parallelism());
    define(
        env,
        settings.bootstrapServers(),
        settings.series(),
        settings.city(),
        settings.dateOfEffect());
    return env;
  }

  /**
   * Returns Flink's configuration for the settings: checkpoints exactly once, kept when the job
   * ends, written as differences; a failed job is started again for ever, a second later each time.
   */
  public static Configuration configuration(JobSettings settings) {
    var c = new Configuration();
    c.set(PipelineOptions.GENERIC_TYPES, false);
    c.set(
        CheckpointingOptions.CHECKPOINTING_INTERVAL,
        Duration.ofMillis(settings.checkpointMillis()));
    c.set(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE);
    c.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, settings.checkpoints().toUri().toString());
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
    if (settings.restoreFrom() != null) {
      c.set(StateRecoveryOptions.SAVEPOINT_PATH, settings.restoreFrom().toUri().toString());
      c.set(StateRecoveryOptions.RESTORE_MODE, RecoveryClaimMode.CLAIM);
    }
    return c;
  }

  private static void define(
      StreamExecutionEnvironment env,
      String bootstrapServers,
      SeriesAddress series,
      String city,
      @Nullable String dateOfEffect) {
    var sources =
        new MonitoringPipeline.Sources(
            records(env, bootstrapServers, Topics.READINGS, Reading.class),
            records(env, bootstrapServers, Topics.OCCURRENCES, Occurrence.class),
            records(env, bootstrapServers, Topics.FINDINGS, Finding.class),
            records(env, bootstrapServers, Topics.FORECASTS, Forecast.class),
            records(env, bootstrapServers, Topics.DECISIONS, Decision.class),
            records(env, bootstrapServers, Topics.DEVICE_STATUS, DeviceStatus.class),
            records(env, bootstrapServers, Topics.CASUALTIES, Casualty.class),
            records(env, bootstrapServers, Topics.OCCURRENCE_DECISIONS, OccurrenceDecision.class));
    var settings = new PipelineSettings(City.open(city).adcode(), dateOfEffect, Presence.USUAL);
    var streams =
        MonitoringPipeline.define(
            sources, new KafkaReferenceSource(bootstrapServers, city), settings);
    toSeries(streams, series);
    sink(
        "deletions",
        // As the sink: then the two are one task, and nothing goes over the network between them.
        records(env, bootstrapServers, Topics.DELETIONS, Deletion.class).setParallelism(1),
        series,
        (store, batch) -> store.deletions().write(batch));
    streams.alerts().sinkTo(alerts(bootstrapServers)).uid("to-alerts").name("to-alerts");
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

  private static <T extends Record> SingleOutputStreamOperator<T> records(
      StreamExecutionEnvironment env, String bootstrapServers, String topic, Class<T> type) {
    KafkaSource<T> source =
        KafkaSource.<T>builder()
            .setBootstrapServers(bootstrapServers)
            .setTopics(topic)
            .setGroupId(group(topic))
            .setStartingOffsets(OffsetsInitializer.earliest())
            .setValueOnlyDeserializer(new JsonRecords<>(type))
            .build();
    // No watermarks: nothing here waits for time to pass, so nothing is ever late.
    return env.fromSource(source, WatermarkStrategy.noWatermarks(), topic).uid("from-" + topic);
  }

  /** Returns the consumer group in which the log keeps how far the job is with a topic. */
  public static String group(String topic) {
    return "hongyan-" + topic;
  }

  private static KafkaSink<Alert> alerts(String bootstrapServers) {
    return KafkaSink.<Alert>builder()
        .setBootstrapServers(bootstrapServers)
        .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
        .setRecordSerializer(new AlertRecords())
        .build();
  }
}
