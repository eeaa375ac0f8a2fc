package hongyan.service.access;

import hongyan.service.accounts.Role;
import hongyan.service.database.ServiceDatabase;
import hongyan.service.log.LogAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Primary;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The whole service over HTTP, with its log and its stores, but without the pipelines. */
final class ServiceForTests implements AutoCloseable {
  private static @Nullable ServiceForTests shared;

  private final ConfigurableApplicationContext context;
  private final Path state;

  private ServiceForTests(ConfigurableApplicationContext context, Path state) {
    this.context = context;
    this.state = state;
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration
  @EnableScheduling
  @ConfigurationPropertiesScan("hongyan.service")
  @ComponentScan(
      basePackages = "hongyan.service",
      excludeFilters =
          @ComponentScan.Filter(
              type = FilterType.REGEX,
              pattern = {
                "hongyan\\.service\\.engine\\..*",
                "hongyan\\.service\\.Hongyan",
                ".*(Test|Tests|IT|Fixture)(\\$.*)?"
              }))
  static class Application {
    @Bean
    @Primary
    Moving movingClock() {
      return new Moving();
    }
  }

  /** The true time, and whatever a test puts on top. */
  static final class Moving extends Clock {
    private final AtomicLong ahead = new AtomicLong();

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return Clock.offset(Clock.system(zone), Duration.ofMillis(ahead.get()));
    }

    @Override
    public Instant instant() {
      return Instant.now().plusMillis(ahead.get());
    }
  }

  /** Returns the one that all tests share which do not mind the others; it ends with the JVM. */
  static synchronized ServiceForTests shared() {
    if (shared == null) {
      shared = alone(Map.of());
    }
    return shared;
  }

  /** Starts one of its own, on the log of the shared one: a broker each would cost too much. */
  static ServiceForTests start(Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put("hongyan.log", shared().bean(LogAddress.class).bootstrapServers());
    return alone(all);
  }

  private static ServiceForTests alone(Map<String, Object> settings) {
    try {
      return start(Files.createTempDirectory(Path.of("target"), "service-"), settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ServiceForTests start(Path state, Map<String, Object> settings) {
    SpringApplication spring = new SpringApplication(Application.class);
    // The shared one ends with the JVM, as its database may: it would wait for that in vain.
    spring.setRegisterShutdownHook(false);
    Map<String, Object> all = new HashMap<>(ServiceDatabase.settings());
    all.putAll(settings);
    String[] arguments =
        all.entrySet().stream()
            .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
            .toArray(String[]::new);
    spring.setDefaultProperties(
        Map.of(
            "server.port",
            0,
            "server.address",
            "127.0.0.1",
            "hongyan.state",
            state.toString(),
            "hongyan.hj212.enabled",
            false,
            // As in the product, but its writes need not wait for the disk: no test pulls the plug.
            "spring.datasource.url",
            "jdbc:sqlite:%s/service.db?journal_mode=WAL&synchronous=OFF&busy_timeout=10000&transaction_mode=IMMEDIATE"
                .formatted(state)));
    return new ServiceForTests(spring.run(arguments), state);
  }

  Path state() {
    return state;
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  void pass(Duration time) {
    bean(Moving.class).ahead.addAndGet(time.toMillis());
  }

  String address() {
    return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
  }

  Asker nobody() {
    return Asker.at(address());
  }

  /** Returns somebody with every role, by the token of the first start. */
  Asker everything() {
    try {
      return nobody().with(Files.readString(state.resolve("admin-token")).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns somebody with a token of their own. */
  Asker token(Role role, String... counties) {
    String adcodes =
        Arrays.stream(counties).map(one -> '"' + one + '"').collect(Collectors.joining(","));
    Asker.Answer made =
        everything()
            .send(
                "POST",
                "/api/v1/tokens",
                "{\"name\":\"t\",\"roles\":[\"%s\"],\"counties\":[%s]}"
                    .formatted(role.code(), adcodes));
    return nobody().with(made.json().get("secret").asString());
  }

  @Override
  public void close() {
    context.close();
  }
}
