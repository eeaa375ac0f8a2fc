package hongyan.service.cli;

import hongyan.geo.place.CivilTime;
import hongyan.service.engine.Backlog;
import hongyan.service.login.SetupCode;
import hongyan.service.replay.OwnToken;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Year;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The service while it runs. Holds its state folder, so that no second one can open it. */
final class RunningService implements AutoCloseable {
  private final StateFolder folder;
  private final ConfigurableApplicationContext context;
  private final CountDownLatch ended = new CountDownLatch(1);

  private RunningService(StateFolder folder, ConfigurableApplicationContext context) {
    this.folder = folder;
    this.context = context;
    context.addApplicationListener(
        event -> {
          if (event instanceof ContextClosedEvent) {
            ended.countDown();
          }
        });
  }

  /** Starts it and returns once it is ready. */
  static RunningService start(Class<?> application, ServeOptions options, Path state)
      throws StartFailed {
    StateFolder folder = StateFolder.open(state);
    SpringApplication spring = new SpringApplication(application);
    spring.setDefaultProperties(properties(options, folder.path()));
    try (StartProgress progress = StartProgress.begin(System.out)) {
      spring.addListeners(progress);
      return new RunningService(folder, spring.run());
    } catch (RuntimeException failure) {
      folder.close();
      throw new StartFailed(
          "The service could not start: %s%nMore in %s"
              .formatted(rootMessage(failure), folder.path().resolve("hongyan.log")),
          failure);
    }
  }

  private static Map<String, Object> properties(ServeOptions options, Path state) {
    Map<String, Object> properties = options.properties();
    properties.put("hongyan.state", state.toString());
    properties.put("hongyan.hj212.host", options.host);
    if (options.hj212Port != null || options.port == 0) {
      properties.put("hongyan.hj212.port", options.hj212Port == null ? 0 : options.hj212Port);
    }
    return properties;
  }

  private static String rootMessage(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
  }

  URI address() {
    Environment environment = context.getEnvironment();
    boolean tls =
        environment.containsProperty("server.ssl.bundle")
            || environment.containsProperty("server.ssl.key-store")
            || environment.containsProperty("server.ssl.certificate");
    return URI.create(
        "%s://%s:%s"
            .formatted(
                tls ? "https" : "http",
                environment.getProperty("server.address"),
                environment.getProperty("local.server.port")));
  }

  /** Returns the administrator's token of the state folder, or null once it was taken away. */
  @Nullable String token() {
    return OwnToken.inState(folder.path());
  }

  /** Returns whether its database is one that was in use before. */
  boolean hasAlerts() {
    return context
        .getBean(JdbcClient.class)
        .sql("SELECT EXISTS (SELECT 1 FROM alert)")
        .query(Boolean.class)
        .single();
  }

  void print(PrintStream out) {
    out.printf(
        "Ready. 就绪。%n"
            + "  pages 网页         %1$s/%n"
            + "  alerts 预警        %1$s/api/v1/alerts%n"
            + "  report 执法检查    %1$s/api/v1/inspection/report?period=%3$d&format=html%n"
            + "  interface 接口文档 %1$s/swagger-ui.html%n"
            + "  health 健康        %1$s/actuator/health%n"
            + "  token 令牌         %2$s/admin-token%n"
            + "%4$s"
            + "Ctrl-C stops it; everything stays in %2$s.%n",
        address(), folder.path(), Year.now(CivilTime.ZONE).getValue(), firstAccount());
  }

  private String firstAccount() {
    return context
        .getBean(SetupCode.class)
        .toPrint()
        .map(code -> "  first account 首个账号 %s/setup?code=%s%n".formatted(address(), code))
        .orElse("");
  }

  /**
   * Returns once the pipelines have made everything of the log that is on it, and shows the way.
   */
  void awaitPipelines(PrintStream out) throws InterruptedException {
    Backlog backlog = context.getBean(Backlog.class);
    for (OptionalLong left = left(backlog); left.orElse(1) > 0; left = left(backlog)) {
      left.ifPresent(
          records -> out.printf("\rthe pipelines are at it: %,d records to go   ", records));
      out.flush();
      TimeUnit.MILLISECONDS.sleep(500);
    }
    out.println();
  }

  /** Empty while the log is too busy to say. */
  private static OptionalLong left(Backlog backlog) {
    try {
      return OptionalLong.of(backlog.records());
    } catch (IllegalStateException busy) {
      return OptionalLong.empty();
    }
  }

  /** Returns when the service has been told to end. */
  void await() throws InterruptedException {
    ended.await();
  }

  @Override
  public void close() {
    context.close();
    folder.close();
  }
}
