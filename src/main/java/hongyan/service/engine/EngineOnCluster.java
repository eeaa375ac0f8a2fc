package hongyan.service.engine;

import hongyan.pipelines.job.MonitoringJob;
import hongyan.pipelines.records.Json;
import hongyan.service.settings.StartStep;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.flink.api.common.JobStatus;
import org.springframework.context.ApplicationEventPublisher;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The monitoring job on a Flink cluster, which somebody else submits, stops and moves: here it is
 * only asked for. While there is none, records wait on the log.
 */
final class EngineOnCluster implements Engine {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final URI cluster;
  private final ApplicationEventPublisher steps;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private volatile boolean running;

  /**
   * @param cluster address of its REST interface
   */
  EngineOnCluster(URI cluster, ApplicationEventPublisher steps) {
    this.cluster = cluster;
    this.steps = steps;
  }

  @Override
  public void start() {
    running = true;
    State now = state();
    steps.publishEvent(
        new StartStep(
            this,
            now.running()
                ? "the pipelines run on " + cluster
                : "the pipelines do not run yet, records wait on the log: " + now.job()));
  }

  @Override
  public State state() {
    try {
      return findJob().map(this::stateOf).orElseGet(() -> State.of(absent()));
    } catch (IOException | JacksonException e) {
      return State.of("the Flink cluster at %s does not answer: %s".formatted(cluster, e));
    }
  }

  private String absent() {
    return "no job named %s on the Flink cluster at %s".formatted(MonitoringJob.NAME, cluster);
  }

  /** Returns the job, of several the one that has not ended, else the one that began last. */
  private Optional<JsonNode> findJob() throws IOException {
    Comparator<JsonNode> order =
        Comparator.<JsonNode, Boolean>comparing(job -> !status(job).isGloballyTerminalState())
            .thenComparing(job -> job.path("start-time").asLong());
    return StreamSupport.stream(get("/jobs/overview").path("jobs").spliterator(), false)
        .filter(job -> job.path("name").asString().equals(MonitoringJob.NAME))
        .max(order);
  }

  private static JobStatus status(JsonNode job) {
    return JobStatus.valueOf(job.path("state").asString());
  }

  /** Flink calls a job running whose tasks still wait for slots or for their state. */
  private static boolean isRunning(JsonNode job) {
    JsonNode tasks = job.path("tasks");
    return status(job) == JobStatus.RUNNING
        && tasks.path("running").asInt() == tasks.path("total").asInt();
  }

  private State stateOf(JsonNode job) {
    JsonNode latest;
    try {
      latest = get("/jobs/" + job.path("jid").asString() + "/checkpoints").path("latest");
    } catch (IOException endedMeanwhile) {
      return State.of(job.path("state").asString());
    }
    String path = latest.at("/restored/external_path").asString("");
    long acknowledged = latest.at("/completed/latest_ack_timestamp").asLong(0);
    boolean whole = isRunning(job);
    return new State(
        whole || status(job) != JobStatus.RUNNING ? job.path("state").asString() : "STARTING",
        whole,
        path.isEmpty() ? null : path.substring(path.lastIndexOf('/') + 1),
        acknowledged == 0 ? null : Instant.ofEpochMilli(acknowledged));
  }

  private JsonNode get(String path) throws IOException {
    HttpRequest request = HttpRequest.newBuilder(address(path)).timeout(PATIENCE).GET().build();
    try {
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new IOException(path + " answered " + response.statusCode());
      }
      return Json.MAPPER.readTree(response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private URI address(String path) {
    String base = cluster.toString();
    return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
