package hongyan.service.engine;

import hongyan.pipelines.job.JobSettings;
import hongyan.pipelines.job.MonitoringJob;
import hongyan.pipelines.series.SeriesAddress;
import hongyan.service.log.LogAddress;
import hongyan.service.settings.HongyanSettings;
import hongyan.service.settings.StartStep;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.checkpoint.CheckpointStatsSnapshot;
import org.apache.flink.runtime.checkpoint.CompletedCheckpointStats;
import org.apache.flink.runtime.checkpoint.RestoredCheckpointStats;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Runs the monitoring job on Flink's mini cluster in this process: the same job as on a cluster,
 * from its newest checkpoint where there is one.
 */
final class EngineInProcess implements Engine {
  /** Always the same, so that the checkpoints of all starts lie in one folder and count on. */
  private static final JobID JOB = JobID.fromHexString("686f6e6779616e2d6d6f6e69746f7201");

  private static final int PARALLELISM = 2;
  private static final Duration START_LIMIT = Duration.ofMinutes(2);

  private final HongyanSettings settings;
  private final LogAddress log;
  private final SeriesAddress series;
  private final Backlog backlog;
  private final ApplicationEventPublisher steps;
  private volatile @Nullable MiniCluster cluster;

  EngineInProcess(
      HongyanSettings settings,
      LogAddress log,
      SeriesAddress series,
      Backlog backlog,
      ApplicationEventPublisher steps) {
    this.settings = settings;
    this.log = log;
    this.series = series;
    this.backlog = backlog;
    this.steps = steps;
  }

  @Override
  public void start() {
    MiniCluster starting = null;
    try {
      JobSettings job = job();
      if (job.local() != null && job.local().restoreFrom() == null) {
        backlog.beginAnew();
      }
      starting = new MiniCluster(clusterConfiguration(job));
      starting.start();
      starting
          .submitJob(
              MonitoringJob.define(job)
                  .getStreamGraph()
                  .getJobGraph(getClass().getClassLoader(), JOB))
          .get();
      awaitRunning(starting);
      cluster = starting;
      steps.publishEvent(new StartStep(this, "the pipelines run"));
    } catch (Exception failure) {
      // Its threads are no daemons: left open, they would keep a failed start alive.
      close(starting);
      throw new IllegalStateException("the pipelines cannot start", failure);
    }
  }

  private JobSettings job() throws IOException {
    Path checkpoints = settings.state().resolve("checkpoints").toAbsolutePath();
    return new JobSettings(
        log.connection(),
        series,
        settings.city(),
        settings.dateOfEffect(),
        JobSettings.CHECKPOINT_MILLIS,
        new JobSettings.Local(
            checkpoints, Checkpoints.findNewest(checkpoints).orElse(null), PARALLELISM));
  }

  private static MiniClusterConfiguration clusterConfiguration(JobSettings job) {
    Configuration configuration = MonitoringJob.configuration(job);
    configuration.set(RestOptions.BIND_PORT, "0");
    configuration.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
    // Else the server that Flink hands its own files out by listens on every address.
    configuration.set(JobManagerOptions.BIND_HOST, "127.0.0.1");
    configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(256));
    configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(80));
    configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(80));
    configuration.setString(
        "metrics.reporter.service.factory.class", MicrometerReporterFactory.class.getName());
    return new MiniClusterConfiguration.Builder()
        .setConfiguration(configuration)
        .setNumTaskManagers(1)
        .setNumSlotsPerTaskManager(PARALLELISM)
        .build();
  }

  private static void awaitRunning(MiniCluster cluster)
      throws InterruptedException, ExecutionException, TimeoutException {
    long limit = System.nanoTime() + START_LIMIT.toNanos();
    while (cluster.getJobStatus(JOB).get() != JobStatus.RUNNING) {
      if (cluster.getJobStatus(JOB).get().isGloballyTerminalState()) {
        cluster
            .requestJobResult(JOB)
            .get()
            .getSerializedThrowable()
            .ifPresent(EngineInProcess::rethrow);
      }
      if (System.nanoTime() > limit) {
        throw new TimeoutException("not running after " + START_LIMIT);
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private static void rethrow(Throwable failure) {
    throw new IllegalStateException(failure);
  }

  @Override
  public State state() {
    MiniCluster running = cluster;
    if (running == null) {
      return State.of("not started");
    }
    try {
      JobStatus status = running.getJobStatus(JOB).get(5, TimeUnit.SECONDS);
      CheckpointStatsSnapshot checkpoints = checkpoints(running);
      return new State(
          status.name(),
          status == JobStatus.RUNNING,
          restoredFrom(checkpoints),
          newest(checkpoints));
    } catch (ExecutionException | TimeoutException e) {
      return State.of("not known: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return State.of("not known: " + e);
    }
  }

  private static @Nullable CheckpointStatsSnapshot checkpoints(MiniCluster cluster)
      throws ExecutionException, InterruptedException, TimeoutException {
    return cluster.getExecutionGraph(JOB).get(5, TimeUnit.SECONDS).getCheckpointStatsSnapshot();
  }

  private static @Nullable String restoredFrom(@Nullable CheckpointStatsSnapshot checkpoints) {
    RestoredCheckpointStats from =
        checkpoints == null ? null : checkpoints.getLatestRestoredCheckpoint();
    String path = from == null ? null : from.getExternalPath();
    return path == null ? null : path.substring(path.lastIndexOf('/') + 1);
  }

  private static @Nullable Instant newest(@Nullable CheckpointStatsSnapshot checkpoints) {
    CompletedCheckpointStats newest =
        checkpoints == null ? null : checkpoints.getHistory().getLatestCompletedCheckpoint();
    return newest == null ? null : Instant.ofEpochMilli(newest.getLatestAckTimestamp());
  }

  @Override
  public void stop() {
    close(cluster);
    cluster = null;
  }

  private static void close(@Nullable MiniCluster cluster) {
    if (cluster == null) {
      return;
    }
    try {
      cluster.close();
    } catch (Exception failure) {
      throw new IllegalStateException("the pipelines did not end", failure);
    }
  }

  @Override
  public boolean isRunning() {
    return cluster != null;
  }
}
