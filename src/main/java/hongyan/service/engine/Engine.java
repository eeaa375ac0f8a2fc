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
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Runs the monitoring job on Flink's mini cluster in this process: the same job as on a cluster,
 * from its newest checkpoint where there is one.
 */
@Component
class Engine implements SmartLifecycle {
  /** Always the same, so that the checkpoints of all starts lie in one folder and count on. */
  private static final JobID JOB = JobID.fromHexString("686f6e6779616e2d6d6f6e69746f7201");

  private static final int PARALLELISM = 2;
  private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(5);
  private static final Duration START_LIMIT = Duration.ofMinutes(2);

  private final HongyanSettings settings;
  private final LogAddress log;
  private final SeriesAddress series;
  private final Backlog backlog;
  private final ApplicationEventPublisher steps;
  private volatile @Nullable MiniCluster cluster;
  private volatile @Nullable Path restoredFrom;

  Engine(
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
      if (job.restoreFrom() == null) {
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
      restoredFrom = job.restoreFrom();
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
        log.bootstrapServers(),
        series,
        settings.city(),
        checkpoints,
        Checkpoints.findNewest(checkpoints).orElse(null),
        PARALLELISM,
        CHECKPOINT_INTERVAL.toMillis(),
        settings.dateOfEffect());
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
    return new MiniClusterConfiguration.Builder()
        .setConfiguration(configuration)
        .setNumTaskManagers(1)
        .setNumSlotsPerTaskManager(job.parallelism())
        .build();
  }

  private static void awaitRunning(MiniCluster cluster)
      throws InterruptedException, ExecutionException, TimeoutException {
    long limit = System.nanoTime() + START_LIMIT.toNanos();
    while (cluster.getJobStatus(JOB).get() != JobStatus.RUNNING) {
      if (cluster.getJobStatus(JOB).get().isGloballyTerminalState()) {
        cluster.requestJobResult(JOB).get().getSerializedThrowable().ifPresent(Engine::rethrow);
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

  /** Returns the job's state, or null before it was started. */
  @Nullable JobStatus status() throws ExecutionException, InterruptedException, TimeoutException {
    MiniCluster running = cluster;
    return running == null ? null : running.getJobStatus(JOB).get(5, TimeUnit.SECONDS);
  }

  /** Returns the checkpoint that this start went on from, or null when it was the first. */
  @Nullable Path restoredFrom() {
    return restoredFrom;
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
